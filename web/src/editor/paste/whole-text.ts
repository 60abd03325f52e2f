import {
  ADDRESSED,
  APPENDIX,
  ATTACHED,
  BASIS,
  isMotto,
  isNationalName,
  LEADS_ON,
  printedCode,
  printedDate,
  RECIPIENTS,
  typeNamed,
} from '#read/elements/patterns.ts';
import { blockText, type PastedBlock, type PastedLine } from './block.ts';

/** Fields of a pasted document outside its body. */
export interface WholeText {
  readonly subject: string;
  readonly addressees: readonly string[];
  /** Sentences as printed. */
  readonly bases: readonly string[];
  readonly opening: string;
  readonly recipients: readonly string[];
  readonly closing: PastedLine | null;
  readonly appendices: readonly { readonly title: string; readonly blocks: readonly PastedBlock[] }[];
}

/** Lines from a clipboard, parted into a document's body and what stands around it. */
export interface PastedDocument {
  readonly blocks: readonly PastedBlock[];
  /** Null where the lines are a piece of a text. */
  readonly whole: WholeText | null;
}

/** Maximum number of lines before a document's title. */
const MAX_BEFORE_TITLE = 15;
const END_MARK = /\s*\.\/\.\s*$/u;

/** Parts what was pasted: a whole document has a head with its title, or a foot with Nơi nhận. */
export function partDocument(blocks: readonly PastedBlock[]): PastedDocument {
  const { head, rest } = partHead(blocks);
  const foot = rest.findIndex((block) => RECIPIENTS.test(blockText(block)));
  const appendixAt = rest.findIndex((block, index) => index > foot && isAppendix(block));
  if (!head && foot < 0) return { blocks, whole: null };
  const bodyEnd = foot >= 0 ? foot : appendixAt >= 0 ? appendixAt : rest.length;
  const { body, closing } = partClosing(rest.slice(0, bodyEnd));
  const footLines = foot < 0 ? [] : rest.slice(foot + 1, appendixAt < 0 ? undefined : appendixAt);
  return {
    blocks: body,
    whole: {
      ...(head ?? { subject: '', addressees: [], bases: [], opening: '' }),
      recipients: namesOf(dashesAtHead(footLines)).filter((name) => !/^(?:Lưu\s*:|Như trên)/iu.test(name)),
      closing,
      appendices: appendixAt < 0 ? [] : partAppendices(rest.slice(appendixAt)),
    },
  };
}

type Head = Pick<WholeText, 'subject' | 'addressees' | 'bases' | 'opening'>;

function partHead(blocks: readonly PastedBlock[]): {
  readonly head: Head | null;
  readonly rest: readonly PastedBlock[];
} {
  const first = blocks.slice(0, MAX_BEFORE_TITLE);
  const title = first.findIndex((block) => isTitle(blockText(block)));
  if (title >= 0) return planHead(blocks, title);
  const letter = first.findIndex((block) => ADDRESSED.test(blockText(block)));
  return letter >= 0 ? letterHead(blocks, letter) : { head: null, rest: blocks };
}

function isTitle(text: string): boolean {
  return text === text.toLocaleUpperCase('vi') && typeNamed(text) !== null;
}

function planHead(
  blocks: readonly PastedBlock[],
  title: number,
): { readonly head: Head; readonly rest: readonly PastedBlock[] } {
  const after = blocks.slice(title + 1);
  const isBegun = (block: PastedBlock) => block.kind === 'table' || block.level !== 'paragraph';
  const ends = after.findIndex((block) => LEADS_ON.test(blockText(block)) || isBegun(block));
  const leads = ends >= 0 && LEADS_ON.test(blockText(after[ends] ?? { kind: 'line', level: 'paragraph', runs: [] }));
  const lines = after.slice(0, ends < 0 ? after.length : ends).map(blockText);
  const bases = lines.findIndex((text) => BASIS.test(text));
  const subject = lines.slice(0, bases < 0 ? lines.length : bases).filter((text) => !isRuled(text));
  const opening = leads ? blockText(after[ends] ?? { kind: 'line', level: 'paragraph', runs: [] }) : '';
  return {
    head: {
      subject: subject.join(' '),
      addressees: [],
      bases: bases < 0 ? [] : lines.slice(bases).flatMap(basesIn),
      opening: opening.replace(/^.*?(?=(?:ban hành|xây dựng) )/u, ''),
    },
    rest: after.slice(ends < 0 ? after.length : leads ? ends + 1 : ends),
  };
}

