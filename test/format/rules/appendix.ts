import type { Paragraph } from '../../support/docx-reader/types.ts';
import { mmOfTwips } from '../../support/docx-reader/units.ts';
import { type Placed, placedIn } from '../../support/docx-reader/walk.ts';
import { appendixHeading, capitals, codeOf, escaped, longDate, symbolOf } from '../expected-text.ts';
import { type AppendixPart, appendixParts, type FormatFile, reading, readText } from '../format-file.ts';
import { about, extentMm, lineUnder, lookFindings } from '../look.ts';
import { appendixOutline } from '../outline.ts';
import { type FormatRule, isMain } from '../rule.ts';
import { lineWidthsMm } from '../text-width.ts';

const LOOK = { sizePt: 14, italic: false, bold: true, alignment: 'center' };
/** From the top of the page to the time of signing: it stands at the corner, before all else. */
const SIGNING_SIZE_PT = 10;

function textOf({ sections }: AppendixPart): Placed[] {
  return sections.flatMap(({ blocks }) => placedIn(blocks)).filter((one) => readText(one) !== '');
}

/** The head of an appendix: heading, title, Kèm theo, each where it stands. */
function headOf(file: FormatFile, part: AppendixPart) {
  const text = textOf(part);
  const at = text.findIndex((one) => readText(one) === appendixHeading(file, part.index));
  const title = file.document.appendices?.[part.index]?.title;
  return { text, heading: text[at], title, below: text.slice(at + 1) };
}

function centredFindings(part: AppendixPart, paragraph: Paragraph): string[] {
  const [section] = part.sections;
  const centre = section ? (section.marginMm.left + section.widthMm - section.marginMm.right) / 2 : 0;
  return Math.abs(extentMm(paragraph).centre - centre) < 1 ? [] : [about(paragraph, 'not in the middle of the page')];
}

function ofEach(check: (file: FormatFile, part: AppendixPart) => string[]): Pick<FormatRule, 'applies' | 'check'> {
  return {
    applies: (file) => appendixParts(file).length > 0,
    check: (file) => appendixParts(file).flatMap((part) => check(file, part)),
  };
}

const heading: FormatRule = {
  row: 'Phụ lục',
  clause: 'III.1.a–b',
  ...ofEach((file, part) => {
    const { heading: found } = headOf(file, part);
    if (!found) return [`no line “${appendixHeading(file, part.index)}”`];
    return [...lookFindings(found.paragraph, LOOK), ...centredFindings(part, found.paragraph)];
  }),
};

const title: FormatRule = {
  row: 'appendix title',
  clause: 'III.1.b',
  applies: (file) => appendixParts(file).some((part) => headOf(file, part).title !== undefined),
  check: (file) =>
    appendixParts(file).flatMap((part) => {
      const head = headOf(file, part);
      const [found] = head.below;
      if (head.title === undefined) return [];
      if (!found || readText(found) !== capitals(head.title))
        return [`no title ${capitals(head.title)} under the heading`];
      return [...lookFindings(found.paragraph, LOOK), ...centredFindings(part, found.paragraph)];
    }),
};

/** Texts of Kèm theo: filled in on paper once issued; blank in a draft; either in electronic form. */
function attachmentPattern(file: FormatFile): RegExp {
  const { document, profile, issuance } = file;
  const typeName = document.schema === 'CongVan@1' ? 'Công văn' : 'Kế hoạch';
  const organ = escaped(profile.namesInAttachment[document.issuer]);
  const code = codeOf(file);
  const filled = issuance && code ? ` ${escaped(code)} ${longDate(issuance.issuedDate)}` : null;
  const blank = `\\s+/${escaped(symbolOf(file))} ngày\\s+tháng\\s+năm ${file.on.slice(0, 4)}`;
  const middle = document.medium === 'electronic' ? '.*' : (filled ?? blank);
  return new RegExp(`^\\(Kèm theo ${typeName} số${middle} của ${organ}\\)$`, 'u');
}

const attachment: FormatRule = {
  row: 'Kèm theo line',
  clause: 'III.1.c, mẫu 2.1',
  ...ofEach((file, part) => {
    const { below, title: asked } = headOf(file, part);
    const found = below[asked === undefined ? 0 : 1];
    const pattern = attachmentPattern(file);
    if (!found || !pattern.test(readText(found)))
      return [`under the title: ${found && readText(found)}, not ${pattern}`];
    return [
      ...lookFindings(found.paragraph, { sizePt: 14, italic: true, bold: false, alignment: 'center' }),
      ...centredFindings(part, found.paragraph),
    ];
  }),
};

