import { inForceResult } from '#check/known/cited-documents.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { runHeavy } from '../heavy/heavy-work.ts';
import type { CheckedWordFile } from '../heavy/word-tasks.ts';
import { requireRole } from '../permissions.ts';
import { readProfiles } from '../profiles.ts';
import type { BytesOrUpload } from '../uploads/read-upload.ts';
import { knownCitations } from './known-citations.ts';
import { wordBytes } from './word-bytes.ts';

/** Checks a Word file, or a PDF's text, against the decree and the register; nothing of it is kept. Throws `word-unreadable`, and as `readUpload`. */
export async function checkWordFile(deps: Deps, actor: Actor, brought: BytesOrUpload): Promise<CheckedWordFile> {
  requireRole(actor, 'read-draft');
  const profiles = await readProfiles(deps, actor.organ);
  const checked = await runHeavy(deps, { organ: actor.organ, name: 'check-word' }, async () => ({
    bytes: await wordBytes(deps, actor, brought),
    profiles,
  }));
  const { report, cited } = checked;
  const known = await knownCitations(deps, actor, cited);
  return { ...checked, report: { ...report, results: [...report.results, inForceResult(cited, known)] } };
}
