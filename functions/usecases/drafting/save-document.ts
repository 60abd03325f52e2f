import type { Actor } from '../actor.ts';
import { putContent } from '../blobs.ts';
import type { Deps } from '../deps.ts';
import { requireRole } from '../permissions.ts';
import {
  checkCoDrafter,
  checkSeen,
  checkState,
  NO_DRAFTER_YET,
  readOwnDocument,
  type SeenVersion,
} from '../read-document.ts';
import { type DataOrUpload, draftSourceOf } from '../uploads/read-upload.ts';
import { checkDraft } from './check-draft.ts';
import type { SavedDraft } from './create-document.ts';

/**
 * Saves a draft over the one that was seen, with its errors where that is asked for: it is not submitted until they are mended. Throws as
 * `createDocument`, and `not-drafter`, `wrong-state`, `stale`.
 */
export async function saveDocument(
  deps: Deps,
  actor: Actor,
  input: {
    readonly docId: string;
    readonly seen: SeenVersion;
    readonly withErrors?: boolean | undefined;
  } & DataOrUpload,
): Promise<SavedDraft> {
  requireRole(actor, 'save');
  const { docId, seen, withErrors } = input;
  const before = await readOwnDocument(deps, actor, docId);
  checkCoDrafter(before, actor);
  checkState(before, 'save', actor);
  checkSeen(before, seen);
  const sent = await draftSourceOf(deps, actor, input);
  const { summary, findings, content } = await checkDraft(deps, actor, sent, withErrors);
  const saved = await deps.register.saveDraft({
    document: before,
    data: await putContent(deps, actor.organ, docId, content),
    summary,
    ...(before.drafterId === NO_DRAFTER_YET && { drafterId: actor.staffId, unit: actor.unit }),
    actor: actor.staffId,
    at: deps.clock.now(),
  });
  return { document: saved, findings };
}
