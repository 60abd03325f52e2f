import { parseBlankRow, parseImportRow } from './parse-import-row.ts';
import type { SheetLine } from './read-lines.ts';
import { type BlankNeighbour, type ResolvedBlank, resolveBlank } from './resolve-blank.ts';
import { type ImportContext, resolveImportRow } from './resolve-import-row.ts';

/** A line of a sheet as what it is: a document, or a number without one. */
export type ResolvedLine = Pick<SheetLine, 'row' | 'isHidden'> &
  (
    | { readonly kind: 'document'; readonly resolved: ReturnType<typeof resolveImportRow> }
    | { readonly kind: 'blank'; readonly resolved: ResolvedBlank & { readonly isBare: boolean } }
  );

/**
 * Resolves the lines of a sheet. A number without a document takes what it does not say from the line above, or else below; a number
 * alone is one left empty only where a document follows: books are ruled ahead.
 */
export function resolveLines(lines: readonly SheetLine[], context: ImportContext): ResolvedLine[] {
  const parsed = lines.map(({ row, isHidden, cells, columns }) => {
    const blank = parseBlankRow(cells, columns);
    const document = blank && !blank.blank.isBare ? null : resolveImportRow(parseImportRow(cells, columns), context);
    return { row, isHidden, blank, document };
  });
  const records = parsed.map(({ document }) => document?.record ?? null);
  const last = records.findLastIndex((record) => record !== null);
  let above: BlankNeighbour | undefined;
  return parsed.map(({ row, isHidden, blank, document }, index) => {
    above = records[index] ?? above;
    if (document && (!blank || index > last)) return { row, isHidden, kind: 'document', resolved: document };
    const neighbour = above ?? records.slice(index).find((record) => record !== null) ?? undefined;
    const { profiles, today } = context;
    const resolved = blank ? resolveBlank(blank, profiles, today, neighbour) : { blank: null, findings: [] };
    return { row, isHidden, kind: 'blank', resolved: { ...resolved, isBare: blank?.blank.isBare ?? false } };
  });
}
