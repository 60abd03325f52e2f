import { parseImportCode, parseImportNumber } from './parse-import-code.ts';

/** Parts of a document's number that the name of its scan tells. */
export interface ScanName {
  readonly number: number;
  readonly codeSuffix: string | null;
  /** Null: the name has the number alone. */
  readonly notation: string | null;
  readonly year: number | null;
}

const EXTENSION = /\.(?:pdf|docx)$/iu;
/** Words of scanners and signing programs after the number. */
const TAIL = /[-_.\s]*(?:\(\d+\)|signed|scan|bản quét|ban quet|đã ký|da ky)$/iu;
const DAY = /[-_.\s]*(?:ngày|ngay)[-_.\s]*\d{1,2}[-_./]\d{1,2}[-_./]((?:19|20)\d\d)$/iu;
const YEAR = /[-_.\s]((?:19|20)\d\d)$/u;

/** Reads number, symbol and year out of a file's name: `35-KH-UBND-2025.pdf`, `35_KH-UBND (1).pdf`, `35.pdf`. Null where it says none. */
export function readScanName(fileName: string): ScanName | null {
  let stem = fileName.normalize('NFC').replace(EXTENSION, '').trim();
  while (TAIL.test(stem)) stem = stem.replace(TAIL, '');
  const dated = DAY.exec(stem) ?? YEAR.exec(stem);
  const bare = dated ? stem.slice(0, dated.index) : stem;
  const text = bare.replace(/_+/g, '-').replace(/^(\D*\d+\p{L}{0,4})\.(?=\p{L})/u, '$1-');
  const code = parseImportCode(text);
  const number = code ?? parseImportNumber(text.replace(/^so\s+/iu, ''));
  if (!number) return null;
  const { codeSuffix = null } = number;
  return { number: number.number, codeSuffix, notation: code?.notation ?? null, year: dated ? Number(dated[1]) : null };
}
