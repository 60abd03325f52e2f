import { MAX_SUBJECT_LENGTH } from '#document/schemas/text.schema.ts';
import { FORBIDDEN, nameOfForbidden } from '#document/text/forbidden-characters.ts';
import { legacyEncodingOf } from '#document/text/legacy-encoding.ts';
import { type Cell, cellText, isFault, isShown } from '../workbook/cell.ts';
import { MAX_CELL } from './import-bounds.ts';
import type { ImportColumns, ImportField } from './import-columns.ts';
import { type RowFinding, rowFinding } from './import-texts.ts';
import { parseImportCode, parseImportNumber } from './parse-import-code.ts';
import { type ImportBlank, readBlank, withoutBlankWords } from './read-blank.ts';
import { readImportDate } from './read-import-date.ts';

/** A row of a list as it was typed, read field by field; what is null could not be read, or is not there. */
export interface ImportRow {
  readonly number: number | null;
  /** A letter after the number: `a`, `bis`. */
  readonly codeSuffix: string | null;
  /** The year in the symbol: 17/2021/NQ-HĐND. */
  readonly symbolYear: number | null;
  /** As typed, without spaces around its hyphens. */
  readonly notation: string | null;
  readonly issuedDate: string | null;
  readonly typeName: string | null;
  /** Trích yếu; with its type before it where the list has both in one column (`isTitled`). */
  readonly subject: string | null;
  readonly isTitled: boolean;
  /** Position and name, as far as they were typed. */
  readonly signer: string | null;
  readonly to: readonly string[];
  readonly archivedAt: string | null;
  readonly issuedAmount: number | null;
  readonly findings: readonly RowFinding[];
}

/** Names of the columns in findings. */
export const FIELD_WORDS: Readonly<Record<ImportField, string>> = {
  code: 'Số, ký hiệu',
  number: 'Số',
  notation: 'Ký hiệu',
  issuedDate: 'Ngày tháng văn bản',
  title: 'Tên loại và trích yếu',
  typeName: 'Tên loại',
  subject: 'Trích yếu',
  signer: 'Người ký',
  position: 'Chức vụ',
  to: 'Nơi nhận văn bản',
  archivedAt: 'Đơn vị, người nhận bản lưu',
  issuedAmount: 'Số lượng bản',
  note: 'Ghi chú',
};

const MAX_LENGTHS: Partial<Record<ImportField, number>> = {
  title: MAX_SUBJECT_LENGTH + 30,
  subject: MAX_SUBJECT_LENGTH,
  signer: 200,
  position: 200,
  typeName: 100,
  archivedAt: 200,
};

