import type { Signer } from '#document/schemas/signer.schema.ts';
import type { DocumentItem } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import { dataRef, putContent, readBlobBytes } from '../blobs.ts';
import type { Deps } from '../deps.ts';
import { checkInput } from '../drafting/check-draft.ts';
import { runHeavy } from '../heavy/heavy-work.ts';
import { may, requireRole } from '../permissions.ts';
import { checkSeen, checkState, readOwnDocument, type SeenVersion } from '../read-document.ts';
import { UseCaseError } from '../use-case-error.ts';
import { hasDrafted } from './own-draft.ts';
import { withApprover } from './with-approver.ts';

/**
 * Changes who signs a submitted document (Đổi người ký: the head is away, a deputy signs KT.): its signature block and nothing
 * else, checked and frozen as at submitting. By its drafter, its signer or the clerk. Throws `wrong-state`, `stale`,
 * `not-drafter`, `document-invalid`, `no-approver`, `authorisation-missing`.
 */
export async function changeSigner(
  deps: Deps,
  actor: Actor,
  input: { readonly docId: string; readonly seen: SeenVersion; readonly signer: Signer },
): Promise<DocumentItem> {
  requireRole(actor, 'change-signer');
  const { docId, seen, signer } = input;
  const read = await readOwnDocument(deps, actor, docId);
  const document = await withApprover(deps, read);
  checkMayChange(document, actor);
  checkState(document, 'change-signer', actor);
  checkSeen(document, seen);
  const { organ, staffId } = actor;
  const ref = dataRef(document);
  const against = await checkInput(deps, actor, 'refuse');
  const made = await runHeavy(deps, { organ, name: 'freeze-draft', size: ref.size }, async () => ({
    ...against,
    source: { bytes: await readBlobBytes(deps, ref), signer },
  }));
  const { approverId, restricted, summary } = made;
  return deps.register.rewriteSubmitted({
    act: 'change-signer',
    document: read,
    actor: staffId,
    at: deps.clock.now(),
    data: await putContent(deps, organ, docId, made.data),
    frozen: await putContent(deps, organ, docId, made.content),
    summary,
    restricted,
    approver: {
      approverId,
      ownDraft: hasDrafted(document, approverId) || (await hasEdited(deps, document, approverId)),
    },
  });
}

function checkMayChange({ drafterId, approverId }: DocumentItem, actor: Actor): void {
  const isInvolved = drafterId === actor.staffId || approverId === actor.staffId;
  if (!isInvolved && !may(actor, 'issue')) throw new UseCaseError('not-drafter');
}

async function hasEdited(deps: Deps, { organ, docId }: DocumentItem, staffId: string): Promise<boolean> {
  const events = await deps.register.listEvents(organ, docId);
  return events.some(({ act, actor }) => act === 'edit' && actor === staffId);
}
