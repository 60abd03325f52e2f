import type { Block, Paragraph } from '../body/model.ts';
import { atTabs, isCapitals, isEmpty, joinedLines, type Line, linesIn, linesOf, sidesOf, tidy } from './line.ts';
import { APPENDIX, AUTHORITY, DASH, RECIPIENTS } from './patterns.ts';

/** Nơi nhận and the signer (PL I, Mục II.7, II.9). */
export interface Foot {
  readonly form: 'table' | 'tabs' | 'lines';
  readonly label: Line | null;
  /** Recipients as printed, "Lưu" not among them; a name on two lines is one. */
  readonly recipients: readonly Recipient[];
  /** From "Lưu:" on. */
  readonly archive: Recipient | null;
  /** Lines above the signature's place. */
  readonly authority: readonly Line[];
  readonly otherPosition: Line | null;
  readonly name: Line | null;
  /** Lines of the foot that are none of these: "(Đã ký)", a mark. */
  readonly others: readonly Line[];
}

/** A recipient: its line, and its text over all its lines. */
export interface Recipient {
  readonly line: Line;
  readonly text: string;
}

/** Positions of signers, as they are printed in capitals. */
const POSITION =
  /^(?:(?:PHÓ )?(?:CHỦ TỊCH|BÍ THƯ|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|HIỆU TRƯỞNG|VIỆN TRƯỞNG|CỤC TRƯỞNG|CHI CỤC TRƯỞNG|TRƯỞNG [\p{L} ]+|CHÁNH [\p{L} ]+)|THỦ TƯỚNG|BỘ TRƯỞNG|THỨ TRƯỞNG|PHÓ [\p{L} ]+|CHÁNH [\p{L} ]+|TRƯỞNG [\p{L} ]+|THẨM QUYỀN KÝ[\p{L} ]*|QUYỀN HẠN[\p{L}, ]*)/u;
