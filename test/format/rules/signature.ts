import { mmOfTwips } from '../../support/docx-reader/units.ts';
import type { Placed } from '../../support/docx-reader/walk.ts';
import { capitals, escaped } from '../expected-text.ts';
import { type FormatFile, mainSections, mainText, reading, readText } from '../format-file.ts';
import { about, extentMm, lookFindings, theOne } from '../look.ts';
import { type FormatRule, isMain } from '../rule.ts';

/** Flush left: within half a millimetre of the margin. */
const FLUSH_MM = 0.5;

/** The authority lines that the stacks of the decree give: TM. and the collective first where the organ itself issues. */
export function authorityLines({ document, profile }: FormatFile): string[] {
  const { authority } = document.signer;
  return [
    ...(document.issuer === 'organ' && profile.collectiveName !== null ? [`TM. ${profile.collectiveName}`] : []),
    ...authority.map(({ prefix, position }) => (prefix ? `${prefix} ${position}` : position)),
  ].map((line) => capitals(line));
}

/** Name of the signer: the data's, or the one whom the profile names for the last position. */
export function signerName({ document, profile }: FormatFile): string {
  const position = document.signer.authority.at(-1)?.position;
  return document.signer.fullName ?? profile.signers.find((s) => s.position === position)?.fullName ?? '';
}

/** The signer's block: authority lines, other position, name, as far as the file has them. */
function block(file: FormatFile): {
  readonly wanted: readonly string[];
  readonly found: readonly (Placed | undefined)[];
} {
  const { otherPosition } = file.document.signer;
  const wanted = [...authorityLines(file), ...(otherPosition ? [capitals(otherPosition)] : []), signerName(file)];
  const text = mainText(file);
  const name = text.findLastIndex((one) => readText(one) === wanted.at(-1));
  const column = text[name]?.cells.at(-1);
  const inColumn = text.filter(
    ({ cells }) => column && cells.at(-1)?.table === column.table && cells.at(-1)?.cell.column === column.cell.column,
  );
  return { wanted, found: wanted.map((line) => inColumn.find((one) => readText(one) === line)) };
}

const signer: FormatRule = {
  row: 'signer (7a, 7b)',
  clause: 'II.7',
  applies: isMain,
  check(file) {
    const { wanted, found } = block(file);
    const lines = found.filter((line) => line !== undefined);
    if (lines.length < wanted.length)
      return [`the signer's block is not ${wanted.join(' / ')}, each on a line of its own, in one column`];
    const width = mainSections(file).at(-1)?.widthMm ?? 0;
    const order = lines.map((line) => mainText(file).findIndex(({ paragraph }) => paragraph === line.paragraph));
    const column = lines[0]?.cells.at(-1);
    const inColumn = mainText(file).filter(
      ({ cells }) => cells.at(-1)?.table === column?.table && cells.at(-1)?.cell.column === column?.cell.column,
    );
    return [
      ...(inColumn.length === wanted.length ? [] : ['other lines stand in the signer’s block']),
      ...(order.every((at, i) => i === 0 || at > (order[i - 1] ?? 0)) ? [] : ['the lines are not in their order']),
      ...lines.flatMap(({ paragraph }) => [
        ...lookFindings(paragraph, { sizePt: 14, bold: true, italic: false, alignment: 'center' }),
        ...(extentMm(paragraph).centre > width / 2 ? [] : [about(paragraph, 'not at the right')]),
      ]),
    ];
  },
};

const recipientsLabel: FormatRule = {
  row: 'Nơi nhận (9b)',
  clause: 'II.9.d',
  applies: isMain,
  check: (file) =>
    theOne(file, 'Nơi nhận:', (placed) => {
      const [first] = block(file).found;
      const [own, other] = [placed.cells.at(-1), first?.cells.at(-1)];
      const level = own && other && own.row === other.row;
      const top = own?.cell.blocks[0] === placed.paragraph && other?.cell.blocks[0] === first?.paragraph;
      return [
        ...lookFindings(placed.paragraph, { sizePt: 12, bold: true, italic: true, alignment: 'left' }),
        ...flushFindings(file, placed),
        ...(level && top ? [] : ['not level with the authority of the signer']),
      ];
    }),
};

