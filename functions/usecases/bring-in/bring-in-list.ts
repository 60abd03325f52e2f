import { XLSX } from '#base/content-types.ts';
import { vietnamDate } from '#document/dates.ts';
import { LIST_BOUNDS } from '#exchange/list/list-bounds.ts';
import { findHeader, isNumbering } from '#exchange/list/list-columns.ts';
import { ListError } from '#exchange/list/list-error.ts';
import { parseListRow } from '#exchange/list/parse-list-row.ts';
import { readWorkbook, type SheetRows } from '#exchange/list/read-workbook.ts';
import { resolveListRow } from '#exchange/list/resolve-list-row.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { readProfiles } from '../profiles.ts';
import { type Brought, bytesOf } from '../uploads/read-upload.ts';
import { UseCaseError } from '../use-case-error.ts';
import { requireRole } from '../who-may.ts';
import { createListTaker, type ListLine, type TakeOptions } from './take-list-row.ts';

/** Largest list, in bytes. */
export const MAX_LIST_BYTES = LIST_BOUNDS.maxBytes;

/** The report of a list. */
export interface ListReport {
  readonly lines: readonly ListLine[];
  /** Sheets without a header, which nothing was read from. */
  readonly skippedSheets: readonly string[];
}

/** A list to bring in. */
export type BringInListInput = TakeOptions & Brought & { onLine?(line: ListLine): void };

/**
 * Brings in an older book from an Excel list with the columns of PL IV: wrong rows are refused, each with all its faults,
 * the rest is kept; what is in the register already stays as it is, so a list may be run again.
 *
 * Throws `list-unreadable`, and what stops everything: `unavailable`, `busy`, alarms. What was brought in before stays.
 */
export async function bringInList(deps: Deps, actor: Actor, input: BringInListInput): Promise<ListReport> {
  requireRole(actor, 'bring-in');
  const sheets = await readSheets(await bytesOf(deps, actor, input, [XLSX]));
  const profiles = await readProfiles(deps, actor.organ);
  const context = { organ: actor.organ, profiles, today: vietnamDate(deps.clock.now()) };
  const lines: ListLine[] = [];
  const skippedSheets: string[] = [];
  const take = createListTaker(deps, actor, profiles, input);
  for (const sheet of sheets) {
    const header = findHeader(sheet.rows);
    if (!header) {
      skippedSheets.push(sheet.name);
      continue;
    }
    for (const [index, cells] of sheet.rows.entries()) {
      const isBlank = cells.every((cell) => cell === null || String(cell).trim() === '');
      if (index <= header.row || isBlank || (index === header.row + 1 && isNumbering(cells))) continue;
      const resolved = resolveListRow(parseListRow(cells, header.columns), context);
      const line = await take({ sheet: sheet.name, row: index + 1, ...resolved });
      lines.push(line);
      input.onLine?.(line);
    }
  }
  if (skippedSheets.length === sheets.length) throw unreadable(new ListError('no-header'));
  return { lines, skippedSheets };
}

async function readSheets(bytes: Uint8Array): Promise<SheetRows[]> {
  try {
    return await readWorkbook(bytes);
  } catch (error) {
    throw error instanceof ListError ? unreadable(error) : error;
  }
}

function unreadable(cause: ListError): UseCaseError {
  return new UseCaseError('list-unreadable', { facts: { fault: cause.code }, cause });
}
