import type { Block, ReadDocument } from '../body/model.ts';
import type { Notice } from '../problems/notice.ts';
import { ReadError } from '../problems/read-error.ts';
import { type GuessedLook, guessLooks } from './guess-looks.ts';
import { joinLines } from './join-lines.ts';
import { withLooks, withoutMarks } from './marks.ts';
import { withoutPageMarks } from './page-marks.ts';
import { PLAIN_SECTION, type PlainRun, plainDocument, plainParagraph } from './plain-block.ts';

/** Most characters and paragraphs of a text: a thousand pages. */
const MAX_CHARACTERS = 3_000_000;
const MAX_PARAGRAPHS = 50_000;

/**
 * Reads bare text as it was copied out of a PDF or a mail: broken lines joined, page numbers and stamps left out, columns parted
 * by tabs as tables. Looks are guessed by what stands there. Throws `ReadError` for a text that is too long.
 */
export function readText(text: string): ReadDocument {
  if (text.length > MAX_CHARACTERS) throw new ReadError('TEXT_TOO_LONG', { max: MAX_CHARACTERS });
  const { lines, left } = withoutPageMarks(text.normalize('NFC').replace(/\r\n?/g, '\n').split('\n'));
  const unmarked = withoutMarks(lines.map((line) => line.replace(/\f/g, '')));
  const paragraphs = joinLines(unmarked.lines);
  if (paragraphs.length > MAX_PARAGRAPHS) throw new ReadError('TOO_MANY_PARAGRAPHS', { max: MAX_PARAGRAPHS });
  const looks = guessLooks(paragraphs);
  const runs = withLooks(paragraphs, unmarked.looks);
  const blocks = paragraphs.map((_, index): Block => paragraphOf(runs[index] ?? [], looks[index], index));
  const notices: Notice[] = [
    ...(left.length === 0 ? [] : [{ code: 'PAGE_MARKS', params: markParams(left) } as const]),
    ...paragraphs
      .filter(isLostHead)
      .map((head) => ({ code: 'COLUMNS_LOST', params: { first: head.slice(0, 60) } }) as const),
  ];
  return plainDocument(blocks, { origin: 'text', sections: [PLAIN_SECTION], notices, pageCount: 1 });
}

/** The titles of a table's columns on one line, without what parts them. */
function isLostHead(text: string): boolean {
  const titles = text.match(/Nội dung|Nhiệm vụ|Sản phẩm|Chủ trì|Phối hợp|Thời gian|Ghi chú|Đơn vị/giu) ?? [];
  return /^(?:S?TT|Số TT)\s/iu.test(text) && !text.includes('\t') && titles.length >= 3;
}

/** Counts the page marks that were left out, and names the first that is no bare number. */
export function markParams(left: readonly string[]): Notice['params'] {
  const first = left.find((text) => /\p{L}/u.test(text)) ?? left[0] ?? '';
  return { count: left.length, first: first.slice(0, 60) };
}

function paragraphOf(runs: readonly PlainRun[], look: GuessedLook | undefined, index: number): Block {
  const { bold = false, ...props } = look ?? {};
  const hasBold = runs.some((run) => run.look.bold);
  const shown = bold && !hasBold ? runs.map((run) => ({ ...run, look: { ...run.look, bold } })) : runs;
  return plainParagraph(shown, { ...props, page: 1, index });
}
