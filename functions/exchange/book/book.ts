import { formatTableDate } from '../table-date.ts';

/** State of a document that has its number. */
export type EntryState = 'numbered' | 'issued' | 'withdrawn' | 'replaced' | 'voided' | 'struck' | BlankState;

/** State of a number of an older book that has no document. */
export type BlankState = 'cancelled' | 'empty' | 'secret';

/** A document as the book registers it. Names are PL VI's where it has one. */
export interface BookEntry {
  /** Id of its document; absent of a blank number. Never printed. */
  readonly docId?: string | undefined;
  /** Số và ký hiệu as printed: `35/KH-UBND`. */
  readonly symbol: string;
  /** `yyyy-mm-dd`; `''` of a blank number without a day. */
  readonly issuedDate: string;
  /** `''` of a blank number. */
  readonly typeName: string;
  readonly subject: string;
  readonly fullName?: string | undefined;
  readonly to: readonly string[];
  /** The unit that keeps the record copy beside Văn thư. */
  readonly archivedAt?: string | undefined;
  readonly issuedAmount?: number | undefined;
  /** Sendings (columns 7 to 9); absent: not sent, or unknown. */
  readonly sent?: {
    readonly firstDay: string;
    readonly lines: number;
    readonly copies?: number;
    readonly received: number;
  };
  readonly state: EntryState;
  /** Reason of its withdrawal, or of voiding its number. */
  readonly endReason?: string | undefined;
  /** Symbol of the document that replaced it. */
  readonly replacedBy?: string | undefined;
  /** Symbols of the công văn that correct it. */
  readonly correctedBy: readonly string[];
  /** Symbols of the documents that amend it. */
  readonly amendedBy?: readonly string[];
  readonly broughtIn: boolean;
  /** Its number was given by another system. */
  readonly recorded: boolean;
  /** Drafted elsewhere and registered here. */
  readonly registered: boolean;
  readonly hasFiles: boolean;
}

/** A volume of the book (quyển): the documents of one series in one year, by number. */
export interface BookVolume {
  readonly year: number;
  /** Types that it registers: "Kế hoạch". */
  readonly types: string;
  /** First day of the series, where that is not 1 January: of an office that began within the year. */
  readonly startsOn?: string | undefined;
  readonly entries: readonly BookEntry[];
  /** Closing of the year; absent while it is open. */
  readonly closed?: ClosedVolume | undefined;
}

/** A closed year as it is printed. Days are `yyyy-mm-dd`, hashes hex. */
export interface ClosedVolume {
  readonly day: string;
  /** Over every line. */
  readonly hash: string;
  /** The root outside the register that has the closing in it, where one was written. */
  readonly sealed?: { readonly day: string; readonly root: string } | undefined;
}

/** Sổ đăng ký văn bản đi (PL IV, Mục I). */
export interface Book {
  readonly parentName: string | null;
  readonly organLines: readonly string[];
  /** First and last day, `yyyy-mm-dd`. */
  readonly from: string;
  readonly to: string;
  /** Quyển số; null leaves it to be filled in by hand. */
  readonly volumeNumber: number | null;
  readonly volumes: readonly BookVolume[];
}

/** A column of the book: its title, its share of the page, how its text stands. */
export interface BookColumn {
  readonly title: string;
  readonly width: number;
  readonly align: 'left' | 'center';
}

/** The ten columns, in the order of PL IV, Mục I.2; the widths are ours. */
export const BOOK_COLUMNS: readonly BookColumn[] = [
  { title: 'Số, ký hiệu văn bản', width: 37, align: 'center' },
  { title: 'Ngày tháng văn bản', width: 26, align: 'center' },
  { title: 'Tên loại và trích yếu nội dung văn bản', width: 49, align: 'left' },
  { title: 'Người ký', width: 25, align: 'left' },
  { title: 'Nơi nhận văn bản', width: 37, align: 'left' },
  { title: 'Đơn vị, người nhận bản lưu', width: 20, align: 'center' },
  { title: 'Số lượng bản', width: 17, align: 'center' },
  { title: 'Ngày chuyển', width: 19, align: 'center' },
  { title: 'Ký nhận', width: 14, align: 'center' },
  { title: 'Ghi chú', width: 24, align: 'left' },
];

