import type { TableSize } from '#document/schemas/table.schema.ts';
import { body, type ElementStyle, type ElementStyleId, elementStyles } from './styles.ts';

/** New elements, which old documents do not have: without them a document keeps its bytes. */
const optionalStyles = [
  { id: 'MucChuCai', name: 'Mục A.', clause: 'PL I, II.6.đ', bold: true, keepNext: true, ...body },
  { id: 'MucLietKe', name: 'Mục (1)', clause: 'PL I, II.6.e', ...body },
  { id: 'CongDauDong', name: 'Dấu cộng đầu dòng', clause: 'PL I, II.6.e', ...body },
  {
    id: 'GhiChu',
    name: 'Ghi chú',
    clause: 'PL I, II.6.e',
    ...body,
    sizePt: 12,
    firstLineTwips: 0,
    line: { multiple: 1 },
  },
  {
    id: 'DuThao',
    name: 'Dấu dự thảo',
    clause: 'thực tế',
    sizePt: 13,
    bold: true,
    align: 'center',
    line: { multiple: 1 },
  },
  {
    id: 'BangTen',
    name: 'Bảng - tên',
    clause: 'PL I, II.6.e',
    sizePt: 14,
    bold: true,
    align: 'center',
    keepNext: true,
    afterPt: 4,
  },
  {
    id: 'BangDonViTinh',
    name: 'Bảng - đơn vị tính',
    clause: 'PL I, II.6.e',
    sizePt: 13,
    italic: true,
    align: 'right',
    keepNext: true,
    afterPt: 2,
  },
] as const satisfies readonly ElementStyle[];

/** Styles of a table's text, which are had in smaller sizes too. */
export const TABLE_STYLES = ['BangTieuDe', 'BangO', 'BangOGiua', 'BangOPhai', 'BangODeu', 'BangNhom'] as const;
const SMALL_SIZES = [12, 11, 10] as const;

type TableStyleId = (typeof TABLE_STYLES)[number];

const smallStyles: readonly ElementStyle[] = elementStyles.flatMap((style) =>
  TABLE_STYLES.some((id) => id === style.id)
    ? SMALL_SIZES.map((sizePt) => ({ ...style, id: `${style.id}${sizePt}`, name: `${style.name} - ${sizePt}`, sizePt }))
    : [],
);

/** All styles that a document has only where it uses them. */
export const allOptionalStyles: readonly ElementStyle[] = [...optionalStyles, ...smallStyles];

/** Id of a style that a document may have. */
export type StyleId =
  | ElementStyleId
  | (typeof optionalStyles)[number]['id']
  | `${TableStyleId}${(typeof SMALL_SIZES)[number]}`;

/** The style of a table's text in the size of its type. */
export function sized(style: TableStyleId, size: TableSize): StyleId {
  return size === 13 ? style : `${style}${size}`;
}

const OPTIONAL = new Set<string>(allOptionalStyles.map(({ id }) => id));

/** Tells whether a style is one that documents have only where they use it. */
export function isOptionalStyle(id: string): boolean {
  return OPTIONAL.has(id);
}
