import { formatNumber } from '#document/code-notation.ts';
import { type BookEntry, noteOf } from '../book/book.ts';
import { createCutter, type LengthWarning } from './cut-to-length.ts';

/** Facts of a document beyond its line of the book. */
export interface MetadataSource {
  readonly entry: BookEntry;
  readonly codeNumber: number;
  /** A letter of an older book's number: 35a. */
  readonly codeSuffix?: string | undefined;
  readonly codeNotation: string;
  readonly organName: string;
  readonly signerInfo?: { readonly position: string; readonly fullName: string } | undefined;
  readonly urgency?: string | undefined;
  readonly pageAmount?: number | undefined;
  /** Hạn trả lời văn bản, `yyyy-mm-dd`. */
  readonly replyBy?: string | undefined;
  /** Mã định danh of an organ by its name; the issuing organ's own under its name. */
  readonly codes: ReadonlyMap<string, string>;
}

/**
 * Metadata of a document sent, by the names and in the order of PL VI, phần II.I. Null is what nobody has said: the
 * record file it belongs to, the count of pages of a layout that is Word's, an answer's day.
 */
export interface Metadata {
  readonly FileCode: {
    readonly OrganId: string | null;
    readonly FileCatalog: number | null;
    readonly FileNotation: string | null;
  };
  readonly DocOrdinal: number | null;
  readonly TypeName: string;
  readonly CodeNumber: string;
  readonly CodeNotation: string;
  /** `yyyy-mm-dd`. */
  readonly IssuedDate: string;
  readonly OrganName: string;
  readonly Subject: string;
  readonly Language: string;
  readonly PageAmount: number | null;
  readonly Description: string | null;
  readonly SignerInfo: { readonly Position: string | null; readonly FullName: string | null };
  readonly To: ReadonlyArray<{ readonly OrganId: string | null; readonly OrganName: string }>;
  /** 0 none, 1 khẩn, 2 thượng khẩn, 3 hỏa tốc; secret documents are not kept. */
  readonly Priority: number;
  readonly IssuedAmount: number | null;
  readonly DueDate: string | null;
}

/** The length of each field (PL VI, phần II.I). */
const LENGTHS = {
  OrganId: 13,
  TypeName: 100,
  CodeNumber: 11,
  CodeNotation: 30,
  OrganName: 200,
  Subject: 500,
  Description: 500,
  Position: 100,
  FullName: 50,
} as const;
const MAX_AMOUNT = 999;

/** Makes the metadata; a value beyond its field's length is cut there, with a warning. */
export function metadataOf(source: MetadataSource): {
  readonly metadata: Metadata;
  readonly warnings: readonly LengthWarning[];
} {
  const { entry, codeNumber, codeSuffix, codeNotation, organName, signerInfo, urgency, pageAmount, codes } = source;
  const { cut, cutOrNull, warnings } = createCutter();
  const code = (name: string, field: string) => cutOrNull(field, codes.get(name), LENGTHS.OrganId);
  const { issuedAmount } = entry;
  const isTooMany = issuedAmount !== undefined && issuedAmount > MAX_AMOUNT;
  if (isTooMany) warnings.push({ field: 'IssuedAmount', length: String(issuedAmount).length, max: 3 });
  const metadata: Metadata = {
    FileCode: { OrganId: code(organName, 'FileCode.OrganId'), FileCatalog: null, FileNotation: null },
    DocOrdinal: null,
    TypeName: cut('TypeName', entry.typeName, LENGTHS.TypeName),
    CodeNumber: cut('CodeNumber', formatNumber(codeNumber, codeSuffix), LENGTHS.CodeNumber),
    CodeNotation: cut('CodeNotation', codeNotation, LENGTHS.CodeNotation),
    IssuedDate: entry.issuedDate,
    OrganName: cut('OrganName', organName, LENGTHS.OrganName),
    Subject: cut('Subject', entry.subject, LENGTHS.Subject),
    Language: 'Tiếng Việt',
    PageAmount: pageAmount ?? null,
    Description: cutOrNull('Description', noteOf(entry), LENGTHS.Description),
    SignerInfo: {
      Position: cutOrNull('SignerInfo.Position', signerInfo?.position, LENGTHS.Position),
      FullName: cutOrNull('SignerInfo.FullName', signerInfo?.fullName, LENGTHS.FullName),
    },
    To: entry.to.map((name, i) => ({
      OrganId: code(name, `To[${i}].OrganId`),
      OrganName: cut(`To[${i}].OrganName`, name, LENGTHS.OrganName),
    })),
    Priority: priorityOf(urgency),
    IssuedAmount: isTooMany ? null : (issuedAmount ?? null),
    DueDate: source.replyBy ?? null,
  };
  return { metadata, warnings };
}

/** Mức độ khẩn as a number. */
export function priorityOf(urgency: string | undefined): number {
  return 1 + ['KHẨN', 'THƯỢNG KHẨN', 'HOẢ TỐC'].indexOf((urgency ?? '').normalize('NFC').replace('HỎA', 'HOẢ'));
}
