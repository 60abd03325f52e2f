import type { CellObject, Feature, Image, Row, Sheet } from 'write-excel-file/node';
import { toCapitals } from '#document/text/vietnamese.ts';
import { formatTableDate } from '../table-date.ts';
import { BOOK_COLUMNS, type Book, type BookColumn, type BookVolume, bookCells, numbersOf } from './book.ts';
import { closingOf } from './book-closing.ts';
import { BOOK_TITLE, firstDay } from './book-cover.ts';
import { rowHeightPt } from './row-height.ts';

const FONT = { fontFamily: 'Times New Roman', fontSize: 11 } as const;
/** Characters of the font in a millimetre of a column, about. */
const CHARACTERS_PER_MM = 0.56;
const COLUMN_WIDTHS = BOOK_COLUMNS.map(({ width }) => Math.round(width * CHARACTERS_PER_MM * 10) / 10);
/** Rows above the entries: organ, name of the book, its range, titles, numbers of the columns. */
const HEAD_ROWS = 5;
/** Longest name of a sheet, and what none may hold. */
const MAX_SHEET_NAME = 31;
const NOT_IN_SHEET_NAME = /[\\/?*[\]:']/g;

/** Style of a cell. */
type Look = Omit<CellObject, 'value' | 'type'>;

/**
 * The book as .xlsx, a sheet a volume: A4 on its side, the head repeated on each page and in sight while one scrolls.
 * Every cell is a string and is typed as one, so nothing in it is ever reckoned as a formula.
 */
export async function bookXlsx(book: Book): Promise<Uint8Array> {
  const names = new Set<string>();
  const sheets = book.volumes.map((volume) => sheetOf(book, volume, nameOf(volume, names)));
  // Imported when somebody asks for it: no other request waits for it.
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const written = writeXlsxFile(sheets, { ...FONT, features: [printing([...names])] });
  return new Uint8Array(await written.toBuffer());
}

function sheetOf(book: Book, volume: BookVolume, sheet: string): Sheet<Image['content']> {
  const frame = { borderStyle: 'thin', wrap: true } as const;
  const head = { ...frame, fontWeight: 'bold', align: 'center', alignVertical: 'center' } as const;
  return {
    sheet,
    orientation: 'landscape',
    stickyRowsCount: HEAD_ROWS,
    columns: COLUMN_WIDTHS.map((width) => ({ width })),
    data: [
      ...headLines(book, volume).map((line, i) => wide(line, i === 1 ? 14 : 11)),
      wrapped(
        BOOK_COLUMNS.map(({ title }) => title),
        () => head,
      ),
      wrapped(
        BOOK_COLUMNS.map((_, i) => `(${i + 1})`),
        () => ({ ...head, fontStyle: 'italic' }),
      ),
      ...volume.entries.map((entry) =>
        wrapped(bookCells(entry), (column) => ({ ...frame, alignVertical: 'top', align: column.align })),
      ),
      ...closingOf(volume).lines.map((line) => wide(line, 11, 'left')),
      signatureTitles(closingOf(volume).signatures),
    ],
  };
}

/** Organ; name and year; range (PL IV, Mục I.1). */
function headLines({ organLines, from, to, volumeNumber }: Book, volume: BookVolume): string[] {
  const numbers = numbersOf(volume);
  return [
    toCapitals(organLines.join(' ')),
    `${toCapitals(BOOK_TITLE)} NĂM ${volume.year}`,
    [
      `Loại văn bản: ${volume.types}`,
      `từ ngày ${formatTableDate(firstDay(from, volume))} đến ngày ${formatTableDate(to)}`,
      ...(numbers ? [`từ số ${numbers.first} đến số ${numbers.last}`] : []),
      `quyển số ${volumeNumber ?? '……'}`,
    ].join('; '),
  ];
}

/** A row as high as its longest text needs. */
function wrapped(texts: readonly string[], lookOf: (column: BookColumn) => Look): Row {
  const height = rowHeightPt(texts.map((value, i) => ({ text: value, columnWidth: COLUMN_WIDTHS[i] ?? 1 })));
  return BOOK_COLUMNS.map((column, i) => text(texts[i] ?? '', { ...lookOf(column), height }));
}

/** Titles of the two places for signatures, each over half of the columns. */
function signatureTitles(titles: readonly string[]): Row {
  const half = BOOK_COLUMNS.length / 2;
  return titles.flatMap((title): Row => {
    const look = { fontWeight: 'bold', align: 'center', columnSpan: half, height: 40 } as const;
    return [text(toCapitals(title), look), ...Array.from({ length: half - 1 }, () => null)];
  });
}

/** A bold line over all columns. */
function wide(value: string, fontSize: number, align: 'center' | 'left' = 'center'): Row {
  const rest = BOOK_COLUMNS.slice(1).map(() => null);
  const look = { fontWeight: 'bold', align, fontSize, columnSpan: BOOK_COLUMNS.length, height: 20 } as const;
  return [text(value, look), ...rest];
}

/** A cell that is text whatever it begins with; an empty one keeps its frame. */
function text(value: string, look: Look): CellObject {
  return value === '' ? look : { ...look, value, type: String };
}

function nameOf({ types, year }: BookVolume, taken: Set<string>): string {
  const wanted = `${types} ${year}`.replace(NOT_IN_SHEET_NAME, ' ').slice(0, MAX_SHEET_NAME);
  let name = wanted;
  for (let n = 2; taken.has(name); n++) name = `${wanted.slice(0, MAX_SHEET_NAME - 4)} (${n})`;
  taken.add(name);
  return name;
}

/** Adds what the writer has no option for: one page wide, page numbers, repeated head. */
function printing(sheetNames: readonly string[]): Feature<Image['content']> {
  const titles = sheetNames.map(
    (name, i) =>
      `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">'${escaped(name)}'!$${HEAD_ROWS - 1}:$${HEAD_ROWS}</definedName>`,
  );
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml) =>
            xml.replace('<sheetViews>', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>'),
          transformElementAttributes: (tag, attributes) =>
            tag === 'pageSetup' ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes,
          insert: () => '<headerFooter><oddFooter>&amp;C&amp;P</oddFooter></headerFooter>',
        },
        'xl/styles.xml': {
          transform: (xml) => xml.replace(/<font>(.*?)<\/font>/g, (_, font: string) => orderedFont(font)),
        },
        'xl/workbook.xml': {
          transform: (xml) => xml.replace('<definedNames/>', `<definedNames>${titles.join('')}</definedNames>`),
        },
      },
    },
  };
}

/** Children of a font in the order of the schema; the writer puts them in another, which Excel's own validator refuses. */
const FONT_ORDER = ['b', 'i', 'sz', 'name', 'family'];

function orderedFont(font: string): string {
  const children = [...font.matchAll(/<(\w+)[^>]*\/>/g)].map(([xml, name = '']) => ({ xml, name }));
  const ordered = FONT_ORDER.flatMap((name) => children.filter((child) => child.name === name));
  return `<font>${ordered.map(({ xml }) => xml).join('')}</font>`;
}

function escaped(name: string): string {
  return name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
