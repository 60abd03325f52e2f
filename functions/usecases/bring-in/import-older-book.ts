import { setImmediate } from 'node:timers/promises';
import { XLSX } from '#base/content-types.ts';
import { vietnamDate } from '#document/dates.ts';
import type { RowFix } from '#exchange/older-book/apply-fixes.ts';
import { IMPORT_BOUNDS } from '#exchange/older-book/import-bounds.ts';
import { ImportError } from '#exchange/older-book/import-error.ts';
import type { PassedOver } from '#exchange/older-book/read-lines.ts';
import type { MappedSheet, SheetColumns } from '#exchange/older-book/sheet-columns.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { runHeavy } from '../heavy/heavy-work.ts';
import { listUnreadable } from '../heavy/list-unreadable.ts';
import type { ReadBookSheet } from '../heavy/read-workbook-task.ts';
import { requireRole } from '../permissions.ts';
import { readProfiles } from '../profiles.ts';
import { type BytesOrUpload, bytesOf } from '../uploads/read-upload.ts';
import { UseCaseError } from '../use-case-error.ts';
import { createBlankImporter } from './import-blank.ts';
import type { ImportLine, ImportOptions } from './import-line.ts';
import { createRowImporter } from './import-row.ts';

/** Largest list, in bytes. */
export const MAX_IMPORT_BYTES = IMPORT_BOUNDS.maxBytes;

/** Lines that are taken before others' requests have their turn. */
const LINES_AT_ONCE = 20;

/** Report on a sheet beside its documents. */
export interface SheetReport {
  readonly sheet: string;
  /** Without a header nothing is read. */
  readonly hasHeader: boolean;
  readonly isHidden: boolean;
  /** Columns that are hidden and read, from 0. */
  readonly hiddenColumns: readonly number[];
  /** Rows that are no documents: repeated headers, periods, totals, signatures. */
  readonly passedOver: readonly PassedOver[];
  /** Columns with their titles, and what is read from each. */
  readonly columns: SheetColumns;
}

/** The report of a list. */
export interface ImportReport {
  readonly lines: readonly ImportLine[];
  readonly sheets: readonly SheetReport[];
}

/** A list to bring in. */
export type OlderBookInput = ImportOptions &
  BytesOrUpload & {
    /** Cells that a person typed over. */
    readonly fixes?: readonly RowFix[] | undefined;
    /** Columns that a person mapped; given, though empty: a list without a header is reported, not refused. */
    readonly mapped?: readonly MappedSheet[] | undefined;
    onLine?(line: ImportLine): void;
  };

/**
 * Brings in an older book from an Excel list with the columns of PL IV: wrong rows are refused, each with all its faults,
 * the rest is kept; what is in the register already stays as it is, so a list may be run again.
 *
 * Throws `list-unreadable`, `no-profile` for an organ without any, and what stops everything: `unavailable`, `busy`, alarms. What was brought in before stays.
 */
export async function importOlderBook(deps: Deps, actor: Actor, input: OlderBookInput): Promise<ImportReport> {
  requireRole(actor, 'bring-in');
  const profiles = await readProfiles(deps, actor.organ);
  const today = vietnamDate(deps.clock.now());
  if (profiles.length === 0) throw new UseCaseError('no-profile', { params: { organ: actor.organ, on: today } });
  const context = { organ: actor.organ, profiles, today };
  const sheets = await runHeavy(deps, { organ: actor.organ, name: 'read-older-book' }, async () => ({
    bytes: await bytesOf(deps, actor, input, [XLSX]),
    ...{ mapped: input.mapped, fixes: input.fixes, context },
  }));
  const lines: ImportLine[] = [];
  const reports: SheetReport[] = [];
  const take = createRowImporter(deps, actor, profiles, input);
  const takeBlank = createBlankImporter(deps, actor, profiles, input);
  for (const sheet of sheets) {
    reports.push(reportOf(sheet));
    for (const line of sheet.lines) {
      // The register answers at once where it is in this process: others' requests are answered in between.
      if (lines.length % LINES_AT_ONCE === 0) await setImmediate();
      const place = { sheet: sheet.name, row: line.row, isHidden: line.isHidden };
      const taken =
        line.kind === 'blank'
          ? await takeBlank({ ...place, ...line.resolved })
          : await take({ ...place, ...line.resolved });
      lines.push(taken);
      input.onLine?.(taken);
    }
  }
  if (!input.mapped && reports.every(({ hasHeader }) => !hasHeader)) throw listUnreadable(new ImportError('no-header'));
  return { lines, sheets: reports };
}

function reportOf({ name, isHidden, hiddenColumns, hasHeader, passedOver, described }: ReadBookSheet): SheetReport {
  return { sheet: name, hasHeader, isHidden, hiddenColumns, passedOver, columns: described };
}
