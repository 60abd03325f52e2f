import { spansOf } from './spans.ts';

/** Order of a run's properties (ECMA-376, CT_RPr). */
export const RUN_ORDER = (
  'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden ' +
  'color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange'
)
  .split(' ')
  .map((name) => `w:${name}`);

/** Order of a paragraph's properties (ECMA-376, CT_PPr). */
export const PARAGRAPH_ORDER = (
  'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens ' +
  'kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing ' +
  'mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange'
)
  .split(' ')
  .map((name) => `w:${name}`);

/** Order of a section's properties (ECMA-376, CT_SectPr). */
export const SECTION_ORDER = (
  'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols ' +
  'formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange'
)
  .split(' ')
  .map((name) => `w:${name}`);

/** Properties with one of them set: attributes that are not given stay as they are; a new element stands where the schema wants it. */
export function withAttributes(
  properties: string,
  order: readonly string[],
  name: string,
  attributes: Readonly<Record<string, string>>,
): string {
  const spans = spansOf(properties);
  const own = spans.find((span) => span.name === name);
  if (own) {
    const tag = properties.slice(own.start, own.innerStart);
    return properties.slice(0, own.start) + withAttributesOfTag(tag, attributes) + properties.slice(own.innerStart);
  }
  const rank = order.indexOf(name);
  const next = spans.find((span) => order.indexOf(span.name) > rank);
  const at = next?.start ?? properties.length;
  return `${properties.slice(0, at)}${withAttributesOfTag(`<${name}/>`, attributes)}${properties.slice(at)}`;
}

/** A tag with attributes set. */
export function withAttributesOfTag(tag: string, attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes).reduce((made, [key, value]) => {
    const own = new RegExp(`(\\s${key}\\s*=\\s*)(?:"[^"]*"|'[^']*')`);
    return own.test(made) ? made.replace(own, `$1"${value}"`) : made.replace(/\s*(\/?>)$/, ` ${key}="${value}"$1`);
  }, tag);
}
