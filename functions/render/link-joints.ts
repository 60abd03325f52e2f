import { LINK_CHARS } from '#document/tables/column-layout.ts';
import type { Run } from '#document/text/runs.ts';
import { hasLongWord } from '#document/text/runs-of-characters.ts';
import { type Face, textWidthPt } from '#document/text/text-width.ts';

/** After these a link or an address may go on in the next line. */
const JOINT = /(?<=[/?&=#._@-])(?=[^/?&=#._@-])/g;
const LINK = /^\(?(?:https?:\/\/|www\.|[^\s@]+@[^\s@]+\.)/i;
const JOINT_MARK = '\u200B';

/** A run whose links and e-mail addresses may be broken at their joints; nothing of it is seen or read back. */
export function jointed(run: Run): Run {
  const words = run.text.split(' ');
  return { ...run, text: words.map((word) => (LINK.test(word) ? word.replace(JOINT, JOINT_MARK) : word)).join(' ') };
}

/** A cell's paragraph whose links may be broken where one is wider than the cell. */
export function jointedCell(runs: readonly Run[], widthPt: number, sizePt: number): readonly Run[] {
  if (!runs.some(({ text }) => hasLongWord(text, LINK_CHARS))) return runs;
  return runs.map((run) => (isTooWide(run, widthPt, sizePt) ? jointed(run) : run));
}

function isTooWide({ text, bold }: Run, widthPt: number, sizePt: number): boolean {
  const face: Face = bold ? 'bold' : 'regular';
  return text.split(' ').some((word) => word.length >= LINK_CHARS && textWidthPt(word, face, sizePt) > widthPt);
}
