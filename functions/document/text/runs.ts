/** A stretch of text with one look. */
export interface Run {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** `\*`, `**` or `*`; everything else is text. */
const MARK = /\\\*|\*\*|\*/g;
/** Before these no mark opens, after those none closes. */
const CLOSING = /[\s)\]}.,;:!?”’»]/u;
/** Between two of these an asterisk is a sign of the text: `2*3*5 m`. */
const WORD = /[\p{L}\p{N}]/u;
const OPENING = /[\s([{“‘«]/u;

/**
 * Splits a text into runs at `**đậm**` and `*nghiêng*` (`***cả hai***`). A mark opens only before and closes only after a
 * character that is no space and that does not itself close or open (so the footnote mark "(*)" is text), only in pairs,
 * and not around nothing; every other asterisk is text, as is `\*`. Braces, brackets, angle brackets are text.
 *
 * @example parseRuns('Chỉ số (*PAR Index*)') // 'Chỉ số (', italic 'PAR Index', ')'
 */
export function parseRuns(marked: string): Run[] {
  const text = withoutTextMark(marked);
  if (!text.includes('*')) return text === '' ? [] : [{ text, bold: false, italic: false }];
  const tokens = tokenise(text);
  pairMarks(tokens);
  const runs: Run[] = [];
  let bold = false;
  let italic = false;
  for (const token of tokens) {
    if (token.paired && token.text === '**') bold = !bold;
    else if (token.paired) italic = !italic;
    else append(runs, token.text, bold, italic);
  }
  return runs;
}

/** A backslash at the head says that a text begins with text, not with a number typed (`\\V.Lênin`); it is not printed. */
export function withoutTextMark(text: string): string {
  return text.startsWith('\\') && !text.startsWith('\\*') ? text.slice(1) : text;
}

interface Token {
  text: string;
  readonly canOpen: boolean;
  readonly canClose: boolean;
  paired: boolean;
}

function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let last = 0;
  const plain = (part: string) => {
    if (part) tokens.push({ text: part, canOpen: false, canClose: false, paired: false });
  };
  for (const match of text.matchAll(MARK)) {
    plain(text.slice(last, match.index));
    last = match.index + match[0].length;
    if (match[0] === '\\*') {
      plain('*');
      continue;
    }
    const before = text[match.index - 1];
    const after = text[last];
    const inWord = WORD.test(before ?? '') && WORD.test(after ?? '');
    tokens.push({
      text: match[0],
      canOpen: after !== undefined && !CLOSING.test(after) && !inWord,
      canClose: before !== undefined && !OPENING.test(before) && !inWord,
      paired: false,
    });
  }
  plain(text.slice(last));
  return tokens;
}

/** Marks that wait for their partner, in order, and how many there are of each kind: a search that finds none is not made. */
interface OpenMarks {
  readonly places: number[];
  readonly counts: { '*': number; '**': number };
}

/** Pairs each mark with the nearest earlier open one of its kind; pairs may nest but not cross. */
function pairMarks(tokens: readonly Token[]): void {
  const open: OpenMarks = { places: [], counts: { '*': 0, '**': 0 } };
  for (const [i, token] of tokens.entries()) {
    if (token.text !== '*' && token.text !== '**') continue;
    swapClosing(tokens, i, open);
    const kind = token.text;
    const at = token.canClose && open.counts[kind] > 0 ? lastOpen(tokens, open, kind, i) : -1;
    const opener = tokens[open.places[at] ?? -1];
    if (opener) {
      opener.paired = true;
      token.paired = true;
      while (open.places.length > at) count(open, tokens[open.places.pop() ?? -1], -1);
    } else if (token.canOpen) {
      open.places.push(i);
      count(open, token, 1);
    }
  }
}

/** Two marks with nothing between are no pair. */
function lastOpen(tokens: readonly Token[], { places }: OpenMarks, kind: string, i: number): number {
  return places.findLastIndex((place) => tokens[place]?.text === kind && place < i - 1);
}

function count({ counts }: OpenMarks, token: Token | undefined, by: 1 | -1): void {
  if (token?.text === '*' || token?.text === '**') counts[token.text] += by;
}

/** `***` closes in the order in which it opened: where the italic was opened last, its mark comes first. */
function swapClosing(tokens: readonly Token[], i: number, { places, counts }: OpenMarks): void {
  const [bold, italic] = [tokens[i], tokens[i + 1]];
  const last = tokens[places.at(-1) ?? -1];
  if (bold?.text !== '**' || italic?.text !== '*' || last?.text !== '*' || !bold.canClose || !italic.canClose) return;
  if (counts['**'] === 0) return;
  bold.text = '*';
  italic.text = '**';
}

function append(runs: Run[], text: string, bold: boolean, italic: boolean): void {
  const last = runs.at(-1);
  if (last && last.bold === bold && last.italic === italic) {
    runs[runs.length - 1] = { text: last.text + text, bold, italic };
  } else {
    runs.push({ text, bold, italic });
  }
}
