import { isOldFont } from './old-encodings.ts';

/** Signs of symbol fonts that offices put before items (Wingdings, Symbol), by their code in the private area. */
const BULLETS = new Set([0xb7, 0xa7, 0xd8, 0xfc, 0xa8, 0x76, 0x6e, 0x71, 0xe0, 0xf0, 0xb2, 0x9f, 0xab]);
const DASHES = new Set([0x2d, 0xbe]);
const PRIVATE = { from: 0xf000, to: 0xf0ff } as const;
const PRIVATE_SIGNS = /[\uf000-\uf0ff]/g;

/** A character of a symbol font; a bullet of its own is a bullet, another sign prints nothing that can be read. */
export function symbolOf(code: string, font: string): string {
  const codePoint = Number.parseInt(code, 16);
  if (!Number.isFinite(codePoint) || codePoint > 0x10ffff) return '';
  if (isOldFont(font)) return String.fromCodePoint(codePoint);
  if (codePoint >= PRIVATE.from && codePoint <= PRIVATE.to) return signOf(codePoint);
  return codePoint >= 0xe000 && codePoint <= 0xf8ff ? '' : String.fromCodePoint(codePoint);
}

/** A text whose signs of symbol fonts are what they print. */
export function withReadableSigns(text: string): string {
  return text.replace(PRIVATE_SIGNS, (sign) => signOf(sign.codePointAt(0) ?? 0));
}

function signOf(codePoint: number): string {
  const sign = codePoint - PRIVATE.from;
  if (BULLETS.has(sign)) return '•';
  return DASHES.has(sign) ? '-' : '';
}
