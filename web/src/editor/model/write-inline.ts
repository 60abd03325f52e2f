import type { Fragment, Node } from 'prosemirror-model';
import type { InlineText, Reference } from '#document/schemas/inline.schema.ts';
import { parseRuns, type Run } from '#document/text/runs.ts';
import { readInline } from './read-inline.ts';
import { schema } from './schema.ts';

/** Holds a reference's place; no text has it. */
const PLACE = '\u0001';
const WORD = /[\p{L}\p{N}]/u;

/**
 * The content of a line as data. What was read and not changed comes back letter for letter; marks that the notation
 * cannot say (within a word, around a space) move to the word's edge.
 */
export function writeInline(content: Fragment, source: InlineText | null = null): InlineText {
  if (source !== null && readInline(source).eq(content)) return source;
  const references: Node[] = [];
  const runs: Run[] = [];
  content.forEach((node) => {
    if (node.type === schema.nodes.ref) references.push(node);
    const bold = node.marks.some(({ type }) => type === schema.marks.strong);
    const italic = node.marks.some(({ type }) => type === schema.marks.em);
    runs.push({ text: node.text ?? PLACE, bold, italic });
  });
  return withReferences(writeRuns(runs), references);
}

function withReferences(text: string, references: readonly Node[]): InlineText {
  if (references.length === 0) return text;
  const pieces = text.split(PLACE).flatMap((piece, index): Array<string | Reference> => {
    const reference = index > 0 ? references[index - 1] : undefined;
    return [
      ...(reference ? [{ ref: String(reference.attrs.to), ...reference.attrs.data }] : []),
      ...(piece === '' ? [] : [piece]),
    ];
  });
  return pieces;
}

/** Runs in the notation `**đậm**`, `*nghiêng*`; the text is always kept, marks as far as the notation can say them. */
export function writeRuns(runs: readonly Run[]): string {
  const wanted = joined(runs.some(({ bold, italic }) => bold || italic) ? snapped(runs) : runs);
  const plain = joined(wanted.map(({ text }) => ({ text, bold: false, italic: false })));
  for (const candidate of [wanted, wanted.map((run) => ({ ...run, italic: false })), plain]) {
    for (const quoted of [keep, escapeAll]) {
      const text = notation(joined(candidate), quoted);
      if (sameRuns(parseRuns(text), joined(candidate))) return text;
    }
  }
  return escapeAll(plain.map(({ text }) => text).join(''));
}

const keep = (text: string) => text;

function escapeAll(text: string): string {
  return text.replaceAll('*', '\\*');
}

type Mark = 'bold' | 'italic';
const SIGNS = { bold: '**', italic: '*' } as const;
const NO_RUN: Run = { text: '', bold: false, italic: false };

/** Marks close in the order in which they opened; one that goes on is opened anew. */
function notation(runs: readonly Run[], quoted: (text: string) => string): string {
  const open: Mark[] = [];
  let out = '';
  for (const run of [...runs, NO_RUN]) {
    while (open.some((mark) => !run[mark])) out += SIGNS[open.pop() ?? 'bold'];
    for (const mark of ['bold', 'italic'] as const) {
      if (!run[mark] || open.includes(mark)) continue;
      open.push(mark);
      out += SIGNS[mark];
    }
    out += quoted(run.text);
  }
  return out;
}

/** Marks that begin or end at a space, or within a word, begin and end at the word instead. */
function snapped(runs: readonly Run[]): Run[] {
  const chars = runs.flatMap((run) =>
    [...run.text].map((char) => ({ text: char, bold: run.bold, italic: run.italic })),
  );
  for (const mark of ['bold', 'italic'] as const) {
    for (let start = 0; start < chars.length; ) {
      let end = start + 1;
      while (end < chars.length && isWord(chars[start]?.text) && isWord(chars[end]?.text)) end += 1;
      const some = chars.slice(start, end).some((char) => char[mark]);
      for (let at = start; at < end; at += 1) {
        const char = chars[at];
        if (char) chars[at] = { ...char, [mark]: some };
      }
      start = end;
    }
    trimSpaces(chars, mark);
  }
  return chars;
}

function trimSpaces(chars: Run[], mark: 'bold' | 'italic'): void {
  for (const [index, char] of chars.entries()) {
    if (!char[mark] || !/\s/.test(char.text)) continue;
    const before = chars.slice(0, index).findLast(({ text }) => !/\s/.test(text));
    const after = chars.slice(index + 1).find(({ text }) => !/\s/.test(text));
    if (!before?.[mark] || !after?.[mark]) chars[index] = { ...char, [mark]: false };
  }
}

function isWord(char: string | undefined): boolean {
  return char !== undefined && WORD.test(char);
}

/** Runs without empty ones, neighbours of one look as one. */
function joined(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    if (run.text === '') continue;
    if (last && last.bold === run.bold && last.italic === run.italic)
      out[out.length - 1] = { ...last, text: last.text + run.text };
    else out.push(run);
  }
  return out;
}

function sameRuns(a: readonly Run[], b: readonly Run[]): boolean {
  return (
    a.length === b.length &&
    a.every((run, i) => run.text === b[i]?.text && run.bold === b[i]?.bold && run.italic === b[i]?.italic)
  );
}
