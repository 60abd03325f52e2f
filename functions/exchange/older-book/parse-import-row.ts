import { MAX_SUBJECT_LENGTH } from '#document/schemas/text.schema.ts';
import { FORBIDDEN, nameOfForbidden } from '#document/text/forbidden-characters.ts';
import { MAX_CELL } from './import-bounds.ts';
import type { ImportColumns, ImportField } from './import-columns.ts';
import { type RowFinding, rowFinding } from './import-texts.ts';
import { parseImportCode } from './parse-import-code.ts';
import { readImportDate } from './read-import-date.ts';
import type { Cell } from './read-workbook.ts';

/** A row of a list as it was typed, read field by field; what is null could not be read, or is not there. */
export interface ImportRow {
  readonly number: number | null;
  /** As typed, without spaces around its hyphens. */
  readonly notation: string | null;
  readonly issuedDate: string | null;
  readonly typeName: string | null;
  /** Trích yếu; with its type before it where the list has both in one column (`isTitled`). */
  readonly subject: string | null;
  readonly isTitled: boolean;
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
  to: 'Nơi nhận văn bản',
  archivedAt: 'Đơn vị, người nhận bản lưu',
  issuedAmount: 'Số lượng bản',
};

const MAX_LENGTHS: Partial<Record<ImportField, number>> = {
  title: MAX_SUBJECT_LENGTH + 30,
  subject: MAX_SUBJECT_LENGTH,
  signer: 200,
  typeName: 100,
  archivedAt: 200,
};

/** Reads a row of a list, every fault of it at once. */
export function parseImportRow(cells: readonly Cell[], columns: ImportColumns): ImportRow {
  const findings: RowFinding[] = [];
  const say = (code: RowFinding['code'], field: ImportField, facts = {}) =>
    void findings.push(rowFinding(code, FIELD_WORDS[field], facts));
  const cellOf = (field: ImportField): Cell => {
    const cell = cells[columns.get(field) ?? -1] ?? null;
    const hasLines = field === 'to' || field === 'signer';
    return hasLines && typeof cell === 'string' ? cell.replace(/[\r\n]+/g, '; ') : cell;
  };
  const text = (field: ImportField, isNeeded = false): string | null => {
    const read = cleaned(cellOf(field));
    if (read === '') {
      if (isNeeded) say('MISSING', field);
      return null;
    }
    if (read.length > MAX_CELL) {
      say('CELL_TOO_LONG', field);
      return null;
    }
    const forbidden = FORBIDDEN.exec(read);
    if (forbidden) {
      say('FORBIDDEN_CHARACTER', field, { what: nameOfForbidden(forbidden[0].codePointAt(0) ?? 0) });
      return null;
    }
    const max = MAX_LENGTHS[field] ?? MAX_CELL;
    if (read.length > max) say('TOO_LONG', field, { length: read.length, max });
    return read;
  };

  const codeField = columns.has('code') ? 'code' : 'notation';
  const typedCode = columns.has('code') ? text('code', true) : joined(text('number', true), text('notation', true));
  const code = typedCode === null ? null : parseImportCode(typedCode);
  if (typedCode !== null && !code) say('CODE_UNREADABLE', codeField, { text: typedCode.slice(0, 60) });

  const issued = readImportDate(cellOf('issuedDate'), cleaned(cellOf('issuedDate')));
  if (issued.finding) say(issued.finding, 'issuedDate', { text: cleaned(cellOf('issuedDate')).slice(0, 60) });

  const amount = text('issuedAmount');
  const issuedAmount = amount === null ? null : amountOf(amount);
  if (amount !== null && issuedAmount === null) say('AMOUNT_UNREADABLE', 'issuedAmount', { text: amount.slice(0, 20) });

  const subjectField = columns.has('title') ? 'title' : 'subject';
  return {
    number: code?.number ?? null,
    notation: code?.notation ?? null,
    issuedDate: issued.date,
    typeName: text('typeName'),
    subject: text(subjectField, true),
    isTitled: subjectField === 'title',
    signer: text('signer'),
    to: recipientsOf(text('to')),
    archivedAt: text('archivedAt'),
    issuedAmount,
    findings,
  };
}

/** A cell's text in NFC, its line ends and runs of spaces as one space. */
export function cleaned(cell: Cell): string {
  if (cell === null) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '#' : cell.toISOString();
  return String(cell).normalize('NFC').replace(/\s+/gu, ' ').trim();
}

function joined(number: string | null, notation: string | null): string | null {
  return number === null || notation === null ? null : `${number}/${notation}`;
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
