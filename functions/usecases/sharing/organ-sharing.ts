import { z } from 'zod';
import { vietnamDate } from '#document/dates.ts';
import { organSharing, type Sharing } from '#document/schemas/organ-sharing.schema.ts';
import { RegisterError } from '#register/model/register-error.ts';
import type { Deps } from '../deps.ts';

/** Lifetime of a cached profile, in milliseconds: one search may meet thousands of organs. */
const KNOWN_FOR_MS = 30_000;

/** Fields read of a profile; errors elsewhere in it change nothing. */
const profileSharing = organSharing.extend({ validFrom: z.iso.date(), validTo: z.iso.date().nullable() });

/** A profile that does not say it in a readable way shares with nobody. */
const NOBODY: Sharing = { sharedWith: 'own' };

/**
 * Tells with whom an organ shares what it has issued, as its profile of today says; where today has none, the last before or else the
 * first after. What cannot be read, or is not there, shares with nobody. Another process may go by what stood up to
 * {@link KNOWN_FOR_MS} ago.
 */
export async function sharingOf(deps: Deps, organ: string): Promise<Sharing> {
  const now = deps.clock.now();
  const before = deps.sharing.get(organ);
  if (before && Math.abs(now.getTime() - before.at) < KNOWN_FOR_MS) return before.sharing;
  const profiles = await deps.register.listProfiles(organ).catch(noneIfBroken);
  const sharing = pickSharing(profiles, vietnamDate(now));
  deps.sharing.set(organ, { at: now.getTime(), sharing });
  return sharing;
}

/** Evicts an organ from the cache: its profile has changed here. */
export function forgetSharing(deps: Deps, organ: string): void {
  deps.sharing.forget(organ);
}

/** A stored profile that no schema reads keeps what its organ issued to itself; it is no error of who searches. */
function noneIfBroken(error: unknown): [] {
  if (error instanceof RegisterError && error.code === 'broken-item') return [];
  throw error;
}

function pickSharing(items: readonly { readonly profile: unknown }[], today: string): Sharing {
  if (items.length === 0) return NOBODY;
  const profiles = items.map(({ profile }) => profileSharing.safeParse(profile));
  const readable = profiles.flatMap(({ data }) => (data ? [data] : []));
  if (readable.length < profiles.length) return NOBODY;
  const begun = readable.filter(({ validFrom }) => validFrom <= today);
  return begun.at(-1) ?? readable[0] ?? NOBODY;
}
