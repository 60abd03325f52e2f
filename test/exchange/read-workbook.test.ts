import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ImportErrorCode } from '#exchange/older-book/import-error.ts';
import { readWorkbook } from '#exchange/older-book/read-workbook.ts';
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
    (error: { code: ImportErrorCode }) => error.code,
  );
}

test('reads every sheet, texts as texts, dates as dates, numbers as numbers', async () => {
  const sheets = await readWorkbook(sound);
  expect(sheets.map(({ name }) => name)).toEqual(['Trang 1', 'Trang 2']);
  expect(sheets[0]?.rows[0]).toEqual(TITLES);
  expect(sheets[0]?.rows[1]?.slice(0, 4)).toEqual(['35/KH-UBND', new Date('2025-01-24T00:00:00Z'), 'Kế hoạch x', null]);
  expect(sheets[1]?.rows).toEqual([['một', 2]]);
});

test('reads the value of a formula and never the formula', async () => {
  const bytes = withSheet((xml) =>
    xml.replace(/<c r="A2"[^>]*>.*?<\/c>/, '<c r="A2" t="str"><f>"35"&amp;"/X"</f><v>35/X</v></c>'),
  );
  expect((await readWorkbook(bytes))[0]?.rows[1]?.[0]).toBe('35/X');
});

describe('refuses', () => {
  const cell = (address: string) => (xml: string) =>
    xml.replace('</sheetData>', `<row r="${address.replace(/\D/g, '')}"><c ${address}><v>1</v></c></row></sheetData>`);

  test('what is no .xlsx', async () => {
    expect(await refusal(new Uint8Array())).toBe('not-a-zip');
    expect(await refusal(strToU8('Số,Ngày\n35,24'))).toBe('not-a-zip');
    expect(await refusal(zipSync({ 'a.txt': strToU8('x') }))).toBe('not-xlsx');
    expect(await refusal(withSheet(() => '<worksheet><sheetData><row'))).toBe('not-xlsx');
    expect(await refusal(Buffer.from('d0cf11e0a1b11ae1'.repeat(100), 'hex'))).toBe('encrypted');
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

  test('a cell so far out that the table up to it would fill the memory', async () => {
    expect(await refusal(withSheet(cell('r="A20001"')))).toBe('too-many-rows');
    expect(await refusal(withSheet(cell("r = 'A1048576'")))).toBe('too-many-rows');
    expect(await refusal(withSheet(cell('r="XFD9"')))).toBe('too-many-columns');
    expect(await refusal(withSheet(cell('r="&#88;FD9"')))).toBe('unsafe');
    expect(await refusal(withSheet(cell('r="CV9"')))).toBe('read');
  });

  test('many sheets that are long together', async () => {
    const long = (): (string | null)[][] => [...Array(9999).fill([]), ['x']];
    expect(await refusal(await workbook(long(), long()))).toBe('read');
    expect(await refusal(await workbook(long(), long(), long()))).toBe('too-many-rows');
  });

  test('a file beyond 10 MB', async () => {
    const parts = unzipSync(sound);
    const filler = Buffer.alloc(10 * 1024 * 1024, 'x');
    expect(await refusal(zipSync({ ...parts, 'x.bin': [filler, { level: 0 }] }))).toBe('too-large');
  });
});
