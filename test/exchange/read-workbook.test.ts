import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ImportErrorCode } from '#exchange/older-book/import-error.ts';
import { readWorkbook } from '#exchange/older-book/read-workbook.ts';
import type { Cell } from '#exchange/workbook/cell.ts';
import { row, TITLES, workbook } from './workbook.ts';

const SHEET = 'xl/worksheets/sheet1.xml';
let sound: Uint8Array;
beforeAll(async () => {
  sound = await workbook([TITLES, row('35/KH-UBND', new Date('2025-01-24T00:00:00Z'), 'Kế hoạch x')], [['một', 2]]);
});

/** The sound workbook with its first sheet written anew. */
function withSheet(change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(sound);
  return zipSync({ ...parts, [SHEET]: strToU8(change(strFromU8(parts[SHEET]!))) });
}

async function refusal(bytes: Uint8Array): Promise<ImportErrorCode | 'read'> {
  return readWorkbook(bytes).then(
    () => 'read',
    (error: { readonly code: ImportErrorCode }) => error.code,
  );
}

test('reads every sheet, texts as texts, dates as dates, numbers as numbers', async () => {
  const sheets = await readWorkbook(sound);
  expect(sheets.map(({ name }) => name)).toEqual(['Trang 1', 'Trang 2']);
  expect(sheets[0]?.rows[0]).toEqual({ row: 1, cells: TITLES, isHidden: false });
  expect(sheets[0]?.rows[1]?.cells).toEqual(['35/KH-UBND', new Date('2025-01-24T00:00:00Z'), 'Kế hoạch x']);
  expect(sheets[1]?.rows).toEqual([{ row: 1, cells: ['một', 2], isHidden: false }]);
});

test('reads the value of a formula and never the formula', async () => {
  const bytes = withSheet((xml) =>
    xml.replace(/<c r="A2"[^>]*>.*?<\/c>/, '<c r="A2" t="str"><f>"35"&amp;"/X"</f><v>35/X</v></c>'),
  );
  expect((await readWorkbook(bytes))[0]?.rows[1]?.cells[0]).toBe('35/X');
});

/** The cells of one row that is put below the others. */
async function cellsOf(xml: string, styles?: string): Promise<readonly Cell[] | undefined> {
  const bytes = withSheet((sheet) => sheet.replace('</sheetData>', `<row r="9">${xml}</row></sheetData>`));
  const parts = unzipSync(bytes);
  const styled = styles === undefined ? bytes : zipSync({ ...parts, 'xl/styles.xml': strToU8(styles) });
  return (await readWorkbook(styled))[0]?.rows.find(({ row }) => row === 9)?.cells;
}

test('says what has no value: errors, and formulas that no program computed', async () => {
  const xml =
    '<c r="A9" t="e"><v>#REF!</v></c><c r="B9" t="b"><v>1</v></c><c r="C9"><f>A1</f></c><c r="D9"><f>A1</f><v></v></c><c r="E9" t="str"><f>""</f><v></v></c><c r="F9" t="str"><f>A1</f></c><c r="G9"><v>5</v></c>';
  const uncomputed = { fault: 'uncomputed', text: '' };
  expect(await cellsOf(xml)).toEqual([
    { fault: 'error', text: '#REF!' },
    true,
    uncomputed,
    uncomputed,
    null,
    uncomputed,
    5,
  ]);
});

test('reads a number as its format shows it: days, letters, nothing else', async () => {
  const codes = [
    '00&quot;/KH-UBND&quot;',
    'dd/mm/yyyy',
    '0000',
    '[h]:mm',
    '#,##0_M',
    '0 \\b\\ả\\n',
    '[$-42A]d &quot;tháng&quot; m',
  ];
  const formats = codes.map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${code}"/>`).join('');
  const xfs = codes.map((_, i) => `<xf numFmtId="${164 + i}"/>`).join('');
  const styles = `<styleSheet xmlns="x"><numFmts>${formats}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${xfs}<xf numFmtId="14"/></cellXfs></styleSheet>`;
  const cells = [7, 45874, 35, 7, 6, 5, 45874, 45874.75].map(
    (value, i) => `<c r="${'ABCDEFGH'[i]}9" s="${i}"><v>${value}</v></c>`,
  );
  const day = new Date('2025-08-05T00:00:00Z');
  expect(await cellsOf(cells.join(''), styles)).toEqual([
    { value: 7, shown: '07/KH-UBND' },
    day,
    35,
    7,
    6,
    { value: 5, shown: '5 bản' },
    day,
    new Date('2025-08-05T18:00:00Z'),
  ]);
});

