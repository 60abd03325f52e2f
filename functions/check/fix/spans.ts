/** An element with the places of its text: `start` to `end` with its tags, `innerStart` to `innerEnd` between them. */
export interface Span {
  readonly name: string;
  readonly start: number;
  readonly innerStart: number;
  readonly innerEnd: number;
  readonly end: number;
  readonly isEmptyTag: boolean;
  readonly children: Span[];
}

const TAG =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)([^\s/>]+)((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?)>/g;

/** Finds the elements of XML that was read before and is sound. */
export function spansOf(xml: string): Span[] {
  const roots: Span[] = [];
  const open: Span[] = [];
  for (const match of xml.matchAll(TAG)) {
    const [whole, close, name, , empty] = match;
    if (name === undefined) continue;
    const end = match.index + whole.length;
    if (close === '/') {
      const closed = open.pop();
      if (closed) Object.assign(closed, { innerEnd: match.index, end });
      continue;
    }
    const isEmptyTag = empty === '/';
    const span: Span = { name, start: match.index, innerStart: end, innerEnd: end, end, isEmptyTag, children: [] };
    (open.at(-1)?.children ?? roots).push(span);
    if (!isEmptyTag) open.push(span);
  }
  return roots;
}

/** The first child of a name. */
export function childSpan(parent: Span | undefined, name: string): Span | undefined {
  return parent?.children.find((one) => one.name === name);
}

/** A piece of text put in the place of another. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with its edits, which do not overlap. */
export function edited(xml: string, edits: readonly Edit[]): string {
  let out = '';
  let at = 0;
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start)) {
    out += xml.slice(at, start) + text;
    at = end;
  }
  return out + xml.slice(at);
}
