import { parseRuns } from '#document/text/runs.ts';
import type { TextRun } from '#read/body/model.ts';

/** Look that a style gives a whole text: in bold headings bold marks nothing. */
export interface BaseLook {
  readonly bold: boolean;
  readonly italic: boolean;
}

/** A text without looks of its own. */
export const UPRIGHT: BaseLook = { bold: false, italic: false };

/** Runs as a text of ours: `**đậm**`, `*nghiêng*`; its own asterisks escaped, tabs and line ends as spaces. */
export function markedText(runs: readonly TextRun[], base: BaseLook = UPRIGHT): string {
  const pieces = joinedRuns(runs, base);
  const marked = pieces.map(({ text, bold, italic }) => wrapped(escaped(text), bold, italic)).join('');
  const plain = escaped(pieces.map(({ text }) => text).join(''));
  return trimmed(says(marked, pieces) ? marked : plain);
}

interface Piece {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** Runs of one look joined; spaces take the look of what stands before them, as no one sees theirs. */
function joinedRuns(runs: readonly TextRun[], base: BaseLook): Piece[] {
  const joined: Piece[] = [];
  for (const { text: given, format } of runs) {
    const text = given.replace(/[\t\n]/g, ' ').replace(/ {3,}/g, ' ');
    if (text === '') continue;
    const last = joined.at(-1);
    const bold = format.props.bold && !base.bold;
    const italic = format.props.italic && !base.italic;
    const isSame = last && (text.trim() === '' || (last.bold === bold && last.italic === italic));
    if (isSame) joined[joined.length - 1] = { ...last, text: last.text + text };
    else joined.push({ text, bold, italic });
  }
  return joined;
}

function escaped(text: string): string {
  return text.replaceAll('*', '\\*');
}

/** Marks stand close to the words: spaces at the ends stay outside. */
function wrapped(text: string, bold: boolean, italic: boolean): string {
  const mark = `${bold ? '**' : ''}${italic ? '*' : ''}`;
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  return inner === '' || mark === '' ? text : `${before}${mark}${inner}${[...mark].reverse().join('')}${after}`;
}

/** Tells whether marks say what the runs look like; where they cross or touch they may not. */
function says(marked: string, pieces: readonly Piece[]): boolean {
  const looks = (runs: readonly Piece[]) =>
    runs
      .flatMap(({ text, bold, italic }) =>
        [...text].filter((char) => char !== ' ').map((char) => `${char}${bold}${italic}`),
      )
      .join('');
  return looks(parseRuns(marked)) === looks(pieces);
}

function trimmed(text: string): string {
  return text.trim();
}
