/** Matches of one text at most; whoever has more narrows the query. */
const MOST = 5_000;

/** Letters of a text as they are compared, each with its place in the text. */
function letters(
  text: string,
  withoutMarks: boolean,
): { readonly compared: string; readonly places: readonly number[] } {
  const places: number[] = [];
  let compared = '';
  for (let at = 0; at < text.length; at += 1) {
    const letter = comparedLetter(text[at] ?? '', withoutMarks);
    for (const _ of letter) places.push(at);
    compared += letter;
  }
  return { compared, places: [...places, text.length] };
}

function comparedLetter(letter: string, withoutMarks: boolean): string {
  const small = letter.toLowerCase();
  if (/\s/.test(small)) return ' ';
  return withoutMarks ? small.normalize('NFD').replace(/\p{M}/gu, '').replace('đ', 'd') : small;
}

/** Tells whether a text has none of the marks of Vietnamese. */
function isPlain(text: string): boolean {
  return !/[\p{M}đ]/u.test(text.toLowerCase().normalize('NFD'));
}

/**
 * Finds a query in a text, capitals or not; a query typed without marks also finds what has them. Each occurrence is from
 * and to, as places in the text.
 *
 * @example occurrences('Kế hoạch, kế toán', 'ke') // [[0, 2], [10, 12]]
 */
export function occurrences(text: string, query: string): Array<readonly [from: number, to: number]> {
  const isWithoutMarks = isPlain(query);
  const wanted = letters(query.normalize('NFC'), isWithoutMarks).compared;
  const { compared, places } = letters(text, isWithoutMarks);
  const found: Array<readonly [number, number]> = [];
  if (wanted === '') return found;
  for (
    let at = compared.indexOf(wanted);
    at >= 0 && found.length < MOST;
    at = compared.indexOf(wanted, at + wanted.length)
  )
    found.push([places[at] ?? 0, places[at + wanted.length] ?? text.length]);
  return found;
}
