import type { RegisterRow } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { requireRole } from '../permissions.ts';
import { listYearSeries } from './year-series.ts';

/** Counts of the documents that an organ issued in a year. */
export interface Statistics {
  readonly year: number;
  readonly total: number;
  /** By name of the type. */
  readonly byType: Readonly<Record<string, number>>;
  /** January first. */
  readonly byMonth: readonly number[];
  /** By the unit that keeps the record copy (đơn vị lưu); `''` where none is named. */
  readonly byUnit: Readonly<Record<string, number>>;
  /** By who drafted it, as a staffId; `''` where that is not known: what was brought in. */
  readonly byDrafter: Readonly<Record<string, number>>;
  /** Numbers of older books without a document, which are none of the total. */
  readonly blanks: { readonly cancelled: number; readonly empty: number; readonly secret: number };
}

/** Counts the rows of a year of the actor's organ, those brought in included. */
export async function countYear(deps: Deps, actor: Actor, input: { readonly year: number }): Promise<Statistics> {
  requireRole(actor, 'read-series');
  const { year } = input;
  const byType: Record<string, number> = {};
  const byUnit: Record<string, number> = {};
  const byDrafter: Record<string, number> = {};
  const byMonth = Array.from({ length: 12 }, () => 0);
  const blanks = { cancelled: 0, empty: 0, secret: 0 };
  let total = 0;
  for (const { series } of await listYearSeries(deps, actor, input)) {
    for (const { kind } of await deps.register.listBlanks(actor.organ, year, series)) blanks[kind]++;
    for await (const { row, drafterId } of rowsOf(deps, actor.organ, year, series)) {
      const { typeName, issuedDate, archivedAt = '', struck } = row;
      if (struck) continue;
      total++;
      byDrafter[drafterId] = (byDrafter[drafterId] ?? 0) + 1;
      byType[typeName] = (byType[typeName] ?? 0) + 1;
      byUnit[archivedAt] = (byUnit[archivedAt] ?? 0) + 1;
      const month = Number(issuedDate.slice(5, 7)) - 1;
      byMonth[month] = (byMonth[month] ?? 0) + 1;
    }
  }
  return { year, total, byType, byMonth, byUnit, byDrafter, blanks };
}

/** A row with who drafted its document. */
interface DraftedRow {
  readonly row: RegisterRow;
  readonly drafterId: string;
}

async function* rowsOf(deps: Deps, organ: string, year: number, series: string): AsyncIterable<DraftedRow> {
  let cursor: string | undefined;
  do {
    const page = await deps.register.listRows(organ, year, series, {
      limit: 100,
      ...(cursor !== undefined && { cursor }),
    });
    const documents = await deps.register.getDocuments(
      organ,
      page.items.map(({ docId }) => docId),
    );
    for (const [at, row] of page.items.entries()) {
      const document = documents[at];
      yield { row, drafterId: document?.broughtIn ? '' : (document?.drafterId ?? '') };
    }
    cursor = page.cursor;
  } while (cursor !== undefined);
}
