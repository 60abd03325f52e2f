import type { Edit, Span } from './spans.ts';

/** A text of a paragraph with its place in the XML. */
interface Piece {
  readonly span: Span;
  readonly text: string;
}

/** The edits that put one text in the place of another, though it be split over many runs; spaces may be of any number. */
export function retypeEdits(xml: string, texts: readonly Span[], from: string, to: string): Edit[] {
  const pieces: Piece[] = texts.map((span) => ({ span, text: unescaped(xml.slice(span.innerStart, span.innerEnd)) }));
  const whole = pieces.map(({ text }) => text).join('');
  const match = new RegExp(from.split(/\s+/).map(quoted).join('\\s+'), 'u').exec(
    whole.normalize('NFC') === whole ? whole : '',
  );
  if (!match) return [];
  return placed(pieces, match.index, match.index + match[0].length, to);
}

/** The edits that put other signs at the end of a paragraph, spaces after it aside. */
export function endEdits(xml: string, texts: readonly Span[], from: string, to: string): Edit[] {
  const pieces: Piece[] = texts.map((span) => ({ span, text: unescaped(xml.slice(span.innerStart, span.innerEnd)) }));
  const whole = pieces.map(({ text }) => text).join('');
  const end = whole.trimEnd().length;
  if (end === 0 || !whole.slice(0, end).endsWith(from)) return [];
  // Where nothing is taken away, the last letter is typed anew.
  const start = end - Math.max(from.length, 1);
  return placed(pieces, start, end, from === '' ? `${whole.slice(start, end)}${to}` : to);
}

/** The new text stands in the first piece; the others lose what was there. */
function placed(pieces: readonly Piece[], start: number, end: number, to: string): Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  let rest = to;
  for (const { span, text } of pieces) {
    const [first, last] = [Math.max(start - at, 0), Math.min(end - at, text.length)];
    at += text.length;
    if (first >= last) continue;
    const made = text.slice(0, first) + rest + text.slice(last);
    rest = '';
    const open = /^\s|\s$/.test(made) ? '<w:t xml:space="preserve">' : '<w:t>';
    edits.push({ start: span.start, end: span.end, text: `${open}${escaped(made)}</w:t>` });
  }
  return edits;
}

const quoted = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

function unescaped(text: string): string {
  const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    return decimal === undefined ? (named[name] ?? whole) : String.fromCodePoint(Number(decimal));
  });
}
