import { vietnamDate } from '#document/dates.ts';
import { type SuperiorFile, superiorFile } from '#localise/from-file/superior-file.schema.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { runHeavy } from '../heavy/heavy-work.ts';
import type { ReadSuperiorFile, SuperiorInput } from '../heavy/superior-task.ts';
import { requireRole } from '../permissions.ts';
import type { BytesOrUpload } from '../uploads/read-upload.ts';
import { UseCaseError } from '../use-case-error.ts';
import { wordBytes } from './word-bytes.ts';

/** Fields given beside a superior's file. */
export type SuperiorSaid = Omit<SuperiorInput, 'bytes' | 'on'>;

/**
 * Reads a superior's plan out of its Word file or PDF and proposes which parts go into the unit's plan; with an older file, parts keep
 * its ids and decisions. Nothing is kept. Throws `word-unreadable`, `superior-unclear`, and as `readUpload`.
 */
export async function readSuperiorFile(
  deps: Deps,
  actor: Actor,
  brought: BytesOrUpload,
  said: SuperiorSaid,
): Promise<ReadSuperiorFile> {
  requireRole(actor, 'create');
  return runHeavy(deps, { organ: actor.organ, name: 'read-superior' }, async () => ({
    ...said,
    bytes: await wordBytes(deps, actor, brought),
    on: vietnamDate(deps.clock.now()),
  }));
}

/** A superior's file as a client kept it. Throws `superior-unclear`. */
export function superiorFileOf(given: unknown): SuperiorFile {
  const parsed = superiorFile.safeParse(given);
  if (!parsed.success) throw new UseCaseError('superior-unclear', { params: { lacks: 'file' }, cause: parsed.error });
  return parsed.data;
}
