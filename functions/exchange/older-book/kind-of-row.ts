import { foldWords } from '#document/text/vietnamese.ts';
import { type Cell, cellText, isFault, type SheetRow } from '../workbook/cell.ts';
import type { ImportColumns, ImportField } from './import-columns.ts';
import { parseImportCode } from './parse-import-code.ts';
import { readImportDate } from './read-import-date.ts';

/** Kind of a row that is no document. */
export type PassedOverKind = 'header' | 'period' | 'total' | 'signature' | 'remark';

const MONTH_WORDS = 'gieng|mot|hai|ba|tu|nam|sau|bay|tam|chin|muoi|chap';

/** Rows between documents, by their first words, folded. */
const KINDS: ReadonlyArray<readonly [RegExp, PassedOverKind]> = [
  [/^(thang|quy|tuan|hoc ky|dot|nam|quyen|so quyen)( so)?( \d+| [ivx]+)( |$)/, 'period'],
  [new RegExp(`^(thang|quy)( (${MONTH_WORDS})){1,2}$`), 'period'],
  [/^t ?\d{1,2}( \d{4})?$/, 'period'],
  [/^(6|sau) thang (dau|cuoi) nam/, 'period'],
  [/^quyen nay (dang ky|co|gom)( |$)/, 'total'],
  [/^(tong (cong(?! ty| doan)|so)|tong cac|luy ke|mang sang|chuyen (sang|trang)|trang (truoc|sau))( |$)/, 'total'],
  [/^tong( hop)?( \d+.*)?$|^cong( (don|trang|thang|quy)( .*)?| \d+.*)?$|^(sum|total)( |$)/, 'total'],
  [/^(so nay|danh sach nay|an dinh( danh sach)?|trong do)( .*)? \d+( |$)|^so van ban( da [a-z ]+)? \d+( |$)/, 'total'],
  [
    /^(nguoi (lap|lam|ghi|vao|kiem|phu|duyet|nhap|theo|giu)|can bo|cong chuc|phu trach|dai dien|lap (bieu|bang|so)|van thu|thu truong|lanh dao|xac nhan|ky (ten|ghi|va)|da ky)( |$)/,
    'signature',
  ],
  [/^(pho |quyen )?(chanh van phong|truong phong|hieu truong|giam doc|chu tich)( |$)|^(tm|kt|tl|tuq) /, 'signature'],
  [/(^| )ngay( \d+)? thang( \d+)? nam( \d+)?$|^ngay \d+ \d+ \d{4}$/, 'signature'],
  [/^ghi chu |^(ket thuc so|het)$/, 'remark'],
];
/** A heading of a part of the book: `I. KẾ HOẠCH`, `A/ CÔNG VĂN`, `Phần I`. */
const PART = /^\s*(?:[IVX]{1,5}\s*[.):]|[A-H]\s*[.):/])(?:\s*\p{Lu}|\s*$)|^\s*P(?:hần|HẦN)\s+(?:[IVX]+|\d+)/u;
/** Words with spaces between them, as `Sổ văn bản đi`; no number and no symbol. */
const WORDS = /^(?!\s*số\s*:?\s*\d)(?!\s*\p{Lu}{1,6}\s*[-–/])[^\p{L}\p{N}]*\p{L}[^/]*\s/iu;
/** Columns whose text makes a row a document, sound or not. */
const OF_SUBJECT = ['title', 'subject', 'issuedDate'] as const;
/** Columns in which a lone text goes on with the row above. */
const OF_OTHERS = ['typeName', 'signer', 'position', 'to', 'archivedAt'] as const;

/** Tells the kind of a row that is no document; undefined for one that may be: with a number, a day, or a trích yếu. `isLast`: none follows. */
export function kindOfRow(row: SheetRow, columns: ImportColumns, isLast: () => boolean): PassedOverKind | undefined {
  if (looksLikeDocument(row, columns)) return undefined;
  const texts = row.cells.map((cell) => foldWords(cellText(cell))).filter((text) => text !== '');
  const [first = ''] = texts;
  const isPart = row.cells.some((cell) => PART.test(cellText(cell)));
  const kind = KINDS.find(([pattern]) => pattern.test(first))?.[1] ?? (isPart ? 'period' : undefined);
  if (kind === 'period' && texts.length === 1) return kind;
  if (kind === 'signature' && isLast()) return kind;
  if (kind === 'total' || kind === 'remark') return kind;
  return saysNothingOfDocuments(row, columns, isLast) ? (isLast() ? 'remark' : 'period') : undefined;
}

/** Tells whether a row has neither number, day nor trích yếu, but one text among the documents, or any texts below the last. */
function saysNothingOfDocuments(row: SheetRow, columns: ImportColumns, isLast: () => boolean): boolean {
  const textOf = (field: ImportField) => cellAt(row, columns, field);
  if (row.cells.some(isFault) || OF_SUBJECT.some((field) => textOf(field) !== '')) return false;
  const filled = row.cells.filter((cell) => cellText(cell).trim() !== '');
  const number = `${textOf('code')} ${textOf('number')} ${textOf('notation')}`.trim();
  const [text = ''] = filled.map((cell) => cellText(cell));
  if (filled.length === 1 && OF_OTHERS.some((field) => textOf(field) !== '')) return false;
  if (filled.length === 1) return WORDS.test(text) || (isLast() && !/[\p{L}\p{N}]/u.test(text));
  return number !== '' && isLast() && !/\d/.test(number);
}

/** Tells whether a row has a number or a day that can be read. */
export function looksLikeDocument(row: SheetRow, columns: ImportColumns): boolean {
  const isNumber = /^\s*\d+\s*\p{L}{0,4}\s*$/u.test(cellAt(row, columns, 'number'));
  const date: Cell = row.cells[columns.get('issuedDate') ?? -1] ?? null;
  return (
    isNumber ||
    parseImportCode(cellAt(row, columns, 'code')) !== null ||
    readImportDate(date, cellText(date).trim()).date !== null
  );
}

function cellAt({ cells }: SheetRow, columns: ImportColumns, field: ImportField): string {
  return cellText(cells[columns.get(field) ?? -1] ?? null).trim();
}
