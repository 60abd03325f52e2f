import { checkDocument } from '#document/checking/check-document.ts';
import type { Finding } from '#document/checking/findings.ts';
import { vietnamDate } from '#document/dates.ts';
import { type Intake, takeIn } from '#intake/take-in.ts';
import type { Notice } from '#read/problems/notice.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { requireRole } from '../permissions.ts';
import { readProfiles } from '../profiles.ts';
import type { BytesOrUpload } from '../uploads/read-upload.ts';
import { readWordFile } from './read-word-file.ts';

/** A draft made of a Word file, and what a person should know of it. */
export interface ImportedWordFile {
  readonly intake: Intake;
  readonly notices: readonly Notice[];
  /** What the draft still lacks, as any draft is told. */
  readonly findings: readonly Finding[];
}

/** Makes a draft of the actor's organ out of a Word file; it is not stored. Throws as `readWordFile`. */
export async function importWordFile(deps: Deps, actor: Actor, brought: BytesOrUpload): Promise<ImportedWordFile> {
  requireRole(actor, 'create');
  const { document, elements } = await readWordFile(deps, actor, brought);
  const profiles = await readProfiles(deps, actor.organ);
  const intake = takeIn(document, elements, { profiles, organ: actor.organ, on: vietnamDate(deps.clock.now()) });
  const { findings } = checkDocument(intake.draft, { profiles, on: intake.on, holes: 'show' });
  return { intake, notices: document.notices, findings };
}
