import { foldWords } from '#document/text/vietnamese.ts';
import { type Cell, cellText, isFault } from '../workbook/cell.ts';
import type { ImportColumns, ImportField } from './import-columns.ts';
import { parseImportCode, parseImportNumber } from './parse-import-code.ts';

/** A number without a document, as a row says it. */
export interface ImportBlank {
  readonly kind: 'cancelled' | 'empty' | 'secret';
  /** Rest of the row's text. */
  readonly note: string | null;
  /** The cell of the day says so. */
  readonly isSaidAsDay: boolean;
  /** Nothing says so but that the row has a number and nothing else. */
  readonly isBare: boolean;
}

/** Words for the kinds of a number without a document. */
export const BLANK_WORDS: Readonly<Record<ImportBlank['kind'], string>> = {
  cancelled: 'số bị hủy',
  empty: 'số bỏ trống',
  secret: 'số của văn bản mật',
};

const SAID = '(?:so )?(?:nay )?(?:da |bi |dang |con )*';
/** Words, folded, that say a number was cancelled or left empty; what follows them is why. */
const KINDS: ReadonlyArray<readonly [kind: ImportBlank['kind'], words: string]> = [
  ['cancelled', `${SAID}(?:huy|xoa|gach)(?: bo| so)*(?: so)?(?: nay)?`],
  [
    'empty',
    `${SAID}(?:bo|de) (?:trong|khong|so|cach|cach so)(?: so)?|${SAID}(?:trong|khuyet)|${SAID}(?:khong|chua) (?:dung|su dung|cap|co van ban|ban hanh)(?: den)?(?: so)?(?: nay)?`,
  ],
];
/** Words of a whole cell that say a number is a secret document's. */
const SECRET =
  /^(?:so )?(?:cua )?(?:van ban |vb |tai lieu |cong van )?(?:toi |tuyet )?mat(?: (?:dang ky |vao )?(?:o )?so rieng)?$/;
/** Columns in which a book says so, with whether the words must be all of the cell: a trích yếu may begin with hủy bỏ. */
const COLUMNS: ReadonlyArray<readonly [field: ImportField, isWhole: boolean]> = [
  ['note', false],
  ['title', true],
  ['subject', true],
  ['typeName', true],
  ['issuedDate', true],
  ['signer', true],
  ['to', true],
];
/** Words in brackets after a number: `36/KH-UBND (hủy)`, `36 – bỏ trống`. */
const AFTER_CODE = /\s*(?:[([]([^()[\]]+)[)\]]|\s[-–—:]\s*(\p{L}[\p{L} ]+))\s*$/u;

/** The number of a cell without what it says of a blank after it. */
export function withoutBlankWords(code: string): string {
  const found = AFTER_CODE.exec(code);
  return found && kindOf(found[1] ?? found[2] ?? '', true) ? code.slice(0, found.index) : code;
}

/** Reads a row as a number without a document, if it says so; a number alone is one that was left empty. */
export function readBlank(cells: readonly Cell[], columns: ImportColumns): ImportBlank | null {
  const textOf = (field: ImportField) => cellText(cells[columns.get(field) ?? -1] ?? null).trim();
  const code = textOf('code') || textOf('number');
  const after = AFTER_CODE.exec(code);
  const ofCode = after ? kindOf(after[1] ?? after[2] ?? '', true) : null;
  const isUntitled = textOf('title') === '' && textOf('subject') === '';
  const isSecret = [textOf('title'), textOf('subject'), isUntitled ? textOf('note') : ''].some(isSecretWord);
  if (isSecret) return { kind: 'secret', note: null, isSaidAsDay: false, isBare: false };
  const kind = COLUMNS.reduce((found, [field, isWhole]) => found ?? kindOf(textOf(field), isWhole), ofCode);
  if (kind !== null) {
    const says = [...new Set(SAYING.map((field) => reasonIn(textOf(field))))].filter((text) => text !== '');
    const isSaidAsDay = kindOf(textOf('issuedDate'), true) !== null;
    return { kind, note: says.length > 0 ? says.join('; ').slice(0, MAX_NOTE) : null, isSaidAsDay, isBare: false };
  }
  const isEmpty = (field: ImportField) => textOf(field) === '' && !isFault(cells[columns.get(field) ?? -1] ?? null);
  const isNumber = (parseImportCode(code) ?? parseImportNumber(code)) !== null;
  const isBare = isNumber && [...columns.keys()].every((field) => OF_NUMBER.has(field) || isEmpty(field));
  return isBare ? { kind: 'empty', note: null, isSaidAsDay: false, isBare } : null;
}

const MAX_NOTE = 500;
const SAYING: readonly ImportField[] = ['title', 'subject', 'note'];
const OF_NUMBER: ReadonlySet<ImportField> = new Set(['code', 'number', 'notation', 'typeName']);

function isSecretWord(text: string): boolean {
  return SECRET.test(foldWords(text));
}

/** The kind that a text says: as all of it, or before the stop after which it says why. */
function kindOf(text: string, isWhole: boolean): ImportBlank['kind'] | null {
  const words = foldWords(isWhole ? text : headOf(text));
  return KINDS.find(([, pattern]) => new RegExp(`^(?:${pattern})$`).test(words))?.[0] ?? null;
}

/** `Hủy: sai thể thức` has `Hủy`. */
function headOf(text: string): string {
  return /^(?:(?!\s-\s)[^:.,;(–—])*/u.exec(text)?.[0] ?? '';
}

/** Reads the reason in a text that says a number has no document. */
function reasonIn(text: string): string {
  if (kindOf(text, false) === null) return text;
  return text
    .slice(headOf(text).length)
    .replace(/^[\s:.,;(–—-]+|[\s).]+$/gu, '')
    .replace(/\s+/gu, ' ');
}
