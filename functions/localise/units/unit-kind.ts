/** Kinds of unit at commune level (Luật Tổ chức chính quyền địa phương 2025, Điều 1). */
export const UNIT_KINDS = ['xã', 'phường', 'đặc khu'] as const;

/** Kind of unit, as a common noun in running text. */
export type UnitKind = (typeof UNIT_KINDS)[number];
