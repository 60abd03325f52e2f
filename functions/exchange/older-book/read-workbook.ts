import { legible } from '#document/text/forbidden-characters.ts';
import { readBoundedZip } from '#package/read-bounded-zip.ts';
import { storeZip } from '#package/store-zip.ts';
import { ZipError } from '#package/zip-error.ts';
import { IMPORT_BOUNDS } from './import-bounds.ts';
import { ImportError, type ImportErrorCode } from './import-error.ts';

/** A cell as Excel has it; null is empty. */
export type Cell = string | number | boolean | Date | null;

/** A sheet with its rows, from the first row of the sheet on. */
export interface SheetRows {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

/**
 * Reads the sheets of an .xlsx within bounds: the zip is inflated by us and counted, parts with a DTD and cells far out are
 * refused, and the reader is handed a zip of what was counted, so it never inflates what a person sent.
 *
 * @throws ImportError
 */
export async function readWorkbook(bytes: Uint8Array): Promise<SheetRows[]> {
  const parts = xmlParts(bytes);
  let rows = 0;
  for (const part of parts.values()) rows += farthestRow(part);
  if (rows > IMPORT_BOUNDS.maxRows) throw new ImportError('too-many-rows');
  try {
    const { default: readXlsxFile } = await import('read-excel-file/node');
    const sheets = await readXlsxFile(Buffer.from(storeZip(parts)), { trim: false });
    return sheets.map(({ sheet, data }) => ({ name: legible(sheet), rows: data.map((row) => row.map(toCell)) }));
  } catch (cause) {
    throw new ImportError('not-xlsx', { cause });
  }
}

function xmlParts(bytes: Uint8Array): Map<string, Uint8Array> {
  try {
    const parts = readBoundedZip(bytes, IMPORT_BOUNDS);
    return new Map([...parts].filter(([name]) => name.endsWith('.xml') || name.endsWith('.rels')));
  } catch (cause) {
    if (!(cause instanceof ZipError)) throw cause;
    throw new ImportError(isEncrypted(bytes) ? 'encrypted' : codeOf(cause), { cause });
  }
}

function codeOf({ code }: ZipError): ImportErrorCode {
  return code === 'overlapping' || code === 'duplicate-name' || code === 'unsafe-name' ? 'unsafe' : code;
}

/** A workbook with a password is no zip but an OLE file. */
function isEncrypted(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 4)).toString('hex') === 'd0cf11e0';
}

const ADDRESS = /\sr\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The reader makes every row and column up to the farthest cell, so a cell far out costs memory without end. */
function farthestRow(part: Uint8Array): number {
  const xml = Buffer.from(part.buffer, part.byteOffset, part.length).toString('latin1');
  if (/^(?:\xff\xfe|\xfe\xff)/.test(xml) || /<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw new ImportError('unsafe');
  let farthest = 0;
  if (!xml.includes('sheetData')) return farthest;
  for (const [, quoted, single] of xml.matchAll(ADDRESS)) {
    const address = /^([A-Z]{0,3})(\d{1,7})$/.exec(quoted ?? single ?? '');
    if (!address) throw new ImportError('unsafe');
    farthest = Math.max(farthest, Number(address[2]));
    if (columnNumber(address[1] ?? '') > IMPORT_BOUNDS.maxColumns) throw new ImportError('too-many-columns');
  }
  return farthest;
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

/** The reader's types name the class of dates where they mean a date. */
function toCell(value: unknown): Cell {
  if (value instanceof Date) return value;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