function flushFindings(file: FormatFile, { paragraph }: Placed): string[] {
  const { room, format } = paragraph;
  const start = mmOfTwips(room.leftTw + format.leftTw + format.firstLineTw);
  const off = start - (mainSections(file).at(-1)?.marginMm.left ?? 0);
  return Math.abs(off) <= FLUSH_MM ? [] : [about(paragraph, `${off.toFixed(1)} mm off the left margin`)];
}

/** The Lưu line: VT, the unit and the number of copies, then the drafter's mark and the number of issued copies. */
function archivePattern({ document }: FormatFile): string {
  const { copies, drafterMark, issuedAmount } = document.archive ?? {};
  const kept = copies === undefined ? '' : ` (${String(copies).padStart(2, '0')}b)`;
  const unit = document.draftingUnit ? `, ${document.draftingUnit}` : '';
  const line = escaped(`- Lưu: VT${unit}${kept}.`);
  if (drafterMark !== undefined && issuedAmount !== undefined)
    return `${line} ${escaped(`${drafterMark}.(${issuedAmount})`)}`;
  if (drafterMark !== undefined) return `${line} ${escaped(drafterMark)}\\.?`;
  return issuedAmount === undefined ? line : `${line} ${escaped(`(${issuedAmount})`)}`;
}

const recipients: FormatRule = {
  row: 'recipients (9b)',
  clause: 'II.9.d',
  applies: isMain,
  check(file) {
    const text = mainText(file);
    const label = text.findIndex((one) => readText(one) === 'Nơi nhận:');
    const cell = text[label]?.cells.at(-1)?.cell;
    const list = text.slice(label + 1).filter(({ cells }) => cells.at(-1)?.cell === cell);
    const isLetter = file.document.schema === 'CongVan@1';
    const wanted = [...(isLetter ? ['- Như trên;'] : []), ...file.document.recipients.map((name) => `- ${name};`)];
    const last = list.at(-1);
    return [
      ...(JSON.stringify(list.slice(0, -1).map(readText)) === JSON.stringify(wanted)
        ? []
        : [`the recipients are ${list.map(readText).join(' ')}`]),
      ...(last && new RegExp(`^${archivePattern(file)}$`, 'u').test(readText(last))
        ? []
        : ['the last line is not Lưu']),
      ...list.flatMap((one) => [
        ...lookFindings(one.paragraph, { sizePt: 11, bold: false, italic: false, alignment: 'left' }),
        ...flushFindings(file, one),
      ]),
    ];
  },
};

const drafter: FormatRule = {
  row: 'drafter, copies (12)',
  clause: 'III.3',
  applies: (file) => isMain(file) && file.document.archive?.issuedAmount !== undefined,
  check(file) {
    const { drafterMark, issuedAmount } = file.document.archive ?? {};
    const wanted = new RegExp(
      `^- Lưu: VT.*\\. ${escaped(`${drafterMark ? `${drafterMark}.` : ''}(${issuedAmount})`)}$`,
      'u',
    );
    const [found] = reading(mainText(file), wanted);
    return found
      ? lookFindings(found.paragraph, { sizePt: 11, bold: false, italic: false })
      : [`no Lưu line with ${drafterMark}.(${issuedAmount}) after its full stop`];
  },
};

const together: FormatRule = {
  row: 'signer (7a, 7b) stays together, with body above it',
  clause: 'practice',
  applies: isMain,
  check(file) {
    const text = mainText(file);
    const label = text.findIndex((one) => readText(one) === 'Nơi nhận:');
    const row = text[label]?.cells.at(-1)?.row;
    const above = text[label - 1]?.paragraph;
    return [
      ...(row?.cantSplit ? [] : ['its row may break across pages']),
      ...(above?.format.keepNext ? [] : ['the last paragraph of the body may stay on the page before']),
    ];
  },
};

/** Rules about the foot of the document. */
export const signatureRules: readonly FormatRule[] = [signer, recipientsLabel, recipients, drafter, together];
