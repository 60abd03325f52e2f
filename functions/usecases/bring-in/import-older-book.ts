import { XLSX } from '#base/content-types.ts';
import { vietnamDate } from '#document/dates.ts';
import { IMPORT_BOUNDS } from '#exchange/older-book/import-bounds.ts';
import { findHeader, isNumbering } from '#exchange/older-book/import-columns.ts';
import { ImportError } from '#exchange/older-book/import-error.ts';
import { parseImportRow } from '#exchange/older-book/parse-import-row.ts';
import { resolveImportRow } from '#exchange/older-book/resolve-import-row.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { runHeavy } from '../heavy/heavy-work.ts';
import { listUnreadable } from '../heavy/read-workbook-task.ts';
import { requireRole } from '../permissions.ts';
import { readProfiles } from '../profiles.ts';
import { type BytesOrUpload, bytesOf } from '../uploads/read-upload.ts';
import { createRowImporter, type ImportLine, type ImportOptions } from './import-row.ts';

/** Largest list, in bytes. */
export const MAX_IMPORT_BYTES = IMPORT_BOUNDS.maxBytes;

/** The report of a list. */
export interface ImportReport {
  readonly lines: readonly ImportLine[];
  /** Sheets without a header, which nothing was read from. */
  readonly skippedSheets: readonly string[];
}

/** A list to bring in. */
export type OlderBookInput = ImportOptions & BytesOrUpload & { onLine?(line: ImportLine): void };

/**
 * Brings in an older book from an Excel list with the columns of PL IV: wrong rows are refused, each with all its faults,
 * the rest is kept; what is in the register already stays as it is, so a list may be run again.
 *
 * Throws `list-unreadable`, and what stops everything: `unavailable`, `busy`, alarms. What was brought in before stays.
 */
export async function importOlderBook(deps: Deps, actor: Actor, input: OlderBookInput): Promise<ImportReport> {
  requireRole(actor, 'bring-in');
  const sheets = await runHeavy(deps, { organ: actor.organ, name: 'read-workbook' }, async () => ({
    bytes: await bytesOf(deps, actor, input, [XLSX]),
  }));
  const profiles = await readProfiles(deps, actor.organ);
  const context = { organ: actor.organ, profiles, today: vietnamDate(deps.clock.now()) };
  const lines: ImportLine[] = [];
  const skippedSheets: string[] = [];
  const take = createRowImporter(deps, actor, profiles, input);
  for (const sheet of sheets) {
    const header = findHeader(sheet.rows);
    if (!header) {
      skippedSheets.push(sheet.name);
      continue;
    }
    for (const [index, cells] of sheet.rows.entries()) {
      const isBlank = cells.every((cell) => cell === null || String(cell).trim() === '');
      if (index <= header.row || isBlank || (index === header.row + 1 && isNumbering(cells))) continue;
      const resolved = resolveImportRow(parseImportRow(cells, header.columns), context);
      const line = await take({ sheet: sheet.name, row: index + 1, ...resolved });
      lines.push(line);
      input.onLine?.(line);
    }
  }
  if (skippedSheets.length === sheets.length) throw listUnreadable(new ImportError('no-header'));
  return { lines, skippedSheets };
}