const SIGNED = /^[([].*[)\]]\d*$|^(?:đã ký|daky|chữ ký)/iu;
/** A field that a template leaves to be filled in. */
const TO_FILL_IN = /^(?:\{\{?|\$\{|<<|\[\[).*(?:\}|>>|\]\])$/u;

/** Finds the foot; null where a file has none. `from` is where the body begins. */
export function findFoot(
  blocks: readonly Block[],
  from: number,
): { readonly foot: Foot; readonly start: number; readonly end: number } | null {
  for (let i = from; i < blocks.length; i++) {
    const block = blocks[i];
    if (!block) break;
    if (block.kind === 'table') {
      if (block.rows.length <= 6 && isFootTable(linesIn([block]))) {
        return { foot: sorted('table', sidesOf(block)), start: i, end: i + 1 };
      }
    } else if (RECIPIENTS.test(block.text.trim())) {
      const end = endOfLines(blocks, i);
      return {
        foot: sorted(...sidesOfLines(blocks.slice(withSigner(blocks, i, from), end))),
        start: withSigner(blocks, i, from),
        end,
      };
    }
  }
  return signerAlone(blocks, from);
}

function isFootTable(lines: readonly Line[]): boolean {
  return lines.some(({ text }) => RECIPIENTS.test(text) && text.length < 40);
}

/** A signer without recipients: a table or the last lines that hold an authority or a position in capitals. */
function signerAlone(
  blocks: readonly Block[],
  from: number,
): { readonly foot: Foot; readonly start: number; readonly end: number } | null {
  const at = blocks.findLastIndex((block, i) => {
    if (i < from) return false;
    const lines = block.kind === 'table' ? (block.rows.length <= 4 ? linesIn([block]) : []) : linesOf(block);
    return lines.some(({ text, paragraph }) => isAuthority(text) && paragraph.format.props.align !== 'both');
  });
  const block = blocks[at];
  if (!block) return null;
  if (block.kind === 'table') return { foot: sorted('table', sidesOf(block)), start: at, end: at + 1 };
  let start = at;
  while (start > from && isSignerLine(blocks[start - 1])) start -= 1;
  const end = endOfLines(blocks, at);
  return { foot: sorted(...sidesOfLines(blocks.slice(start, end))), start, end };
}

/** Tells whether a text is the line of an authority or a position in capitals (PL I, Mục II.7.b). */
export function isAuthority(text: string): boolean {
  return isCapitals({ text }) && (AUTHORITY.test(text) || POSITION.test(text)) && text.length < 60;
}

function isSignerLine(block: Block | undefined): boolean {
  return block?.kind === 'paragraph' && isAuthority(tidy(block.text)) && block.format.props.align !== 'both';
}

/** Authority lines may stand above "Nơi nhận" in a file without a table. */
function withSigner(blocks: readonly Block[], at: number, from: number): number {
  let start = at;
  while (start > from) {
    const block = blocks[start - 1];
    if (
      block?.kind !== 'paragraph' ||
      !(isSignerLine(block) || isNameLine(block) || (block.text.trim() === '' && start < at))
    )
      break;
    start -= 1;
  }
  return start;
}

function isNameLine({ text, format }: Paragraph): boolean {
  return format.props.align !== 'both' && format.props.align !== 'left' && isPersonName(tidy(text));
}

/** Tells whether a text may be a person's name: two to six words with capitals. */
export function isPersonName(text: string): boolean {
  const words = text
    .replace(/^(?:(?:GS|PGS|TS|ThS|BS|CN|KS|Đại tá|Thượng tá|Trung tá|Thiếu tá)\.?\s*)+/u, '')
    .split(' ');
  return words.length >= 2 && words.length <= 6 && words.every((word) => /^\p{Lu}[\p{Ll}’']*$/u.test(word));
}

function endOfLines(blocks: readonly Block[], from: number): number {
  let end = from + 1;
  let empty = 0;
  for (; end < blocks.length; end++) {
    const block = blocks[end];
    if (!block || block.kind === 'table' || block.section !== blocks[from]?.section) break;
    const text = block.text.trim();
    if (APPENDIX.test(text) || block.format.props.pageBreakBefore) break;
    empty = text === '' ? empty + 1 : 0;
    if (empty > 12) break;
    const isOfFoot =
      text === '' ||
      DASH.test(text) ||
      /\t/.test(block.text) ||
      isAuthority(text) ||
      isPersonName(tidy(text)) ||
      SIGNED.test(text) ||
      text.length < 60;
    if (!isOfFoot) break;
  }
  return end;
}

function sidesOfLines(
  blocks: readonly Block[],
): ['tabs' | 'lines', { readonly left: readonly Line[]; readonly right: readonly Line[] }] {
  const left: Line[] = [];
  const right: Line[] = [];
  let tabs = 0;
  for (const line of linesIn(blocks)) {
    const sides = atTabs(line);
    if (sides) {
      tabs += 1;
      left.push(sides.left);
      right.push(sides.right);
    } else if (RECIPIENTS.test(line.text) || DASH.test(line.text)) left.push(line);
    else {
      if (!isEmpty(line) && !isAuthority(line.text) && !isPersonName(line.text) && !SIGNED.test(line.text))
        left.push(line);
      else right.push(line);
    }
  }
  return [tabs > 0 ? 'tabs' : 'lines', { left, right }];
}

function sorted(
  form: Foot['form'],
  { left, right }: { readonly left: readonly Line[]; readonly right: readonly Line[] },
): Foot {
  const isLeftSigner = !left.some(({ text }) => RECIPIENTS.test(text)) && right.every(isEmpty);
  const recipients = sortRecipients(isLeftSigner ? [] : left);
  const signer = sortSigner(isLeftSigner ? left : right);
  return { form, ...recipients, ...signer, others: [...recipients.others, ...signer.others] };
}

function sortRecipients(lines: readonly Line[]) {
  const names: Recipient[] = [];
  const others: Line[] = [];
  let label: Line | null = null;
  for (const line of lines) {
    if (isEmpty(line)) continue;
    const last = names.at(-1);
    const rest = line.text.replace(RECIPIENTS, '').trim();
    if (!label && RECIPIENTS.test(line.text)) {
      label = line;
      if (rest !== '') names.push({ line, text: rest });
    } else if (DASH.test(line.text) || (label && isUnmarked(line, last))) names.push({ line, text: line.text });
    else if (last && !/[.]\s*$/.test(last.text))
      names[names.length - 1] = { line: last.line, text: `${last.text} ${line.text}` };
    else others.push(line);
  }
  const at = names.findIndex(({ text }) => /^[-–—•]?\s*Lưu\s*:/iu.test(text));
  const archive = names[at] ?? null;
  const after = at < 0 ? [] : names.slice(at + 1).map(({ line }) => line);
  return { label, recipients: at < 0 ? names : names.slice(0, at), archive, others: [...others, ...after] };
}

/** A recipient whose dash was forgotten: its line ends as one, and the line before it is done. */
function isUnmarked({ text }: Line, last: Recipient | undefined): boolean {
  return text.endsWith(';') && (!last || last.text.endsWith(';'));
}

function sortSigner(lines: readonly Line[]) {
  const shown = lines.filter((line) => !isEmpty(line) && !SIGNED.test(line.text) && !TO_FILL_IN.test(line.text));
  const first = lines.findIndex((line) => !isEmpty(line));
  const gap = lines.findIndex((line, i) => i > first && (isEmpty(line) || SIGNED.test(line.text)));
  const isAbove = (line: Line) => gap < 0 || lines.indexOf(line) < gap;
  const positions = shown.filter((line) => isCapitals(line) || (gap >= 0 && isAbove(line) && isTypedPosition(line)));
  const above = positions.filter(isAbove);
  const below = positions.filter((line) => !above.includes(line));
  const written = shown.findLast((line) => !positions.includes(line)) ?? null;
  // A name in capitals is a name still, where it is no position and nothing else is.
  const name = written ?? below.findLast((line) => !isAuthority(line.text)) ?? null;
  const [other, ...more] = below.filter((line) => line !== name);
  return {
    authority: above,
    // A long position takes two lines.
    otherPosition: other ? more.reduce(joinedLines, other) : null,
    name,
    others: [
      ...shown.filter((line) => !positions.includes(line) && line !== name),
      ...lines.filter(({ text }) => TO_FILL_IN.test(text)),
    ],
  };
}

/** "Chủ tịch" where capitals are wanted. */
function isTypedPosition({ text }: Line): boolean {
  return isAuthority(text.toLocaleUpperCase('vi')) && !isPersonName(text);
}
