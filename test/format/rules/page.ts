import type { Block, Section } from '../../support/docx-reader/types.ts';
import { mmOfPoints } from '../../support/docx-reader/units.ts';
import { everyParagraph, paragraphsIn } from '../../support/docx-reader/walk.ts';
import { appendixParts, type FormatFile, mainSections } from '../format-file.ts';
import { lookFindings } from '../look.ts';
import type { FormatRule } from '../rule.ts';

const A4_MM = { portrait: [210, 297], landscape: [297, 210] } as const;
const MARGINS_MM = { top: [20, 25], bottom: [20, 25], left: [30, 35], right: [15, 20] } as const;
/** Half a millimetre: lengths are whole twips. */
const TOLERANCE_MM = 0.5;

function orientationFindings(file: FormatFile): string[] {
  const asked = (sections: readonly Section[], wanted: string | undefined) =>
    sections.flatMap(({ orientation }) =>
      orientation === (wanted ?? 'portrait') ? [] : [`a section is ${orientation}, not ${wanted ?? 'portrait'}`],
    );
  return [
    ...asked(mainSections(file), file.document.orientation),
    ...appendixParts(file).flatMap((part) => asked(part.sections, file.document.appendices?.[part.index]?.orientation)),
  ];
}

const page: FormatRule = {
  row: 'page',
  clause: 'I.1–3',
  applies: () => true,
  check: (file) => [
    ...orientationFindings(file),
    ...file.reading.sections.flatMap((section, index) => {
      const { orientation, widthMm, heightMm, marginMm } = section;
      const [width, height] = A4_MM[orientation === 'landscape' ? 'landscape' : 'portrait'];
      const isA4 = Math.abs(widthMm - width) < TOLERANCE_MM && Math.abs(heightMm - height) < TOLERANCE_MM;
      const margins = (['top', 'bottom', 'left', 'right'] as const).filter((side) => {
        const [least, most] = MARGINS_MM[side];
        return marginMm[side] < least - 0.05 || marginMm[side] > most + 0.05;
      });
      return [
        ...(isA4 ? [] : [`section ${index + 1} is ${widthMm} × ${heightMm} mm`]),
        ...margins.map((side) => `section ${index + 1}: ${side} margin is ${marginMm[side].toFixed(1)} mm`),
        ...(marginMm.gutter === 0 ? [] : [`section ${index + 1} has a gutter`]),
      ];
    }),
  ],
};

function numbersIn(blocks: readonly Block[] | null) {
  return paragraphsIn(blocks ?? []).filter(({ runs }) => runs.some(({ field }) => field === 'PAGE'));
}

function pageNumberFindings(section: Section): string[] {
  const { headers, footers, marginMm } = section;
  const numbers = numbersIn(headers.default);
  const [number] = numbers;
  if (!number || numbers.length > 1) return [`${numbers.length} page numbers in the header, not one`];
  const { format } = number;
  const bottomMm = marginMm.header + mmOfPoints(14 * 1.15 + format.beforePt);
  return [
    ...lookFindings(number, { sizePt: 14, bold: false, italic: false, alignment: 'center' }),
    ...(number.text.trim() === '' || /^\d+$/.test(number.text.trim()) ? [] : [`more than a number: ${number.text}`]),
    ...(format.leftTw === 0 && format.rightTw === 0 && format.firstLineTw === 0 ? [] : ['the number is indented']),
    ...(bottomMm <= marginMm.top ? [] : [`the number reaches ${bottomMm.toFixed(1)} mm, beyond the top margin`]),
    ...(section.titlePage && numbersIn(headers.first).length === 0 ? [] : ['page 1 shows its number']),
    ...([footers.default, footers.first].some((part) => numbersIn(part).length > 0)
      ? ['a page number in a footer']
      : []),
    ...(section.pageNumberFormat === 'decimal' ? [] : [`numbers are ${section.pageNumberFormat}`]),
  ];
}

const pageNumber: FormatRule = {
  row: 'page number',
  clause: 'I.7',
  applies: () => true,
  check(file) {
    const starts = [mainSections(file), ...appendixParts(file).map(({ sections }) => sections)];
    return [
      ...file.reading.sections.flatMap(pageNumberFindings),
      ...(file.reading.evenAndOddHeaders ? ['even pages have headers of their own'] : []),
      ...starts.flatMap(([first], index) => {
        if (!first) return [];
        const isFirstOfFile = first === file.reading.sections[0];
        const starts = first.pageNumberStart === 1 || (isFirstOfFile && first.pageNumberStart === null);
        return [
          ...(starts ? [] : [`part ${index + 1} of the file does not count from 1`]),
          ...(first.type === 'nextPage' ? [] : [`part ${index + 1} of the file begins ${first.type}`]),
        ];
      }),
    ];
  },
};

const font: FormatRule = {
  row: 'font Times New Roman, Unicode, black',
  clause: 'I.4',
  applies: () => true,
  check: (file) =>
    everyParagraph(file.reading).flatMap(({ runs, mark, text: whole, format: { shading: ground } }) =>
      [...runs, { text: '', format: mark }].flatMap(({ text, format }) => {
        const fonts = [format.ascii, format.hAnsi, format.cs, format.eastAsia];
        const isStamp = whole === file.document.urgency && format.colour === 'FF0000';
        return [
          ...fonts.filter((name) => name !== 'Times New Roman').map((name) => `“${text}” is in ${name}`),
          ...(text === text.normalize('NFC') ? [] : [`“${text}” is not composed Unicode`]),
          ...(isStamp || ['auto', '000000'].includes(format.colour) ? [] : [`“${text}” is ${format.colour}`]),
          ...(format.highlight === 'none' && format.shading === 'none' && ground === 'none'
            ? []
            : [`“${text}” has a ground`]),
          ...(format.vanish ? [`“${text}” is hidden`] : []),
        ];
      }),
    ),
};

/** Rules about pages and what holds everywhere on them. */
export const pageRules: readonly FormatRule[] = [page, pageNumber, font];
