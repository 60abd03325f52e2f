import { vietnamDate } from '#document/dates.ts';
import { profileOn } from '#document/organ-directory.ts';
import type { ExchangeSettings } from '#exchange/exchange-settings.schema.ts';
import type { Deps } from '../deps.ts';
import { readProfiles } from '../profiles.ts';

/**
 * Reads the exchange settings of an organ from its profile of today, else its last one. Undefined when none. Throws
 * `broken-profile`.
 */
export async function exchangeOf(deps: Deps, organ: string): Promise<ExchangeSettings | undefined> {
  const profiles = await readProfiles(deps, organ);
  return (profileOn(profiles, organ, vietnamDate(deps.clock.now())) ?? profiles.at(-1))?.exchange;
}
