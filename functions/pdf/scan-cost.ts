/** Steps that a parser may go over the same bytes again: some tenths of a second. */
const MAX_STEPS = 20_000_000;
/** Longest comment of an honest file outside its streams. */
const USUAL_COMMENT = 200;

const STREAM = /\bstream\r?\n/g;
const END = 'endstream';
/** A string of hex digits: a signature has thousands of zeros. */
const HEX = /<[0-9A-Fa-f\s]*>/g;
/** Digits of no number that a program writes, and blanks as few programs leave. */
const RUN = /\d{33,}|[\s\0]{257,}/g;
const OBJECT = /\b(?:end)?obj\b/g;
const LINE_END = /[\r\n]/g;

/**
 * Tells whether a parser would look through a file again and again: where an object does not parse it tries from the next byte,
 * over the same digits, blanks and comments, and over objects and streams without an end. What streams hold is passed over.
 */
export function isScannedAgain(bytes: Uint8Array): boolean {
  const { outside, steps } = withoutStreams(new TextDecoder('latin1').decode(bytes));
  if (steps > MAX_STEPS) return true;
  const rest = outside.replaceAll(HEX, '<>');
  return steps + runSteps(rest) + objectSteps(rest) + commentSteps(rest) > MAX_STEPS;
}

/** The text without what streams hold; each stream in another, or without an end, is looked for up to the end of the file. */
function withoutStreams(text: string): { readonly outside: string; readonly steps: number } {
  const pieces: string[] = [];
  const last = text.lastIndexOf(END);
  let [from, end, steps] = [0, 0, 0];
  for (const { index, 0: keyword } of text.matchAll(STREAM)) {
    const start = index + keyword.length;
    if (index < end || last < start) {
      steps += text.length - start;
      if (steps > MAX_STEPS) break;
      continue;
    }
    pieces.push(text.slice(from, start));
    end = text.indexOf(END, start) + END.length;
    from = end;
  }
  return { outside: [...pieces, text.slice(from)].join('\n'), steps };
}

function runSteps(text: string): number {
  return [...text.matchAll(RUN)].reduce((sum, [run]) => sum + run.length ** 2, 0);
}

/** Steps of objects that another begins in, up to the end that they share. */
function objectSteps(text: string): number {
  let [steps, open, sum] = [0, 0, 0];
  const close = (end: number) => {
    if (open > 1) steps += open * end - sum;
    [open, sum] = [0, 0];
  };
  for (const { 0: word, index } of text.matchAll(OBJECT)) {
    if (word === 'endobj') close(index);
    else [open, sum] = [open + 1, sum + index];
  }
  close(text.length);
  return steps;
}

/** Steps of comments, each counted from its every sign to the end of its line. */
function commentSteps(text: string): number {
  let steps = 0;
  let end = -1;
  for (const { index } of text.matchAll(/%/g)) {
    if (end < index) end = endOfLine(text, index);
    if (end - index > USUAL_COMMENT) steps += end - index;
    if (steps > MAX_STEPS) break;
  }
  return steps;
}

function endOfLine(text: string, from: number): number {
  LINE_END.lastIndex = from;
  return LINE_END.exec(text)?.index ?? text.length;
}
