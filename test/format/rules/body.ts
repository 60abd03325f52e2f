import type { Basis } from '#document/schemas/basis.schema.ts';
import type { Paragraph } from '../../support/docx-reader/types.ts';
import { escaped, longDate, marked, shortDate } from '../expected-text.ts';
import { type FormatFile, mainText, reading, readText } from '../format-file.ts';
import { about, gapPt, lookFindings } from '../look.ts';
import { bodyOutline, type Outlined, outlines } from '../outline.ts';
import { type FormatRule, isMain, isPlan } from '../rule.ts';

/** First lines go in by 1 cm or 1.27 cm, in twips, and half a millimetre of play. */
const INDENTS_TW = [567, 720];
const INDENT_TOLERANCE_TW = 28;

/** Findings about the indent of a paragraph of the body: its first line 1 or 1.27 cm in, its others flush. */
export function indentFindings(paragraph: Paragraph): string[] {
  const { leftTw, rightTw, firstLineTw } = paragraph.format;
  const first = leftTw + firstLineTw;
  return [
    ...(INDENTS_TW.some((wanted) => Math.abs(first - wanted) <= INDENT_TOLERANCE_TW)
      ? []
      : [about(paragraph, `its first line is ${first} twips in`)]),
    ...(leftTw === 0 && rightTw === 0 ? [] : [about(paragraph, `indented by ${leftTw} and ${rightTw} twips`)]),
  ];
}

function spacingFindings(paragraph: Paragraph, before: Paragraph | undefined): string[] {
  const { lineRule, line } = paragraph.format;
  const gap = before ? gapPt(before, paragraph) : 6;
  return [
    ...(lineRule === 'auto' && line >= 1 && line <= 1.5 ? [] : [about(paragraph, `line spacing ${lineRule} ${line}`)]),
    ...(gap >= 6 ? [] : [about(paragraph, `${gap} pt under the paragraph above`)]),
  ];
}

function basisText({ verb, cites, text }: Basis): string | RegExp {
  if (!cites) return escaped(text ?? '');
  const { typeName, code, organName, issuedDate, subject } = cites;
  const date = `(?:${longDate(issuedDate)}|${shortDate(issuedDate)})`;
  if (!code) return `${verb} ${escaped(`${typeName} ${subject}`)} ${date}`;
  return `${verb} ${escaped(typeName)} số ${escaped(code)} ${date} của ${escaped(`${organName} ${subject}`)}`;
}

const bases: FormatRule = {
  row: 'căn cứ (6)',
  clause: 'II.6.a',
  applies: (file) => isPlan(file) && basesOf(file).length > 0,
  check(file) {
    const all = basesOf(file);
    const text = mainText(file);
    const subject = text.findIndex((one) => readText(one) === file.document.subject);
    return all.flatMap((basis, i) => {
      const mark = i < all.length - 1 ? ';' : '\\.';
      const placed = text[subject + 1 + i];
      if (!placed || !new RegExp(`^${basisText(basis)}${mark}$`, 'u').test(readText(placed)))
        return [`căn cứ ${i + 1} does not stand in its place as ${basisText(basis)}${mark}`];
      return [
        ...lookFindings(placed.paragraph, { sizePt: 14, bold: false, italic: true, alignment: 'both' }),
        ...indentFindings(placed.paragraph),
        ...spacingFindings(placed.paragraph, i > 0 ? text[subject + i]?.paragraph : undefined),
      ];
    });
  },
};

function basesOf({ document }: FormatFile): readonly Basis[] {
  return document.schema === 'KeHoach@1' ? (document.bases ?? []) : [];
}

interface Span {
  text: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** Neighbours of one look as one, so that two ways of cutting a text into runs compare equal. */
function joined(spans: readonly Span[]): Span[] {
  return spans.reduce<Span[]>((done, { text, bold, italic }) => {
    const last = done.at(-1);
    if (last && last.bold === bold && last.italic === italic) last.text += text;
    else done.push({ text, bold, italic });
    return done;
  }, []);
}

/** Findings where bold and italic are not where the author's marks have them. */
function emphasisFindings(file: FormatFile, { expected, placed }: Outlined): string[] {
  const runs = marked(expected.source, file);
  if (!placed || expected.kind !== 'text' || runs.includes(null)) return [];
  const emphasised = (spans: readonly Span[]) =>
    spans.filter(({ bold, italic, text }) => (bold || italic) && text.trim() !== '');
  const wanted = emphasised(joined(runs.flatMap((run) => run ?? [])));
  const shown = emphasised(joined(placed.paragraph.runs.map(({ text, format }) => ({ ...format, text }))));
  const same =
    JSON.stringify(wanted) === JSON.stringify(shown.map(({ text, bold, italic }) => ({ text, bold, italic })));
  return same ? [] : [about(placed.paragraph, `bold or italic are ${JSON.stringify(shown)}`)];
}

const body: FormatRule = {
  row: 'body (6)',
  clause: 'II.6.e',
  applies: (file) => outlines(file).length > 0,
  check: (file) =>
    outlines(file).flatMap((outline) =>
      outline.flatMap((one, i) => {
        const { expected, placed } = one;
        if (expected.kind !== 'text' && expected.kind !== 'runIn') return [];
        if (!placed) return [`no paragraph in its place reads ${expected.pattern}`];
        return [
          ...lookFindings(placed.paragraph, { sizePt: 14, alignment: 'both' }),
          ...emphasisFindings(file, one),
          ...indentFindings(placed.paragraph),
          ...spacingFindings(placed.paragraph, outline[i - 1]?.placed?.paragraph),
        ];
      }),
    ),
};

const end: FormatRule = {
  row: 'body (6) ends with "./."',
  clause: 'II.6.e, PL III',
  applies: isMain,
  check(file) {
    const marks = reading(mainText(file), /\.\/\./u);
    const last = bodyOutline(file).at(-1)?.placed?.paragraph;
    return [
      ...(marks.length === 1 && marks[0]?.paragraph === last ? [] : [`“./.” stands ${marks.length} times`]),
      ...marks.flatMap((one) =>
        /[^.;:,]\.\/\.$/u.test(readText(one)) ? [] : [about(one.paragraph, 'ends otherwise')],
      ),
    ];
  },
};

const opening: FormatRule = {
  row: 'opening sentence',
  clause: 'practice',
  applies: isPlan,
  check(file) {
    const { document, profile } = file;
    const wanted =
      document.schema === 'KeHoach@1' ? `${profile.namesInOpening[document.issuer]} ${document.opening}` : '';
    const [found, ...more] = reading(mainText(file), wanted);
    if (!found || more.length > 0) return [`${more.length} more, or no sentence “${wanted}”`];
    return [
      ...lookFindings(found.paragraph, { sizePt: 14, bold: false, italic: false, alignment: 'both' }),
      ...indentFindings(found.paragraph),
      ...spacingFindings(found.paragraph, undefined),
    ];
  },
};

/** Rules about what the document says. */
export const bodyRules: readonly FormatRule[] = [bases, opening, body, end];
