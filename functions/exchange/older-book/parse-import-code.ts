/** `Số` before, zeros in front, spaces anywhere: `Số: 05 / KH - UBND` is 5 and KH-UBND. */
const CODE = /^(?:số\s*:?\s*)?0*([1-9]\d{0,5})\s*[/-]?\s*(\p{L}[\p{L}\p{N}&]*(?:[-./][\p{L}\p{N}&]+)*)$/iu;

/** Number and symbol as an older book has them, or null. */
export function parseImportCode(text: string): { number: number; notation: string } | null {
  const found = CODE.exec(text.replace(/\s*([-./])\s*/g, '$1'));
  const [, number = '', notation = ''] = found ?? [];
  return found ? { number: Number(number), notation } : null;
}