/** Errors of Excel as texts, and days too wide for their column, copied as they were seen. */
const ERROR_TEXT = /^#(?:N\/A|[A-Z][A-Z_/0]*[!?]|GETTING_DATA)$|^#{3,}$/i;
/** A formula that was typed or exported as a text: `=B2`, `=VLOOKUP(…)`. */
const FORMULA_TEXT = /^=\s*(?:[A-Z][A-Z.]*\(|\$?[A-Z]{1,3}\$?\d)/i;
/** Signs that a cell is as the one above. */
const DITTO = /^[-–—\s]*(?:nt|n\/t|như trên|như trước|"|”|“|〃|''|″|\/\/)[-–—.\s]*$/iu;

/** Fields whose lines are apart: one recipient a line, a position above a name. */
const OF_LINES: ReadonlySet<ImportField> = new Set(['to', 'signer', 'position']);

/** A row that is a number without a document. */
export interface BlankRow {
  readonly row: ImportRow;
  readonly blank: ImportBlank;
}

/** Reads a row as a number without a document; null where it says nothing of the kind. */
export function parseBlankRow(cells: readonly Cell[], columns: ImportColumns): BlankRow | null {
  const blank = readBlank(cells, columns);
  if (!blank) return null;
  const row = parseImportRow(withoutWordsOfBlank(cells, columns), columns);
  // Of a number without a document a book has what it has: what is not there is no fault, but for the number.
  const ofNumber: readonly string[] = [FIELD_WORDS.code, FIELD_WORDS.number, FIELD_WORDS.notation];
  const isFault = ({ code, column }: RowFinding) =>
    ofNumber.includes(column) || (code !== 'MISSING' && !(blank.isSaidAsDay && column === FIELD_WORDS.issuedDate));
  return { blank, row: { ...row, findings: row.findings.filter(isFault) } };
}

function withoutWordsOfBlank(cells: readonly Cell[], columns: ImportColumns): Cell[] {
  const ofNumber = [columns.get('code'), columns.get('number')];
  return cells.map((cell, column) =>
    ofNumber.includes(column) && typeof cell === 'string' ? withoutBlankWords(cell) : cell,
  );
}

/** Reads a row of a list, every fault of it at once. */
export function parseImportRow(cells: readonly Cell[], columns: ImportColumns): ImportRow {
  const { findings, text, cellOf } = fieldReader(cells, columns);
  const say = (code: RowFinding['code'], field: ImportField, params = {}) =>
    void findings.push(rowFinding(code, FIELD_WORDS[field], params));

  const code = columns.has('code') ? wholeCode(text('code', true), say) : partedCode(text, cellOf('number'), say);
  const date = text('issuedDate', true);
  const issued = date === null ? { date: null } : readImportDate(cellOf('issuedDate'), date);
  if ('finding' in issued && issued.finding) say(issued.finding, 'issuedDate', { text: date?.slice(0, 60) });

  const amount = text('issuedAmount');
  const issuedAmount = amount === null ? null : amountOf(amount);
  if (amount !== null && issuedAmount === null) say('AMOUNT_UNREADABLE', 'issuedAmount', { text: amount.slice(0, 20) });

  const subjectField = columns.has('title') ? 'title' : 'subject';
  const subject = text(subjectField, true);
  const signer = [text('position'), text('signer')].filter((part) => part !== null).join('; ');
  return {
    number: code?.number ?? null,
    codeSuffix: code?.codeSuffix ?? null,
    symbolYear: code?.symbolYear ?? null,
    notation: code?.notation ?? null,
    issuedDate: issued.date,
    typeName: text('typeName'),
    subject,
    isTitled: subjectField === 'title',
    signer: signer === '' ? null : signer,
    to: recipientsOf(text('to')),
    archivedAt: text('archivedAt'),
    issuedAmount,
    findings,
  };
}

type Say = (code: RowFinding['code'], field: ImportField, params?: Record<string, string>) => void;
type ReadText = (field: ImportField, isNeeded?: boolean) => string | null;

interface ReadCode {
  readonly number: number;
  readonly codeSuffix?: string;
  readonly symbolYear?: number;
  readonly notation: string | null;
}

/** Reads fields as texts; what is no text, or none that can be kept, becomes a finding of its column. */
function fieldReader(cells: readonly Cell[], columns: ImportColumns) {
  const findings: RowFinding[] = [];
  const cellOf = (field: ImportField): Cell => cells[columns.get(field) ?? -1] ?? null;
  const text: ReadText = (field, isNeeded = false) => {
    const cell = cellOf(field);
    const read = cleaned(field === 'issuedAmount' && isShown(cell) ? cell.value : cell, OF_LINES.has(field));
    const fault = faultOf(cell, read, field);
    if (fault) findings.push(rowFinding(fault.code, FIELD_WORDS[field], fault.params));
    else if (read === '' && isNeeded) findings.push(rowFinding('MISSING', FIELD_WORDS[field]));
    return (fault && fault.code !== 'TOO_LONG') || read === '' ? null : read;
  };
  return { findings, text, cellOf };
}

function faultOf(
  cell: Cell,
  read: string,
  field: ImportField,
): { readonly code: RowFinding['code']; readonly params: Record<string, string | number> } | undefined {
  if (isFault(cell)) {
    if (cell.fault === 'uncomputed') return { code: 'CELL_UNCOMPUTED', params: {} };
    return { code: 'CELL_ERROR', params: { text: cell.text } };
  }
  if (typeof cell === 'boolean') return { code: 'CELL_IS_BOOLEAN', params: { text: cell ? 'TRUE' : 'FALSE' } };
  if (typeof cell === 'string' && ERROR_TEXT.test(read))
    return { code: 'CELL_ERROR', params: { text: read.slice(0, 20) } };
  if (typeof cell === 'string' && FORMULA_TEXT.test(read)) return { code: 'CELL_UNCOMPUTED', params: {} };
  if (DITTO.test(read)) return { code: 'CELL_DITTO', params: { text: read } };
  // A day that is none is told as such.
  if (field === 'issuedDate') return undefined;
  if (read.length > MAX_CELL) return { code: 'CELL_TOO_LONG', params: {} };
  const encoding = legacyEncodingOf(read);
  if (encoding !== null) return { code: 'LEGACY_ENCODING', params: { encoding } };
  const forbidden = FORBIDDEN.exec(read);
  if (forbidden)
    return { code: 'FORBIDDEN_CHARACTER', params: { what: nameOfForbidden(forbidden[0].codePointAt(0) ?? 0) } };
  const max = MAX_LENGTHS[field] ?? MAX_CELL;
  return read.length > max ? { code: 'TOO_LONG', params: { length: read.length, max } } : undefined;
}

/** A cell's text in NFC, its runs of spaces as one space; its line ends too, or as semicolons. */
function cleaned(cell: Cell, hasLines = false): string {
  const text = cellText(cell).normalize('NFC');
  return (hasLines ? text.replace(/\s*[\r\n]+\s*/g, '; ') : text).replace(/\s+/gu, ' ').trim();
}

function wholeCode(typed: string | null, say: Say): ReadCode | null {
  if (typed === null) return null;
  const code = bareNumber(typed) ?? parseImportCode(typed);
  if (!code) say(codeFault(typed), 'code', { text: typed.slice(0, 60) });
  return code;
}

/** Number and symbol in two columns; a number alone is completed by type and organ. */
function partedCode(text: ReadText, cell: Cell, say: Say): ReadCode | null {
  const shown = text('number', true);
  const notation = text('notation');
  if (shown === null) return null;
  const whole = notation === null && !bareNumber(shown) ? parseImportCode(shown) : null;
  if (whole) return whole;
  const number = isShown(cell) ? String(cell.value) : shown;
  if (notation === null) {
    const bare = parseImportNumber(number);
    if (!bare) say(codeFault(number), 'number', { text: number.slice(0, 60) });
    return bare && { ...bare, notation: null };
  }
  const code = parseImportCode(`${number}/${notation.replace(/^\s*\//, '')}`);
  if (!code) say(codeFault(number), 'notation', { text: `${number}/${notation}`.slice(0, 60) });
  return code;
}

function bareNumber(typed: string): ReadCode | null {
  const bare = parseImportNumber(typed);
  return bare && { ...bare, notation: null };
}

/** Reason why a number cannot be read, as far as it can be told. */
function codeFault(typed: string): RowFinding['code'] {
  if (/(?<!\p{L})(tối |tuyệt )?mật(?!\p{L})/iu.test(typed)) return 'CODE_SECRET';
  if (/\d\s*(?:[,;&+]|-|và|đến)\s*\d+\s*\/\s*\p{L}/iu.test(typed)) return 'CODE_SEVERAL';
  return /^\D{0,6}0+(?=\D|$)/u.test(typed) ? 'CODE_ZERO' : 'CODE_UNREADABLE';
}

function amountOf(text: string): number | null {
  const found = /^0*([1-9]\d{0,4})(?:\s*(?:b|bản))?$/iu.exec(text);
  return found ? Number(found[1]) : null;
}

/** One recipient a line or between semicolons; a comma belongs to a name. */
function recipientsOf(text: string | null): string[] {
  return (text ?? '')
    .split(';')
    .map((name) => name.replace(/^[\s-]+|[\s.]+$/g, ''))
    .filter((name) => name !== '');
}
