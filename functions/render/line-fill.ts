import type { Run } from '#document/text/runs.ts';
import { hasFillIn, hasLongWord } from '#document/text/runs-of-characters.ts';
import { textWidthPt } from '#document/text/text-width.ts';
import type { ParagraphView } from './view.ts';

/** Characters of a fill-in line, and of a word, from which on a text is worth a closer look. */
const FILL_IN_CHARS = 4;
const LONG_WORD_CHARS = 24;
const NO_BREAK_SPACE = '\u00A0';
/** Dots or strokes at the end of a line, to be filled in by hand. */
const FILL_IN = /\s*(?:(?:\.\s?){6,}|(?:…\s?){3,}|_{6,})[.;,]?\s*$/;
/** From this share of a line on, a word that cannot be broken stretches the spaces of the line before it. */
const WIDE_SHARE = 0.25;
const BODY_SIZE_PT = 14;
const TWIPS_PER_PT = 20;
/** After these a link may go on in the next line. */
const LINK_JOINT = /(?<=[/?&=#._-])(?=[^/?&=#._-])/g;
const LINK = /^\(?(?:https?:\/\/|www\.)/i;

/**
 * A paragraph whose spaces nothing stretches: dots at its end become a leader, one with a word too wide for a justified
 * line is set to the left, and a link that no line holds may be broken at its joints.
 */
export function unstretched(paragraph: ParagraphView, widthTwips: number): ParagraphView {
  if (!paragraph.runs.some(({ text }) => mayStretch(text))) return paragraph;
  const { runs, mark } = withLeader(paragraph.runs);
  const linePt = widthTwips / TWIPS_PER_PT;
  const whole = runs.map(({ text }) => text).join('');
  const wide = Math.max(...whole.split(/[ \t]/).map((word) => textWidthPt(word, 'regular', BODY_SIZE_PT)));
  if (mark === null && wide < linePt * WIDE_SHARE) return paragraph;
  const look = paragraph.look ?? { align: null, flush: false, leader: null };
  return {
    ...paragraph,
    runs: wide > linePt ? runs.map(withJoints) : runs,
    look: {
      ...look,
      align: look.align ?? 'left',
      leader: mark === null ? null : { mark, atTwips: widthTwips },
    },
  };
}

/** Tells whether a text has dots or strokes in a row, a long word, or no-break spaces. */
function mayStretch(text: string): boolean {
  return text.includes(NO_BREAK_SPACE) || hasLongWord(text, LONG_WORD_CHARS) || hasFillIn(text, FILL_IN_CHARS);
}

function withLeader(runs: readonly Run[]): { runs: readonly Run[]; mark: 'dot' | 'underscore' | null } {
  const last = runs.at(-1);
  const dots = last && FILL_IN.exec(last.text);
  if (!last || !dots) return { runs, mark: null };
  const filled = { ...last, text: `${last.text.slice(0, dots.index)} \t` };
  return { runs: [...runs.slice(0, -1), filled], mark: dots[0].includes('_') ? 'underscore' : 'dot' };
}

function withJoints(run: Run): Run {
  const words = run.text.split(' ');
  return { ...run, text: words.map((word) => (LINK.test(word) ? word.replace(LINK_JOINT, '\u200B') : word)).join(' ') };
}
