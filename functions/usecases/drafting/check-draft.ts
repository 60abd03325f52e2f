import { vietnamDate } from '#document/dates.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import type { CheckedDraft, CheckInput, DraftSource } from '../heavy/check-draft-task.ts';
import { runHeavy, sourceSize } from '../heavy/heavy-work.ts';
import { readProfiles } from '../profiles.ts';

/**
 * Checks the data of the actor's own organ as of today. Its holes are warnings, as in a draft that is not ready; its errors are kept
 * where that is asked for. Throws `foreign-organ`, `upload-not-json`, and `document-invalid` with all findings.
 */
export async function checkDraft(
  deps: Deps,
  actor: Actor,
  source: DraftSource,
  withErrors?: boolean,
): Promise<CheckedDraft> {
  const input = await checkInput(deps, actor, 'show');
  return runHeavy(deps, { organ: actor.organ, name: 'check-draft', size: sourceSize(source) }, async () => ({
    ...input,
    source,
    withErrors,
  }));
}

/** Builds the input for checking data of the actor's organ today. */
export async function checkInput(
  deps: Deps,
  { organ }: Actor,
  placeholders: CheckInput['placeholders'],
): Promise<Omit<CheckInput, 'source'>> {
  return { organ, profiles: await readProfiles(deps, organ), on: vietnamDate(deps.clock.now()), placeholders };
}