function letterHead(
  blocks: readonly PastedBlock[],
  at: number,
): { readonly head: Head; readonly rest: readonly PastedBlock[] } {
  const before = blocks.slice(0, at).map(blockText);
  const from = before.findIndex((text) => /^(?:V\/v|Về việc)\s/iu.test(text));
  const subject = from < 0 ? [] : before.slice(from).filter((text) => !isHeadLine(text));
  const named = blockText(blocks[at] ?? { kind: 'line', level: 'paragraph', runs: [] }).replace(ADDRESSED, '');
  const dashes = dashesAtHead(blocks.slice(at + 1));
  return {
    head: {
      subject: subject.join(' ').replace(/^(?:V\/v|Về việc)\s+/iu, ''),
      addressees: named === '' ? namesOf(dashes) : [withoutMark(named)],
      bases: [],
      opening: '',
    },
    rest: blocks.slice(at + 1 + (named === '' ? dashes.length : 0)),
  };
}

function isHeadLine(text: string): boolean {
  return isNationalName(text) || isMotto(text) || printedCode(text) !== null || printedDate(text) !== null;
}

function isRuled(text: string): boolean {
  return /^[\s_\-–—*]+$/u.test(text);
}

/** A line may hold two căn cứ of one verb: each is one of its own (PL I, Mục II.6.a). */
function basesIn(line: string): string[] {
  const [verb = 'Căn cứ'] = BASIS.exec(line) ?? [];
  return line
    .split(/;\s+(?=\p{Lu}[\p{L} ]+ số )/u)
    .map((text) => withoutMark(BASIS.test(text) ? text : `${verb.trim()} ${text}`));
}

function partClosing(blocks: readonly PastedBlock[]): {
  readonly body: readonly PastedBlock[];
  readonly closing: PastedLine | null;
} {
  const last = blocks.at(-1);
  if (last?.kind !== 'line') return { body: blocks, closing: null };
  const ended = { ...last, runs: last.runs.map((run) => ({ ...run, text: run.text.replace(END_MARK, '') })) };
  const isClosing = last.level === 'paragraph' && END_MARK.test(blockText(last));
  return isClosing
    ? { body: blocks.slice(0, -1), closing: ended }
    : { body: [...blocks.slice(0, -1), ended], closing: null };
}

function isAppendix(block: PastedBlock): boolean {
  return block.kind === 'line' && APPENDIX.test(blockText(block));
}

function partAppendices(blocks: readonly PastedBlock[]): WholeText['appendices'] {
  const starts = blocks.flatMap((block, index) => (isAppendix(block) ? [index] : []));
  return starts.map((start, i) => {
    const lines = blocks.slice(start + 1, starts[i + 1]);
    const texts = lines.map(blockText);
    const titled = texts.findIndex((text, index) => lines[index]?.kind === 'table' || !isCapitals(text));
    const end = titled < 0 ? lines.length : titled;
    return {
      title: texts.slice(0, end).join(' '),
      blocks: lines.slice(end).filter((block) => !ATTACHED.test(blockText(block))),
    };
  });
}

function isCapitals(text: string): boolean {
  return /\p{L}/u.test(text) && text === text.toLocaleUpperCase('vi');
}

function dashesAtHead(blocks: readonly PastedBlock[]): PastedBlock[] {
  const end = blocks.findIndex((block) => block.kind === 'table' || block.level !== 'dash');
  return blocks.slice(0, end < 0 ? blocks.length : end);
}

function namesOf(blocks: readonly PastedBlock[]): string[] {
  return blocks.map((block) => withoutMark(blockText(block)));
}

function withoutMark(text: string): string {
  return text.replace(/\s*[;.,]$/u, '').trim();
}
