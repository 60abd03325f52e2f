import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  type ISectionOptions,
  type IStylesOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readDocx } from '../support/docx-reader/read-docx.ts';
import type { Table as ReadTable } from '../support/docx-reader/types.ts';
import { paragraphsIn, placedIn, tablesIn } from '../support/docx-reader/walk.ts';

const pack = async (sections: readonly ISectionOptions[], styles: IStylesOptions = {}) =>
  new Uint8Array(await Packer.toBuffer(new Document({ sections, styles })));
const read = async (children: ISectionOptions['children'], styles: IStylesOptions = {}) =>
  readDocx(await pack([{ children }], styles)).sections[0]!.blocks;

/** Changes the XML of one part, for what the library does not write. */
function patched(bytes: Uint8Array, part: string, from: string | RegExp, to: string): Uint8Array {
  const files = unzipSync(bytes);
  const before = strFromU8(files[part]!);
  if (before.search(from) < 0) throw new Error(`${from} is not in ${part}`);
  return zipSync({ ...files, [part]: strToU8(before.replace(from, to)) });
}

const styles: IStylesOptions = {
  default: { document: { run: { font: 'Times New Roman', size: 28 }, paragraph: { spacing: { after: 60 } } } },
  paragraphStyles: [
    {
      id: 'Goc',
      name: 'Gốc',
      run: { bold: true, color: '112233' },
      paragraph: { indent: { left: 200, firstLine: 567 } },
    },
    { id: 'Con', name: 'Con', basedOn: 'Goc', run: { size: 26 }, paragraph: { spacing: { before: 120 } } },
  ],
  characterStyles: [{ id: 'Dam', name: 'Đậm', run: { bold: true } }],
};

test('resolves a look through document defaults, a chain of styles and the paragraph itself', async () => {
  const [first] = paragraphsIn(
    await read([new Paragraph({ style: 'Con', indent: { left: 300 }, children: [new TextRun('một')] })], styles),
  );
  expect(first).toMatchObject({
    text: 'một',
    styleName: 'Con',
    format: { leftTw: 300, firstLineTw: 567, beforePt: 6, afterPt: 3 },
    runs: [{ format: { bold: true, sizePt: 13, colour: '112233', ascii: 'Times New Roman' } }],
  });
});

test('turns bold over where paragraph style and character style both set it, and sets it outright on a run', async () => {
  const children = [new TextRun({ text: 'hai', style: 'Dam' }), new TextRun({ text: 'ba', style: 'Dam', bold: true })];
  const [first] = paragraphsIn(await read([new Paragraph({ style: 'Con', children })], styles));
  expect(first!.runs.map((run) => run.format.bold)).toEqual([false, true]);
});

test('shows capitals that are a look, and keeps the text as it is stored', async () => {
  const [first] = paragraphsIn(
    await read([new Paragraph({ children: [new TextRun({ text: 'Ủy ban', allCaps: true })] })]),
  );
  expect(first).toMatchObject({ text: 'Ủy ban', shown: 'ỦY BAN' });
});

test('lets a hanging indent replace a first line of the style', async () => {
  const [first] = paragraphsIn(await read([new Paragraph({ style: 'Goc', indent: { hanging: 140 } })], styles));
  expect(first!.format).toMatchObject({ leftTw: 200, firstLineTw: -140 });
});

test('reads line spacing in lines or in points, and lines around a paragraph', async () => {
  const blocks = await read([
    new Paragraph({ spacing: { line: 360, lineRule: LineRuleType.AUTO } }),
    new Paragraph({ spacing: { line: 360, lineRule: LineRuleType.EXACT } }),
    new Paragraph({ border: { bottom: { style: BorderStyle.SINGLE, size: 8, space: 1, color: 'ff0000' } } }),
  ]);
  expect(blocks).toMatchObject([
    { format: { lineRule: 'auto', line: 1.5 } },
    { format: { lineRule: 'exact', line: 18 } },
    { format: { borders: { bottom: { style: 'single', sizePt: 1, spacePt: 1, colour: 'FF0000' } } } },
  ]);
});

const cell = (text: string, options: object = {}) => new TableCell({ children: [new Paragraph(text)], ...options });

