import type {
  Cell,
  DocxReading,
  Paragraph,
  ParagraphFormat,
  Row,
  RunFormat,
  Section,
  Table,
} from '../support/docx-reader/types.ts';
import { everyParagraph, placedIn, tablesIn } from '../support/docx-reader/walk.ts';
import { readText } from './format-file.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Changes a reading in one place. */
export type Break = (reading: DocxReading) => void;

function paragraphs(reading: DocxReading, text: string | RegExp): Mutable<Paragraph>[] {
  const found = everyParagraph(reading).filter((paragraph) => {
    const shown = readText({ paragraph });
    return typeof text === 'string' ? shown === text : text.test(shown);
  });
  if (found.length === 0) throw new Error(`nothing reads ${text}`);
  return found;
}

/** Gives all runs of a paragraph another look. */
export function look(text: string | RegExp, change: Partial<RunFormat>): Break {
  return (reading) => {
    for (const { runs } of paragraphs(reading, text)) for (const run of runs) Object.assign(run.format, change);
  };
}

/** Gives a paragraph another layout. */
export function layout(text: string | RegExp, change: Partial<ParagraphFormat>): Break {
  return (reading) => {
    for (const paragraph of paragraphs(reading, text)) paragraph.format = { ...paragraph.format, ...change };
  };
}

/** Lets a paragraph read otherwise. */
export function say(text: string | RegExp, otherwise: string): Break {
  return (reading) => {
    for (const paragraph of paragraphs(reading, text)) {
      const [first] = paragraph.runs;
      Object.assign(paragraph, {
        text: otherwise,
        shown: otherwise,
        runs: [{ ...first, text: otherwise, shown: otherwise }],
      });
    }
  };
}

/** Changes the first empty paragraph after a text: there a line is drawn. */
export function lineAfter(text: string | RegExp, change: Partial<ParagraphFormat>): Break {
  return (reading) => {
    const all = reading.sections
      .flatMap(({ blocks }) => placedIn(blocks))
      .map(({ paragraph }) => paragraph as Mutable<Paragraph>);
    const at = all.indexOf(paragraphs(reading, text)[0]!);
    const line = all.slice(at).find((paragraph) => paragraph.text === '')!;
    line.format = { ...line.format, ...change };
  };
}

/** Changes the section of a number, counted from 0. */
export function section(index: number, change: Partial<Section>): Break {
  return (reading) => {
    Object.assign(reading.sections[index]!, change);
  };
}

/** Changes the last table of a document. */
export function lastTable(change: (table: Mutable<Table>) => void): Break {
  return (reading) => change(reading.sections.flatMap(({ blocks }) => tablesIn(blocks)).at(-1)!);
}

/** Changes the cell that holds a text in the header of page 1. */
export function headerCell(text: string, change: Partial<Cell>): Break {
  return (reading) => {
    const placed = placedIn(reading.sections[0]?.headers.first ?? []).find((one) => readText(one) === text);
    Object.assign(placed!.cells.at(-1)!.cell, change);
  };
}

/** Changes the row that holds a text. */
export function rowOf(text: string, change: Partial<Row>): Break {
  return (reading) => {
    const placed = reading.sections.flatMap(({ blocks }) => placedIn(blocks)).find((one) => readText(one) === text);
    Object.assign(placed!.cells.at(-1)!.row, change);
  };
}
