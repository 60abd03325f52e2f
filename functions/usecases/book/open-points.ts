import type { DocumentItem, RegisterRow } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { isOriginal } from '../files/legal-file.ts';
import { isOut } from '../may-read.ts';
import { requireRole } from '../permissions.ts';
import { readSeriesRows } from './series-rows.ts';

/** Gaps of a line of the book. */
export type OpenPoint = 'unsent' | 'no-signed-copy' | 'no-place';

/** A line of the book that something is lacking of. */
export interface OpenLine {
  readonly docId: string;
  readonly symbol: string;
  readonly issuedDate: string;
  readonly subject: string;
  readonly lacks: readonly OpenPoint[];
}

/**
 * Lists what a year of a series still lacks before it is closed: documents that were not sent, that have no signed copy, whose paper lies
 * nobody knows where. What was brought in, struck or voided lacks nothing.
 */
export async function listOpenPoints(
  deps: Deps,
  actor: Actor,
  { year, series }: { readonly year: number; readonly series: string },
): Promise<OpenLine[]> {
  requireRole(actor, 'close-year');
  const days = { from: `${year}-01-01`, to: `${year}-12-31`, years: [year] };
  const [list] = await readSeriesRows(deps, actor.organ, [series], days);
  const rows = (list?.rows ?? []).filter(({ broughtIn, struck }) => !broughtIn && !struck);
  const documents = await deps.register.getDocuments(
    actor.organ,
    rows.map(({ docId }) => docId),
  );
  return rows.flatMap((row, index) => {
    const document = documents[index];
    const lacks = document && isOut(document.state) ? lackingOf(row, document) : [];
    const { docId, symbol, issuedDate, subject } = row;
    return lacks.length > 0 ? [{ docId, symbol, issuedDate, subject, lacks }] : [];
  });
}

function lackingOf({ files }: RegisterRow, { sending, paperPlace }: DocumentItem): OpenPoint[] {
  const originals = files.filter(isOriginal);
  const isElectronic = originals.some(({ legal }) => legal === 'electronic-original');
  return [
    ...(sending === 'unsent' ? (['unsent'] as const) : []),
    ...(originals.length === 0 ? (['no-signed-copy'] as const) : []),
    ...(paperPlace === undefined && !isElectronic ? (['no-place'] as const) : []),
  ];
}
