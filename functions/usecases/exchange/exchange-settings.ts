import { vietnamDate } from '#document/dates.ts';
import { profileOn } from '#document/organ-directory.ts';
import type { ExchangeSettings } from '#exchange/exchange-settings.schema.ts';
import type { Deps } from '../deps.ts';
import { readProfiles } from '../profiles.ts';

/**
 * What an organ exchanges documents with, as its profile of today says, or else its last one. Undefined where it says nothing.
 * Throws `broken-profile`.
 */
export async function exchangeOf(deps: Deps, organ: string): Promise<ExchangeSettings | undefined> {
  const profiles = await readProfiles(deps, organ);
  return (profileOn(profiles, organ, vietnamDate(deps.clock.now())) ?? profiles.at(-1))?.exchange;
}
