import { sha256Hex } from '#base/node/hash.ts';
import { canonicalJson } from '#document/json/canonical-json.ts';
import type { Citation } from '#document/schemas/basis.schema.ts';
import { RegisterError } from '../model/register-error.ts';
import { commit } from '../table/commit.ts';
import { equals, isNew } from '../table/condition.ts';
import { libraryKey } from '../table/keys/organ-keys.ts';
import { queryAll } from '../table/query-all.ts';
import { readItem } from '../table/read-item.ts';
import { sealed } from '../table/seal.ts';
import type { Table } from '../table/table.ts';
import { type BasisEntry, basisEntrySchema } from './library.schema.ts';

/** An entry as it is to be. `rev`: null for a new one, else the one that was seen. */
export interface PutBasisCommand
  extends Pick<BasisEntry, 'organ' | 'cites' | 'inForceUntil' | 'replacedBy' | 'isRemoved'> {
  readonly rev: number | null;
  /** staffId. */
  readonly actor: string;
  readonly at: Date;
}

/** Citations that an office met. */
export interface AddBasesCommand {
  readonly organ: string;
  readonly cites: readonly Citation[];
  readonly source: Exclude<BasisEntry['source'], 'hand'>;
  /** staffId. */
  readonly actor: string;
  readonly at: Date;
}

/** Id of what is cited: its type, symbol and day; a law has its name for a symbol. */
export function basisIdOf({ typeName, code, issuedDate, subject }: Citation): string {
  return sha256Hex(canonicalJson([typeName, code ?? subject, issuedDate])).slice(0, 24);
}

/** See `Register.listBases`. */
export async function listBases(table: Table, organ: string): Promise<BasisEntry[]> {
  const { PK } = libraryKey(organ, 'B', 'x');
  const items = await queryAll(table, { partition: PK, sort: { startsWith: 'B#' } });
  return items.map((item) => readItem(basisEntrySchema, item));
}

/** See `Register.putBasis`. */
export async function putBasis(table: Table, command: PutBasisCommand): Promise<BasisEntry> {
  const { organ, rev, actor, at, ...said } = command;
  const key = libraryKey(organ, 'B', basisIdOf(said.cites));
  const before = rev === null ? undefined : await table.get(key);
  const source = before ? readItem(basisEntrySchema, before).source : 'hand';
  const entry = entryOf({ organ, ...said, source, rev: (rev ?? 0) + 1 }, actor, at);
  const condition = rev === null ? isNew : equals({ rev });
  const outcome = await commit(table, [{ put: sealed({ ...key, ...entry }), if: condition }]);
  if (outcome.done) return entry;
  throw new RegisterError('stale', { rev: Number(outcome.reasons[0]?.item?.['rev'] ?? 0) });
}

/** See `Register.addBases`. */
export async function addBases(table: Table, command: AddBasesCommand): Promise<BasisEntry[]> {
  const { organ, source, actor, at } = command;
  const entries = new Map(
    command.cites.map((cites) => {
      const entry = entryOf({ organ, cites, source, rev: 1 }, actor, at);
      return [entry.entryId, entry];
    }),
  );
  const keys = [...entries.keys()].map((id) => libraryKey(organ, 'B', id));
  const known = await table.getMany(keys);
  const added = [...entries.values()].filter((_, index) => known[index] === undefined);
  // One by one: where another has just added the same, its entry stands.
  for (const entry of added)
    await commit(table, [{ put: sealed({ ...libraryKey(organ, 'B', entry.entryId), ...entry }), if: isNew }]);
  return added;
}

function entryOf(
  said: Omit<BasisEntry, 'schema' | 'entryId' | 'updatedBy' | 'updatedAt'>,
  actor: string,
  at: Date,
): BasisEntry {
  const entryId = basisIdOf(said.cites);
  return { schema: 'basis-entry@1', ...said, entryId, updatedBy: actor, updatedAt: at.toISOString() };
}
