import { DOCX } from '#base/content-types.ts';
import { vietnamDate } from '#document/dates.ts';
import type { Decisions } from '#localise/merge/three-sides.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { getDocument } from '../drafting/get-document.ts';
import { runHeavy } from '../heavy/heavy-work.ts';
import type { ReturnedFile } from '../heavy/returned-task.ts';
import { requireRole } from '../permissions.ts';
import { readProfiles } from '../profiles.ts';
import { checkState } from '../read-document.ts';
import { type BytesOrUpload, bytesOf } from '../uploads/read-upload.ts';

/**
 * Compares a Word file that came back with the draft it came from, part by part: what the file changed, what the draft changed
 * since, who wrote what. Writes nothing; the drafter takes or leaves each change and saves. Throws `wrong-state` for what is no
 * draft, `word-unreadable`, `returned-unclear`, and as `readUpload`.
 */
export async function compareReturnedFile(
  deps: Deps,
  actor: Actor,
  input: { readonly docId: string; readonly brought: BytesOrUpload; readonly decisions: Decisions },
): Promise<ReturnedFile> {
  requireRole(actor, 'save');
  const { docId, brought, decisions } = input;
  const { document, data } = await getDocument(deps, actor, docId);
  checkState(document, 'save', actor);
  const profiles = await readProfiles(deps, actor.organ);
  return runHeavy(deps, { organ: actor.organ, name: 'compare-returned' }, async () => ({
    bytes: await bytesOf(deps, actor, brought, [DOCX]),
    data,
    organ: actor.organ,
    profiles,
    on: vietnamDate(deps.clock.now()),
    decisions,
  }));
}
