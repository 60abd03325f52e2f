import { mmOfTwips } from '../support/docx-reader/units.ts';
import type { Placed } from '../support/docx-reader/walk.ts';
import type { FormatFile } from './format-file.ts';
import { about, extentMm, lineUnder } from './look.ts';
import { lineRoomMm, lineWidthsMm } from './text-width.ts';

/** A third to a half of the text, as the decree says, and a hundredth of it for whole twips. */
export const SHORT: readonly [number, number] = [1 / 3 - 0.01, 1 / 2 + 0.01];

/** Findings about the line under a text: there, solid, black, centred on the text, of a length by the text's last line. */
export function lineFindings(file: FormatFile, placed: Placed, [least, most]: readonly [number, number]): string[] {
  const { paragraph } = placed;
  const blocks = file.reading.sections.flatMap((section) => section.blocks);
  const line = lineUnder(blocks, placed);
  if (!line) return [about(paragraph, 'no line below')];
  const text = lineWidthsMm(paragraph).at(-1) ?? 0;
  const ratio = line.lengthMm / text;
  const off = Math.abs(line.centreMm - extentMm(paragraph).centre);
  return [
    ...(line.border.style === 'single' ? [] : [about(paragraph, `the line below is ${line.border.style}`)]),
    ...(['auto', '000000'].includes(line.border.colour) ? [] : [about(paragraph, `a ${line.border.colour} line`)]),
    ...(ratio >= least && ratio <= most
      ? []
      : [
          about(
            paragraph,
            `the line is ${line.lengthMm.toFixed(1)} mm, ${ratio.toFixed(2)} of the text's ${text.toFixed(1)} mm`,
          ),
        ]),
    ...(off <= 0.5 ? [] : [about(paragraph, `the line's middle is ${off.toFixed(1)} mm off the text's`)]),
  ];
}

/** Findings where a text takes more than one line. */
export function wrapFindings({ paragraph }: Placed): string[] {
  const [first = 0, ...more] = lineWidthsMm(paragraph);
  const fits =
    more.length === 0 && first <= lineRoomMm(paragraph) - mmOfTwips(Math.max(0, paragraph.format.firstLineTw));
  return fits ? [] : [about(paragraph, `does not fit one line of ${lineRoomMm(paragraph).toFixed(1)} mm`)];
}
