import { labelOf } from '../elements/labels.ts';
import { isCapitals } from '../elements/line.ts';
import { ADDRESSED, APPENDIX, ATTACHED, BASIS, DASH, LEADS_ON, RECIPIENTS, typeNamed } from '../elements/patterns.ts';
import type { ParagraphProps } from '../formatting/paragraph-props.ts';

/** Most likely look of a paragraph of bare text. */
export interface GuessedLook extends Pick<ParagraphProps, 'align' | 'keepNext'> {
  readonly bold: boolean;
}

const TITLE: GuessedLook = { align: 'center', keepNext: false, bold: true };
const MIDDLE: GuessedLook = { align: 'center', keepNext: false, bold: false };
const TEXT: GuessedLook = { align: 'both', keepNext: false, bold: false };
const HEADING: GuessedLook = { align: 'both', keepNext: true, bold: true };
/** A point's title is kept with what follows, not bold. */
const POINT_TITLE: GuessedLook = { align: 'both', keepNext: true, bold: false };
const MAX_HEADING = 160;

type Zone = 'head' | 'subject' | 'body' | 'foot' | 'appendix';

/** Looks of the paragraphs of bare text, by what they say and what stands around them (PL I, Mục V). */
export function guessLooks(paragraphs: readonly string[]): GuessedLook[] {
  let zone: Zone = 'head';
  const looks = paragraphs.map((given, i) => {
    const text = given.trim();
    const before = zone;
    zone = zoneOf(text, zone);
    if (before === 'appendix' && ATTACHED.test(text)) return MIDDLE;
    if (APPENDIX.test(text) || (zone === 'head' && typeNamed(text) !== null)) return TITLE;
    if (ATTACHED.test(text)) return MIDDLE;
    if (zone === 'subject') return typeNamed(text) !== null || isTitle(text) ? TITLE : TEXT;
    if (zone === 'appendix' && isCapitals({ text }) && labelOf(text) === null) return TITLE;
    if (zone === 'head' || zone === 'foot') return DASH.test(text) || RECIPIENTS.test(text) ? TEXT : MIDDLE;
    return headingOf(text, paragraphs[i + 1]?.trim() ?? '');
  });
  return likeSiblings(paragraphs, looks);
}

function zoneOf(text: string, zone: Zone): Zone {
  if (APPENDIX.test(text) || (zone === 'foot' && ATTACHED.test(text))) return 'appendix';
  if (RECIPIENTS.test(text) && text.length < 40) return 'foot';
  if (zone === 'head' && typeNamed(text) !== null && isCapitals({ text })) return 'subject';
  if (zone === 'appendix' && (ATTACHED.test(text) || labelOf(text) !== null)) return 'body';
  const begins = ADDRESSED.test(text) || !isTitle(text);
  return zone === 'subject' ? (begins ? 'body' : zone) : zone === 'head' && ADDRESSED.test(text) ? 'body' : zone;
}

function isTitle(text: string): boolean {
  return !BASIS.test(text) && !LEADS_ON.test(text) && labelOf(text) === null && !/[;:]$/.test(text);
}

/** A label with a few words that no mark ends, above what belongs to it. */
export function headingOf(text: string, next: string): GuessedLook {
  const label = labelOf(text);
  if (!label || label.level === 'dash' || label.level === 'plus') return TEXT;
  if (isCapitals({ text: text.slice(label.length) }) || label.level === 'article') return HEADING;
  const below = labelOf(next);
  const isAbove = next !== '' && (below === null || below.level !== label.level);
  const isHeading = text.length <= MAX_HEADING && !/[.;:,…!?/]$/u.test(text) && isAbove;
  if (!isHeading) return TEXT;
  return label.level === 'point' ? POINT_TITLE : HEADING;
}

/** A khoản that ends in a full stop is a heading where those beside it are, and something narrower stands below it. */
function likeSiblings(paragraphs: readonly string[], looks: readonly GuessedLook[]): GuessedLook[] {
  const levels = paragraphs.map((text) => labelOf(text.trim())?.level ?? null);
  const clauses = levels.flatMap((level, i) => (level === 'clause' ? [i] : []));
  return looks.map((look, i) => {
    const at = clauses.indexOf(i);
    if (at < 0 || look !== TEXT || (paragraphs[i]?.length ?? 0) > 2 * MAX_HEADING) return look;
    const siblings = siblingsOf(levels, clauses, at).filter((other) => other !== i);
    const headings = siblings.filter((other) => looks[other] === HEADING).length;
    const isAbove = levels[i + 1] === 'point' || levels[i + 1] === 'dash';
    return isAbove && headings > 0 && headings * 2 >= siblings.length ? HEADING : look;
  });
}

/** The khoản around one between two wider levels. */
function siblingsOf(levels: ReadonlyArray<string | null>, clauses: readonly number[], at: number): number[] {
  const isWider = (level: string | null) => level === 'roman' || level === 'letter' || level === 'article';
  const isApart = (a: number, b: number) => levels.slice(Math.min(a, b), Math.max(a, b)).some(isWider);
  const own = clauses[at] ?? 0;
  return clauses.filter((other) => !isApart(own, other));
}