test('reads grid, merged cells, repeated headers, cell lines and the room inside a cell', async () => {
  const table = new Table({
    width: { size: 9000, type: WidthType.DXA },
    columnWidths: [3000, 4000, 2000],
    margins: { left: 100, right: 50 },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: [cell('a', { columnSpan: 2 }), cell('b', { rowSpan: 2 })],
      }),
      new TableRow({
        height: { value: 454, rule: 'exact' },
        children: [cell('c'), cell('d', { verticalAlign: 'center' })],
      }),
    ],
  });
  const [found] = tablesIn(await read([table]));
  expect(found).toMatchObject({ gridTw: [3000, 4000, 2000], width: 9000, widthType: 'dxa' });
  expect(found!.rows).toMatchObject([
    {
      header: true,
      cantSplit: true,
      heightTw: null,
      cells: [
        { gridSpan: 2, column: 0 },
        { vMerge: 'restart', column: 2 },
      ],
    },
    { header: false, heightTw: 454, heightRule: 'exact', cells: [{}, { vAlign: 'center' }, { vMerge: 'continue' }] },
  ]);
  const [, second] = found!.rows[1]!.cells;
  expect(second!.borders.top).toMatchObject({ style: 'single' });
  expect(second!.room).toEqual({ leftTw: found!.room.leftTw + 3000 + 100, widthTw: 4000 - 150 });
});

test('finds paragraphs of nested tables, with the cells around them', async () => {
  const inner = new Table({ rows: [new TableRow({ children: [cell('trong')] })] });
  const outer = new Table({
    rows: [new TableRow({ children: [new TableCell({ children: [inner, new Paragraph('sau')] })] })],
  });
  const placed = placedIn(await read([outer]));
  expect(placed.map(({ paragraph, cells }) => [paragraph.text, cells.length])).toEqual([
    ['trong', 2],
    ['sau', 1],
  ]);
});

test('reads sections: page, margins in millimetres, headers that the next section takes over, page numbers', async () => {
  const number = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT] })],
  });
  const page = { margin: { top: 1134, bottom: 1134, left: 1701, right: 850, header: 567 } };
  const reading = readDocx(
    await pack([
      {
        properties: { titlePage: true, page },
        headers: { default: new Header({ children: [number] }) },
        children: [new Paragraph('một')],
      },
      {
        properties: { page: { size: { orientation: PageOrientation.LANDSCAPE }, pageNumbers: { start: 1 } } },
        children: [],
      },
    ]),
  );
  const [first, second] = reading.sections;
  expect(first).toMatchObject({ orientation: 'portrait', titlePage: true, pageNumberStart: null });
  expect(first!.marginMm.top).toBeCloseTo(20, 1);
  expect(first!.marginMm.left).toBeCloseTo(30, 1);
  expect(paragraphsIn(first!.headers.default!)[0]!.runs[0]).toMatchObject({ field: 'PAGE' });
  expect(second).toMatchObject({ orientation: 'landscape', pageNumberStart: 1 });
  expect(second!.widthMm).toBeCloseTo(297, 0);
  expect(second!.headers.default).toEqual(first!.headers.default);
});

test('moves a table by its cell margin only where the document asks for the ways of Word 2010', async () => {
  const bytes = await pack([
    { children: [new Table({ margins: { left: 100 }, rows: [new TableRow({ children: [cell('a')] })] })] },
  ]);
  const edge = (file: Uint8Array) => (readDocx(file).sections[0]!.blocks[0] as ReadTable).room.leftTw;
  const mode = /(w:name="compatibilityMode"[^>]*w:val=")\d+|(w:val=")\d+("[^>]*w:name="compatibilityMode")/;
  const at = (number: string) => edge(patched(bytes, 'word/settings.xml', mode, `$1$2${number}$3`));
  expect(at('15') - at('14')).toBe(100);
});

test('gives a framed paragraph the room of its frame, from the page or from the text', async () => {
  const bytes = await pack([{ children: [new Paragraph('khung')] }]);
  const room = (anchor: string) => {
    const frame = `<w:p><w:pPr><w:framePr w:w="2000" w:hAnchor="${anchor}" w:x="500"/></w:pPr>`;
    return paragraphsIn(readDocx(patched(bytes, 'word/document.xml', '<w:p>', frame)).sections[0]!.blocks)[0]!.room;
  };
  expect(room('page')).toEqual({ leftTw: 500, widthTw: 2000 });
  expect(room('text')).toEqual({ leftTw: 1440 + 500, widthTw: 2000 });
});

test('refuses what it does not know rather than pass over it', async () => {
  const bytes = await pack([{ children: [new Paragraph('một')] }]);
  const inBody = (xml: string) => () => readDocx(patched(bytes, 'word/document.xml', '<w:p>', `${xml}<w:p>`));
  expect(inBody('<w:altChunk/>')).toThrow('w:altChunk');
  expect(inBody('<w:p><w:pPr><w:numPr/></w:pPr></w:p>')).toThrow('numbering');
  expect(inBody('<w:p><w:r><w:object/></w:r></w:p>')).toThrow('w:object');
});
