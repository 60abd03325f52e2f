import { linesIn } from './line.ts';
import type { Elements } from './recognise.ts';

/** Text of the body and of the sentence before it, where appendices are mentioned. */
export function bodyText({ opening, items }: Pick<Elements, 'opening' | 'items'>): string {
  const texts = items.map((item) =>
    item.kind === 'line'
      ? item.line.text
      : linesIn([item.table])
          .map(({ text }) => text)
          .join(' '),
  );
  return [opening?.text ?? '', ...texts].join('\n');
}

/** Tells whether the text names an appendix by its number, alone or in a list: "các Phụ lục I, II và III". */
export function mentionsAppendix(elements: Pick<Elements, 'opening' | 'items'>, number: string): boolean {
  const list = '(?:[IVXLC\\d]+\\s*(?:,|và|đến|-)\\s*)*';
  return new RegExp(`phụ\\s+lục\\s+(?:số\\s+)?${list}${number}(?![\\p{L}\\d])`, 'iu').test(bodyText(elements));
}
