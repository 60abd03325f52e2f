import type { XmlNode } from '../xml/xml-node.ts';
import { child } from '../xml/xml-node.ts';

/** Font of each theme name, `minorHAnsi` and the like. */
export type ThemeFonts = ReadonlyMap<string, string>;

/** Reads the two Latin fonts of a theme part. */
export function readTheme(root: XmlNode | undefined): ThemeFonts {
  const scheme = child(child(root, 'a:themeElements'), 'a:fontScheme');
  const fonts = new Map<string, string>();
  for (const kind of ['minor', 'major'] as const) {
    const face = child(child(scheme, `a:${kind}Font`), 'a:latin')?.attributes['typeface'];
    if (!face) continue;
    for (const script of ['HAnsi', 'Ascii', 'EastAsia', 'Bidi']) fonts.set(`${kind}${script}`, face);
  }
  return fonts;
}
