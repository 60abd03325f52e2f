const BULLET = 0xf0b7;

/** A character of a symbol font; the font's own bullet is a bullet, another of its own prints nothing that can be read. */
export function symbolOf(code: string): string {
  const codePoint = Number.parseInt(code, 16);
  if (!Number.isFinite(codePoint) || codePoint > 0x10ffff) return '';
  if (codePoint >= 0xe000 && codePoint <= 0xf8ff) return codePoint === BULLET ? '•' : '';
  return String.fromCodePoint(codePoint);
}
