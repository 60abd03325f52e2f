import type { Run } from '#document/text/runs.ts';
import { joinLines } from '#read/plain/join-lines.ts';
import { withLooks, withoutMarks } from '#read/plain/marks.ts';
import { withoutPageMarks } from '#read/plain/page-marks.ts';
import type { PlainRun } from '#read/plain/plain-block.ts';
import type { PastedBlock } from './block.ts';
import { toLine } from './runs.ts';
import { readTabbed, toTable } from './sheet/sheet.ts';

/** Plain text, as PDFs and spreadsheets give it, as lines of ours; rows that stand together are one table. */
export function readPlainText(text: string): PastedBlock[] {
  const sheet = readTabbed(text);
  // A spreadsheet's cells may hold line ends; where all are rows, none is a broken line.
  const whole = sheet.length > 1 && sheet.every((row) => row.length > 1) ? toTable(sheet) : null;
  if (whole) return [{ kind: 'table', table: whole }];
  const blocks: PastedBlock[] = [];
  let rows: string[] = [];
  const endTable = () => {
    const table = rows.length > 0 ? toTable(withoutRepeatedHead(rows).flatMap(readTabbed)) : null;
    if (table) blocks.push({ kind: 'table', table });
    rows = [];
  };
  const { lines } = withoutPageMarks(text.normalize('NFC').replace(/\r\n?/g, '\n').split('\n'));
  const { lines: unmarked, looks } = withoutMarks(lines.map((line) => line.replaceAll('\f', '')));
  const paragraphs = joinLines(unmarked);
  for (const [index, runs] of withLooks(paragraphs, looks).entries()) {
    const row = paragraphs[index]?.trim() ?? '';
    if (row.includes('\t')) {
      rows.push(row);
      continue;
    }
    endTable();
    const line = toLine(runs.map(toRun));
    if (line) blocks.push(line);
  }
  endTable();
  return blocks;
}

/** A table over two pages has its head twice in what a PDF gives. */
function withoutRepeatedHead([head = '', ...rows]: readonly string[]): string[] {
  return [head, ...rows.filter((row) => row !== head)];
}

/** A run as it is pasted; an extraction leaves spaces before marks that close a clause. */
function toRun({ text, look: { bold = false, italic = false } }: PlainRun): Run {
  return { text: text.replace(/ ([;,])/g, '$1'), bold, italic };
}