/** The cells of an entry, one a column. Ngày chuyển and Ký nhận say what was recorded of sendings, else they are filled in by hand. */
export function bookCells(entry: BookEntry): string[] {
  const { symbol, issuedDate, fullName = '', to, sent } = entry;
  const copies = sent?.copies ?? entry.issuedAmount;
  return [
    symbol,
    issuedDate === '' ? '' : formatTableDate(issuedDate),
    titleOf(entry),
    fullName,
    to.join('; '),
    archiveOf(entry),
    copies === undefined ? '' : String(copies),
    sent === undefined ? '' : formatTableDate(sent.firstDay),
    receiptsOf(entry),
    noteOf(entry),
  ];
}

/** Count of recipients that have it; signatures are filled in by hand. */
function receiptsOf({ sent }: BookEntry): string {
  return sent && sent.received > 0 ? `${sent.received}/${sent.lines} nơi đã nhận` : '';
}

/** Type and trích yếu; a công văn prints no type, so its trích yếu has its V/v. */
function titleOf({ typeName, subject }: BookEntry): string {
  if (typeName === '') return subject;
  return typeName === 'Công văn' ? `${typeName} V/v ${subject}` : `${typeName} ${subject}`;
}

/** Văn thư keeps the original of whatever we issue (Điều 19); of an older document the older book knows, a blank number has none. */
function archiveOf({ archivedAt, broughtIn, state }: BookEntry): string {
  if (broughtIn || isBlank({ state })) return archivedAt ?? '';
  return archivedAt === undefined ? 'VT' : `VT, ${archivedAt}`;
}

/** Makes the note of an entry: outcome and origin (Ghi chú). */
export function noteOf(entry: BookEntry): string {
  const { broughtIn, registered, recorded, hasFiles, correctedBy, amendedBy = [], state } = entry;
  return [
    ...endOf(entry),
    ...(amendedBy.length > 0 ? [`Được sửa đổi, bổ sung bởi ${amendedBy.join(', ')}`] : []),
    ...(correctedBy.length > 0 ? [`Được đính chính bởi ${correctedBy.join(', ')}`] : []),
    ...(recorded && state !== 'struck' ? ['Số ghi lại'] : []),
    ...(registered ? [hasFiles ? 'Soạn ngoài hệ thống' : 'Soạn ngoài hệ thống, không kèm tệp'] : []),
    ...(broughtIn && isBlank(entry) ? ['Nhập từ sổ cũ'] : []),
    ...(broughtIn && !isBlank(entry) ? [hasFiles ? 'Nhập từ sổ cũ' : 'Nhập từ sổ cũ, không kèm tệp'] : []),
  ].join('. ');
}

function endOf({ state, endReason, replacedBy }: BookEntry): string[] {
  const why = endReason === undefined ? '' : `: ${endReason}`;
  if (state === 'withdrawn') return [`Đã thu hồi${why}`];
  if (state === 'replaced') return [replacedBy === undefined ? 'Đã được thay thế' : `Được thay thế bởi ${replacedBy}`];
  if (state === 'struck') return [`Ghi nhầm, đã gạch${why}`];
  if (state === 'cancelled') return [`Số bị hủy${why}`];
  if (state === 'empty') return [`Số bỏ trống${why}`];
  if (state === 'secret') return [`Số của văn bản mật, đăng ký ở sổ riêng${why}`];
  if (state === 'voided') return [`Số đã hủy${why}`];
  return state === 'numbered' ? ['Đã cấp số, đang hoàn tất tệp'] : [];
}

/** Tells whether an entry is a number without a document. */
export function isBlank({ state }: Pick<BookEntry, 'state'>): boolean {
  return state === 'cancelled' || state === 'empty' || state === 'secret';
}

/** The first and the last number of a volume, as printed, or null where it has none. */
export function numbersOf({ entries }: BookVolume): { readonly first: string; readonly last: string } | null {
  const [first, last] = [entries.at(0), entries.at(-1)];
  return first && last ? { first: first.symbol.replace(/\/.*$/, ''), last: last.symbol.replace(/\/.*$/, '') } : null;
}
