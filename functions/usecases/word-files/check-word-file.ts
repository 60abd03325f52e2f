import { type CheckReport, checkRead } from '#check/check-docx.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { requireRole } from '../permissions.ts';
import type { BytesOrUpload } from '../uploads/read-upload.ts';
import { readWordFile } from './read-word-file.ts';

/** Checks a Word file against the decree; nothing of it is kept. Throws as `readWordFile`. */
export async function checkWordFile(deps: Deps, actor: Actor, brought: BytesOrUpload): Promise<CheckReport> {
  requireRole(actor, 'read-draft');
  const { document, elements } = await readWordFile(deps, actor, brought);
  return checkRead(document, elements);
}