const line: FormatRule = {
  row: 'short line under Kèm theo',
  clause: 'III.1.c, mẫu 2.1',
  ...ofEach((file, part) => {
    const { below, title: asked } = headOf(file, part);
    const above = below[asked === undefined ? 0 : 1];
    const drawn =
      above &&
      lineUnder(
        part.sections.flatMap(({ blocks }) => blocks),
        above,
      );
    if (!above || !drawn) return ['no line under Kèm theo'];
    const longest = Math.max(...lineWidthsMm(above.paragraph));
    return [
      ...(drawn.border.style === 'single' ? [] : [`the line is ${drawn.border.style}`]),
      ...(drawn.lengthMm > 0 && drawn.lengthMm < longest ? [] : [`the line is ${drawn.lengthMm.toFixed(1)} mm long`]),
      ...(Math.abs(drawn.centreMm - extentMm(above.paragraph).centre) <= 0.5 ? [] : ['the line is not in the middle']),
    ];
  }),
};

const text: FormatRule = {
  row: 'appendix text',
  clause: 'III.1.đ, I.7',
  ...ofEach((file, part) => {
    const all = textOf(part);
    const marks = reading(all, /\.\/\./u);
    const asked = file.document.appendices?.[part.index]?.endMark === true;
    const foreign = reading(all, /^(CỘNG HÒA XÃ HỘI|Độc lập - Tự do|Số: .*ngày \d|Nơi nhận:)/u);
    return [
      ...(marks.length === (asked ? 1 : 0) ? [] : [`“./.” stands ${marks.length} times`]),
      ...marks.flatMap(({ cells }) => (cells.length === 0 ? [] : ['“./.” stands in a cell'])),
      ...marks.flatMap((one) =>
        /[^.;:,]\.\/\.$/u.test(readText(one)) ? [] : [about(one.paragraph, 'ends otherwise')],
      ),
      ...(asked && !appendixOutline(file, part).at(-1)?.placed ? ['its last paragraph does not end with “./.”'] : []),
      ...foreign.map((one) => about(one.paragraph, 'belongs to the document, not to an appendix')),
    ];
  }),
};

/** The time of signing in Việt Nam's time: 24/01/2025; 08:30:15+07:00. */
function signingText(file: FormatFile, signedAt: Date): string {
  const there = new Date(signedAt.getTime() + 7 * 3_600_000).toISOString();
  const [year, month = '', day] = there.slice(0, 10).split('-');
  const shown = Number(month) < 3 ? month : `(?:${month}|${Number(month)})`;
  return `^Số: ${escaped(codeOf(file) ?? '')}; ${day}\\/${shown}\\/${year}; ${there.slice(11, 19)}\\+07:00$`;
}

const signing: FormatRule = {
  row: 'appendix in a file of its own: signing line',
  clause: 'III.1.d, II.8.b, mẫu 2.2',
  applies: (file) => !isMain(file),
  check(file) {
    const [section] = file.reading.sections;
    const { heading: found } = headOf(file, { index: file.appendixIndex ?? 0, sections: file.reading.sections });
    const all = [...placedIn(section?.headers.first ?? []), ...textOf({ index: 0, sections: file.reading.sections })];
    const above = all
      .slice(
        0,
        all.findIndex((one) => one.paragraph === found?.paragraph),
      )
      .filter((one) => readText(one) !== '');
    const signedAt = file.document.medium === 'electronic' ? file.issuance?.signedAt : undefined;
    const [first] = above;
    if (!signedAt) return above.length === 0 ? [] : [`above the heading: ${above.map(readText).join(' ')}`];
    if (above.length !== 1 || !first || !section || !new RegExp(signingText(file, signedAt), 'u').test(readText(first)))
      return [`above the heading: ${above.map(readText).join(' ')}, not ${signingText(file, signedAt)}`];
    const right = mmOfTwips(
      first.paragraph.room.leftTw + first.paragraph.room.widthTw - first.paragraph.format.rightTw,
    );
    return [
      ...lookFindings(first.paragraph, { sizePt: SIGNING_SIZE_PT, bold: false, italic: false, alignment: 'right' }),
      ...(Math.abs(right - (section.widthMm - section.marginMm.right)) < 1 ? [] : ['not in the right corner']),
    ];
  },
};

/** Rules about appendices. */
export const appendixRules: readonly FormatRule[] = [heading, title, attachment, line, text, signing];
