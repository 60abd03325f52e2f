/** A stretch of text with one look. */
export interface Run {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** `\*`, `**` or `*`; everything else is text. */
const MARK = /\\\*|\*\*|\*/g;

/**
 * Splits a text into runs at `**đậm**` and `*nghiêng*`. A mark opens only before a character that is no space and closes
 * only after one, and only in pairs; every other asterisk is text, as is `\*`. Braces, brackets, angle brackets are text.
 *
 * @example parseRuns('Chỉ số (*PAR Index*)') // 'Chỉ số (', italic 'PAR Index', ')'
 */
export function parseRuns(text: string): Run[] {
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

interface Token {
  text: string;
  canOpen: boolean;
  canClose: boolean;
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
    tokens.push({
      text: match[0],
      canOpen: after !== undefined && !/\s/.test(after),
      canClose: before !== undefined && !/\s/.test(before),
      paired: false,
    });
  }
  plain(text.slice(last));
  return tokens;
}

/** Pairs each mark with the nearest earlier open one of its kind; pairs may nest but not cross. */
function pairMarks(tokens: Token[]): void {
  const open: Token[] = [];
  for (const token of tokens) {
    const at = token.canClose ? open.findLastIndex((o) => o.text === token.text) : -1;
    const opener = open[at];
    if (opener) {
      opener.paired = true;
      token.paired = true;
      open.length = at;
    } else if (token.canOpen) {
      open.push(token);
    }
  }
}

function append(runs: Run[], text: string, bold: boolean, italic: boolean): void {
  const last = runs.at(-1);
  if (last && last.bold === bold && last.italic === italic) {
    runs[runs.length - 1] = { text: last.text + text, bold, italic };
  } else {
    runs.push({ text, bold, italic });
  }
}
