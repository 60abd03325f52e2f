import type { BasisRow } from '#exchange/library/read-bases.ts';
import { readBases } from '#exchange/library/read-bases.ts';
import { type BasisEntry, basisSaidSchema } from '#register/library/library.schema.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { runHeavy } from '../heavy/heavy-work.ts';
import { requireRole } from '../permissions.ts';
import { UseCaseError } from '../use-case-error.ts';

/** Rows of one list at most. */
export const MAX_BASES = 1_000;

/** Answer to a list that was taken in. */
export interface BasesTaken {
  readonly added: readonly BasisEntry[];
  /** Number of its rows that the library had already. */
  readonly known: number;
}

/** The office's library of căn cứ. */
export async function listBases(deps: Deps, actor: Actor): Promise<BasisEntry[]> {
  requireRole(actor, 'read-library');
  return deps.register.listBases(actor.organ);
}

/** Writes an entry anew, or changes one. Throws `stale`. */
export async function putBasis(
  deps: Deps,
  actor: Actor,
  input: { readonly said: object; readonly rev: number | null },
): Promise<BasisEntry> {
  requireRole(actor, 'put-library');
  const { organ, staffId } = actor;
  const said = basisSaidSchema.parse(input.said);
  return deps.register.putBasis({ organ, ...said, rev: input.rev, actor: staffId, at: deps.clock.now() });
}

/** Takes in a list of căn cứ, all of it or nothing. Throws `list-unreadable`, `bad-basis-list`. */
export async function importBases(deps: Deps, actor: Actor, bytes: Uint8Array): Promise<BasesTaken> {
  requireRole(actor, 'put-library');
  const { organ, staffId } = actor;
  const sheets = await runHeavy(deps, { organ, name: 'read-workbook' }, async () => ({ bytes }));
  const { bases, bad } = readBases(sheets);
  if (bad.length > 0) throw badRows(bad.slice(0, 20).map(({ row, text }) => `${row} “${text}”`));
  if (bases.length > MAX_BASES) throw badRows([]);
  const at = deps.clock.now();
  const cites = bases.map((row) => row.cites);
  const added = await deps.register.addBases({ organ, cites, source: 'file', actor: staffId, at });
  const settled = await Promise.all(added.map((entry) => withForce(deps, entry, bases, actor, at)));
  return { added: settled, known: bases.length - added.length };
}

/** An added entry with what its row says of its force. */
async function withForce(
  { register }: Deps,
  entry: BasisEntry,
  rows: readonly BasisRow[],
  { organ, staffId }: Actor,
  at: Date,
): Promise<BasisEntry> {
  const row = rows.find(({ cites }) => cites === entry.cites);
  if (!row || (row.inForceUntil === undefined && row.replacedBy === undefined)) return entry;
  return register.putBasis({ organ, ...row, rev: entry.rev, actor: staffId, at });
}

function badRows(rows: readonly string[]): UseCaseError {
  return new UseCaseError('bad-basis-list', { params: { rows: rows.join('; '), limit: MAX_BASES } });
}
