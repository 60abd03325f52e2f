import { z } from 'zod';
import type { PutProfileCommand } from '../commands/organ-commands.ts';
import { type ProfileItem, profileItemSchema } from '../model/profile-item.schema.ts';
import { RegisterError } from '../model/register-error.ts';
import { organNameWrites } from '../search/search-tokens.ts';
import { commit, MAX_WRITES, writeAhead } from '../table/commit.ts';
import { equals, isNew } from '../table/condition.ts';
import { profileKey } from '../table/keys/organ-keys.ts';
import { queryAll } from '../table/query-all.ts';
import { readItem } from '../table/read-item.ts';
import { sealed } from '../table/seal.ts';
import type { StoredItem, Table } from '../table/table.ts';

/** The payload is kept as text, so that its JSON comes back exactly. */
const storedSchema = profileItemSchema.extend({ profile: z.string() });

/** See `Register.putProfile`. */
export async function putProfile(table: Table, command: PutProfileCommand): Promise<ProfileItem> {
  const { organ, validFrom, profileSchema, profile, rev, actor, names = [] } = command;
  const item: ProfileItem = {
    schema: 'profile-item@1',
    organ,
    validFrom,
    profileSchema,
    profile,
    rev: (rev ?? 0) + 1,
    updatedBy: actor,
    updatedAt: command.at.toISOString(),
  };
  const put = sealed({ ...profileKey(organ, validFrom), ...item, profile: JSON.stringify(profile) });
  const nameWrites = await writeAhead(table, organNameWrites(organ, validFrom, names), MAX_WRITES - 1);
  const outcome = await commit(table, [{ put, if: rev === null ? isNew : equals({ rev }) }, ...nameWrites]);
  if (outcome.done) return item;
  throw new RegisterError('stale', { rev: Number(outcome.reasons[0]?.item?.['rev'] ?? 0) });
}

/** See `Register.listProfiles`. */
export async function listProfiles(table: Table, organ: string): Promise<ProfileItem[]> {
  const items = await queryAll(table, { partition: profileKey(organ, '0').PK });
  return items.map(readProfileItem);
}

/** A profile as it is stored. Throws `broken-item`. */
export function readProfileItem(item: StoredItem): ProfileItem {
  const stored = readItem(storedSchema, item);
  const profile: unknown = parsed(stored.profile);
  if (profile === undefined) throw new RegisterError('broken-item', { schema: stored.schema, path: 'profile' });
  return { ...stored, profile };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
