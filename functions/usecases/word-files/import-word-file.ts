import { vietnamDate } from '#document/dates.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { runHeavy } from '../heavy/heavy-work.ts';
import type { ImportedWordFile, WordInput } from '../heavy/word-tasks.ts';
import { requireRole } from '../permissions.ts';
import { readProfiles } from '../profiles.ts';
import type { BytesOrUpload } from '../uploads/read-upload.ts';
import { wordBytes } from './word-bytes.ts';

/** Makes a draft of the actor's organ out of a Word file or a PDF's text; it is not stored. Throws `word-unreadable`, and as `readUpload`. */
export async function importWordFile(
  deps: Deps,
  actor: Actor,
  brought: BytesOrUpload,
  levels: WordInput['levels'],
): Promise<ImportedWordFile> {
  requireRole(actor, 'create');
  const { organ } = actor;
  const profiles = await readProfiles(deps, organ);
  return runHeavy(deps, { organ, name: 'import-word' }, async () => ({
    bytes: await wordBytes(deps, actor, brought),
    organ,
    profiles,
    levels,
    on: vietnamDate(deps.clock.now()),
  }));
}