test('takes rich text without its phonetics, texts in CDATA, and passes a comment', async () => {
  const xml =
    '<c r="A9" t="inlineStr"><is><r><t>Kế </t></r><r><t>hoạch</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c><!-- WPS --><c t="inlineStr"><is><t><![CDATA[a & b]]></t></is></c><c t="inlineStr"><is><t>x_x000D_y</t></is></c>';
  expect(await cellsOf(xml)).toEqual(['Kế hoạch', 'a & b', 'x\ry']);
});

test('tells what a reader of the screen does not see', async () => {
  const bytes = withSheet((xml) =>
    xml
      .replace('<sheetData>', '<cols><col min="2" max="3" width="9" hidden="1"/></cols><sheetData>')
      .replace(
        '</sheetData>',
        '<row r="9" hidden="1"><c r="A9"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="B2:B4"/></mergeCells>',
      ),
  );
  const parts = unzipSync(bytes);
  const book = strFromU8(parts['xl/workbook.xml']!).replace(/<sheet (?=[^>]*Trang 2)/, '<sheet state="hidden" ');
  const [first, second] = await readWorkbook(zipSync({ ...parts, 'xl/workbook.xml': strToU8(book) }));
  expect(first).toMatchObject({ isHidden: false, hiddenColumns: [1, 2] });
  expect(first?.merges).toEqual([{ top: 2, bottom: 4, left: 1, right: 1 }]);
  expect(first?.rows.map(({ isHidden }) => isHidden)).toEqual([false, false, true]);
  expect(second?.isHidden).toBe(true);
});

test('tells rows without height and columns without width as hidden, and where all rows are but some', async () => {
  const rows =
    '<row r="9" ht="0" customHeight="1"><c r="A9"><v>1</v></c></row><row r="10"><c r="A10"><v>2</v></c></row>';
  const hiddenIn = async (change: (xml: string) => string) => {
    const [sheet] = await readWorkbook(withSheet(change));
    return [sheet?.rows.map(({ isHidden }) => isHidden), sheet?.hiddenColumns];
  };
  const end = (xml: string) => xml.replace('</sheetData>', `${rows}</sheetData>`);
  const columns = '<cols><col min="4" max="4" width="0" customWidth="1"/></cols><sheetData>';
  expect(await hiddenIn((xml) => end(xml).replace('<sheetData>', columns))).toEqual([[false, false, true, false], [3]]);
  const all = '<sheetFormatPr defaultRowHeight="0" zeroHeight="1"/><sheetData>';
  const shown = (xml: string) => end(xml).replace('<sheetData>', all).replace('<row r="10"', '<row r="10" hidden="0"');
  expect(await hiddenIn(shown)).toEqual([[true, true, true, false], []]);
});

test('reads a text as the number format of its cell shows it', async () => {
  const styles =
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="@&quot;/UBND-VP&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="49"/></cellXfs></styleSheet>';
  const text = (column: string, style: number) => `<c r="${column}9" s="${style}" t="inlineStr"><is><t>35</t></is></c>`;
  expect(await cellsOf(text('A', 1) + text('B', 2) + text('C', 0), styles)).toEqual(['35/UBND-VP', '35', '35']);
});

test('says that a file is damaged whose cell has a text that is not there, or whose sheet is lost', async () => {
  const lost = '<row r="9"><c r="A9" t="s"><v>9999</v></c></row></sheetData>';
  expect(await refusal(withSheet((xml) => xml.replace('</sheetData>', lost)))).toBe('damaged');
  const { [SHEET]: _, ...rest } = unzipSync(sound);
  expect(await refusal(zipSync(rest))).toBe('damaged');
});

test('passes over cells without content, however far out they stand', async () => {
  const empty = '<row r="1048576" s="1" customFormat="1"><c r="A1048576" s="0"/><c r="XFD1048576" s="0"/></row>';
  const [sheet] = await readWorkbook(withSheet((xml) => xml.replace('</sheetData>', `${empty}</sheetData>`)));
  expect(sheet?.rows.map(({ row }) => row)).toEqual([1, 2]);
  const spaces = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t xml:space="preserve">  </t></is></c></row>';
  expect(await refusal(withSheet((xml) => xml.replace('</sheetData>', `${spaces}</sheetData>`)))).toBe('read');
});

