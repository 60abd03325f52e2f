import { type TypedLabel, typedLabel } from './labels.ts';

/** Signs for a number that a list gives, by its kind and how deep the list is. */
const KINDS: ReadonlyArray<readonly [RegExp, readonly string[]]> = [
  [/upper-roman|^I$/, ['I.']],
  [/upper-(?:alpha|latin)|^A$/, ['A.']],
  [/lower-(?:alpha|latin)|^a$/, ['a)']],
  [/lower-roman|^i$/, ['(i)']],
  [/decimal|^1$/, ['1.', '1.1.']],
  [/disc|circle|square|none/, ['-', '+']],
];

/**
 * The level of a list's item without a printed number, by the list's kind; of an item of several paragraphs the first alone
 * has one.
 */
export function listLevel(line: Element): TypedLabel | null {
  const item = line.closest('li');
  const list = item?.closest('ol,ul');
  if (!item || !list || item.querySelector('p,h1,h2,h3,h4,h5,h6') !== line) return null;
  // A number typed besides says it better.
  if (typedLabel(line.textContent ?? '')) return null;
  const depth = Number(item.getAttribute('data-aria-level') ?? item.getAttribute('aria-level') ?? depthOf(item)) - 1;
  const marks = KINDS.find(([kind]) => kind.test(kindOf(item, list)))?.[1] ?? ['-', '+'];
  return typedLabel(`${marks[Math.min(depth, marks.length - 1)] ?? '-'} X`);
}

/** Kind of a list as its item or itself says it, in words of CSS or of HTML. */
function kindOf(item: Element, list: Element): string {
  const style = `${item.getAttribute('data-style') ?? ''};${list.getAttribute('data-style') ?? ''}`;
  const [, ofStyle] = /list-style(?:-type)?:\s*([a-z-]+)/.exec(style) ?? [];
  return ofStyle ?? list.getAttribute('type') ?? (list.nodeName === 'OL' ? 'decimal' : 'disc');
}

function depthOf(item: Element): number {
  let depth = 0;
  for (let list = item.closest('ol,ul'); list; list = list.parentElement?.closest('ol,ul') ?? null) depth += 1;
  return depth;
}
