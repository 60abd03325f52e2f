import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { runHeavy } from '../heavy/heavy-work.ts';
import type { CheckedWordFile } from '../heavy/word-tasks.ts';
import { requireRole } from '../permissions.ts';
import type { BytesOrUpload } from '../uploads/read-upload.ts';
import { wordBytes } from './word-bytes.ts';

/** Checks a Word file, or a PDF's text, against the decree; nothing of it is kept. Throws `word-unreadable`, and as `readUpload`. */
export async function checkWordFile(deps: Deps, actor: Actor, brought: BytesOrUpload): Promise<CheckedWordFile> {
  requireRole(actor, 'read-draft');
  return runHeavy(deps, { organ: actor.organ, name: 'check-word' }, async () => ({
    bytes: await wordBytes(deps, actor, brought),
  }));
}