describe('refuses', () => {
  const cell = (address: string) => (xml: string) =>
    xml.replace('</sheetData>', `<row r="${address.replace(/\D/g, '')}"><c ${address}><v>1</v></c></row></sheetData>`);

  test('what is no .xlsx', async () => {
    expect(await refusal(new Uint8Array())).toBe('not-a-zip');
    expect(await refusal(strToU8('Số,Ngày\n35,24'))).toBe('is-csv');
    expect(await refusal(Buffer.from('\ufeffSố;Ngày\r\n35;24', 'utf16le'))).toBe('is-csv');
    expect(await refusal(strToU8('<html><table>,\n,</table></html>'))).toBe('not-a-zip');
    expect(await refusal(zipSync({ 'a.txt': strToU8('x') }))).toBe('not-xlsx');
    expect(await refusal(withSheet(() => '<worksheet><sheetData><row'))).toBe('not-xlsx');
    const ole = Buffer.from('d0cf11e0a1b11ae1'.repeat(100), 'hex');
    expect(await refusal(ole)).toBe('old-xls');
    expect(await refusal(Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]))).toBe('encrypted');
  });

  test('a zip bomb, whatever it says of its size', async () => {
    const parts = unzipSync(sound);
    const bomb = zipSync({ ...parts, [SHEET]: new Uint8Array(200_000_000) }, { level: 9 });
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await refusal(bomb)).toBe('inflates-too-much');
  });

  test('a part with entities before anything reads it', async () => {
    const declared = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]>';
    expect(await refusal(withSheet((xml) => xml.replace('<worksheet', `${declared}<worksheet`)))).toBe('unsafe');
    expect(await refusal(withSheet((xml) => `\ufeff${xml}`))).not.toBe('unsafe');
    const parts = unzipSync(sound);
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(strFromU8(parts[SHEET]!), 'utf16le')]);
    expect(await refusal(zipSync({ ...parts, [SHEET]: utf16 }))).toBe('unsafe');
  });

  test('content in a column far out, and an address that is none', async () => {
    expect(await refusal(withSheet(cell('r="A1048576"')))).toBe('read');
    expect(await refusal(withSheet(cell('r="XFD9"')))).toBe('too-many-columns');
    expect(await refusal(withSheet(cell('r="CW9"')))).toBe('too-many-columns');
    expect(await refusal(withSheet(cell('r="&#88;&#x3c;9"')))).toBe('unsafe');
    expect(await refusal(withSheet(cell('r="CV9"')))).toBe('read');
  });

  test('a comment or a text that no program writes', async () => {
    const long = 'x'.repeat(70_000);
    expect(await refusal(withSheet((xml) => xml.replace('<sheetData>', `<!--${long}--><sheetData>`)))).toBe('unsafe');
    const text = `<row r="9"><c r="A9" t="inlineStr"><is><t>${long}</t></is></c></row></sheetData>`;
    expect(await refusal(withSheet((xml) => xml.replace('</sheetData>', text)))).toBe('unsafe');
  });

  test('many sheets that are long together', async () => {
    const long = (): (string | null)[][] => Array.from({ length: 10_000 }, () => ['x']);
    expect(await refusal(await workbook(long(), long()))).toBe('read');
    expect(await refusal(await workbook(long(), long(), long()))).toBe('too-many-rows');
  });

  test('a file beyond 10 MB', async () => {
    const parts = unzipSync(sound);
    const filler = Buffer.alloc(10 * 1024 * 1024, 'x');
    expect(await refusal(zipSync({ ...parts, 'x.bin': [filler, { level: 0 }] }))).toBe('too-large');
  });
});

describe('a sheet that merges more than any book', () => {
  const merged = (count: number, ref: (i: number) => string) =>
    `<mergeCells>${Array.from({ length: count }, (_, i) => `<mergeCell ref="${ref(i)}"/>`).join('')}</mergeCells>`;

  test('costs no row more than its columns: cells merged far out are none of its cells', async () => {
    const rows = Array.from({ length: 50 }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${i}</v></c></row>`);
    const [sheet] = await readWorkbook(
      withSheet(() => `<worksheet><sheetData>${rows.join('')}</sheetData>${merged(1, () => 'XFD1:XFD50')}</worksheet>`),
    );
    expect(sheet?.merges).toEqual([]);
  });

  test('is refused', async () => {
    const refs = merged(200_001, (i) => `A${(i % 9000) + 1}:A${(i % 9000) + 2}`);
    expect(await refusal(withSheet(() => `<worksheet><sheetData/>${refs}</worksheet>`))).toBe('unsafe');
  });
});
