import type { InlineText } from '#document/schemas/inline.schema.ts';
import type { Part } from '#document/schemas/part.schema.ts';

/**
 * Parts as lines of level and words, tables as lines of cells: what an import has to get right. Which of two neighbouring texts
 * is a title's text or a child is not printed; a mark at an end is the printer's.
 */
export function saidParts(parts: readonly Part[] = []): string[] {
  return parts.flatMap((part) => {
    const { level, title, text, table, runIn, children } = part;
    const own = runIn
      ? [`${level}: ${said(title)} ${said(text)}`]
      : [
          ...(title === undefined ? [] : [`${level}: ${said(title)}`]),
          ...(text === undefined ? [] : [`${title === undefined ? level : 'paragraph'}: ${said(text)}`]),
        ];
    const rows = (table?.rows ?? []).map(
      ({ cells = {} }) =>
        `row: ${Object.values(cells)
          .map((cell) => said(typeof cell === 'string' ? cell : cell.text))
          .join(' | ')}`,
    );
    return [...own, ...rows, ...saidParts(children)];
  });
}

function said(text: InlineText | undefined): string {
  return [text ?? []]
    .flat()
    .map((piece) => (typeof piece === 'string' ? piece : 'Phụ lục'))
    .join('')
    .replace(/\*/g, '')
    .replace(/…|\.{3}/g, '')
    .replace(/\s+(?=[.,;:)])/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?:\.\/)?[.;:]+$/u, '')
    .trim();
}
