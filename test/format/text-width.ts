import type { Paragraph, RunFormat } from '../support/docx-reader/types.ts';
import { mmOfPoints, mmOfTwips } from '../support/docx-reader/units.ts';
import { BEYOND_ASCII, WIDTHS } from './times-widths.ts';

const UNITS_PER_EM = 2048;
const FIRST = 0x20;
const ASCII_COUNT = 95;
const HORN = '\u031B';

/** The letter whose width a letter with marks has: ơ and ư keep their horn, the rest lose what is above and below. */
function letterOf(character: string): string {
  const decomposed = character.normalize('NFD');
  const [base = ''] = decomposed;
  return decomposed.includes(HORN) ? `${base}${HORN}`.normalize('NFC') : base;
}

/**
 * Width of a text in points.
 *
 * @throws Error for a character whose width is not known
 */
export function textWidthPt(text: string, { bold, italic, sizePt }: Pick<RunFormat, 'bold' | 'italic' | 'sizePt'>) {
  const widths = WIDTHS[bold ? (italic ? 'boldItalic' : 'bold') : italic ? 'italic' : 'regular'];
  const units = Array.from(text.normalize('NFC'), (character) => {
    const letter = letterOf(character);
    const beyond = BEYOND_ASCII.indexOf(letter);
    const width = widths[beyond < 0 ? letter.charCodeAt(0) - FIRST : ASCII_COUNT + beyond];
    if (width === undefined) throw new Error(`no width known of ${JSON.stringify(character)}`);
    return width;
  });
  return (units.reduce((sum, width) => sum + width, 0) / UNITS_PER_EM) * sizePt;
}

/** The room of a paragraph's lines after the first, in millimetres. */
export function lineRoomMm({ room, format }: Paragraph): number {
  return mmOfTwips(room.widthTw - format.leftTw - format.rightTw);
}

/** Widths in millimetres of the lines that a paragraph of one look breaks into; line breaks in it are kept. */
export function lineWidthsMm(paragraph: Paragraph): number[] {
  const look = paragraph.runs[0]?.format ?? paragraph.mark;
  const width = (text: string) => mmOfPoints(textWidthPt(text, look));
  const roomMm = lineRoomMm(paragraph);
  return paragraph.shown.split('\n').flatMap((part) => {
    const lines: string[] = [];
    let line = '';
    for (const word of part.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && width(longer) > roomMm) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    return [...lines, line].map(width);
  });
}
