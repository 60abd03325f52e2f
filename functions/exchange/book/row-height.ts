/** Height of a line of 11 points, with its space, in points. */
const LINE_PT = 15;
/** The highest row that Excel has, in points. */
const MAX_PT = 409;

/** A cell of a row: its text, and how many characters its column takes. */
export interface MeasuredCell {
  readonly text: string;
  readonly columnWidth: number;
}

/**
 * Height of a row whose cells wrap, in points. A row without a height is as high as one line where a program does not
 * measure it anew on opening. Letters are taken to be as wide as the widest digit, so there is rather too much room.
 */
export function rowHeightPt(cells: readonly MeasuredCell[]): number {
  const lines = cells.map(({ text, columnWidth }) => linesOf(text, Math.floor(columnWidth)));
  return Math.min(MAX_PT, LINE_PT * Math.max(1, ...lines));
}

function linesOf(text: string, most: number): number {
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let used = most + 1;
    for (const word of paragraph.split(' ')) {
      const fits = used + 1 + word.length <= most;
      if (!fits) lines += Math.max(1, Math.ceil(word.length / most));
      used = fits ? used + 1 + word.length : ((word.length - 1) % most) + 1;
    }
  }
  return lines;
}
