import { parseRuns } from '#document/text/runs.ts';
import type { PlainRun } from './plain-block.ts';

/** Lines without their marks `**đậm**` and `*nghiêng*`, and the look of every sign that prints. */
export interface Unmarked {
  readonly lines: readonly string[];
  /** Look of each sign but spaces, in reading order. */
  readonly looks: readonly PlainRun['look'][];
}

/** Takes the marks off lines; a mark that is open at a line's end goes on in the next. */
export function withoutMarks(given: readonly string[]): Unmarked {
  const looks: PlainRun['look'][] = [];
  let isOpen = false;
  const lines = given.map((line) => {
    const marked = isOpen && line.trim() !== '' ? `**${line.trimStart()}` : line;
    isOpen = (marked.split('**').length - 1) % 2 === 1 && (isOpen || line.includes('**'));
    const runs = parseRuns(isOpen ? `${marked.trimEnd()}**` : marked);
    for (const { text, bold, italic } of runs)
      looks.push(
        ...[...text.replace(/\s/gu, '')].map(() => ({ ...(bold ? { bold } : {}), ...(italic ? { italic } : {}) })),
      );
    return runs.map(({ text }) => text).join('');
  });
  return { lines, looks };
}

/** Gives the signs of joined paragraphs their looks again: joining moves no sign. */
export function withLooks(paragraphs: readonly string[], looks: Unmarked['looks']): PlainRun[][] {
  let at = 0;
  return paragraphs.map((text) => {
    const runs: { text: string; readonly look: PlainRun['look'] }[] = [];
    for (const sign of text) {
      const last = runs.at(-1);
      const look: PlainRun['look'] = /\s/u.test(sign) ? (last?.look ?? {}) : (looks[at++] ?? {});
      if (last && last.look.bold === look.bold && last.look.italic === look.italic) last.text += sign;
      else runs.push({ text: sign, look });
    }
    return runs;
  });
}
