import { vietnamDate } from '#document/dates.ts';
import { isHolder } from '#register/documents/steps.ts';
import { RegisterError } from '#register/model/register-error.ts';
import type { DocumentItem } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import { putContent } from '../blobs.ts';
import type { Deps } from '../deps.ts';
import { checkInput } from '../drafting/check-draft.ts';
import { runHeavy, sourceSize } from '../heavy/heavy-work.ts';
import { requireRole } from '../permissions.ts';
import { readForAct, type SeenVersion } from '../read-document.ts';
import { type DataOrUpload, draftSourceOf } from '../uploads/read-upload.ts';
import { deputiesOf } from './office-steps.ts';
import { hasDrafted } from './own-draft.ts';

/**
 * Edits a submitted document at a step before the signature: submit's checks run, and the text is frozen anew. Steps that passed
 * before are not asked again; the approval takes the last text. Throws `wrong-state`, `stale`, `not-holder`, and as submitting.
 */
export async function editSubmitted(
  deps: Deps,
  actor: Actor,
  input: { readonly docId: string; readonly seen: SeenVersion } & DataOrUpload,
): Promise<DocumentItem> {
  requireRole(actor, 'pass-step');
  const document = await readForAct(deps, actor, 'edit', input);
  const { docId } = document;
  const { organ, staffId } = actor;
  const at = deps.clock.now();
  const deputies = deputiesOf(await deps.register.getOffice(organ), document, vietnamDate(at));
  if (!isHolder(document, staffId, deputies)) throw new RegisterError('not-holder', { docId });
  const source = await draftSourceOf(deps, actor, input);
  const against = await checkInput(deps, actor, 'refuse');
  const made = await runHeavy(deps, { organ, name: 'freeze-draft', size: sourceSize(source) }, async () => ({
    ...against,
    source,
  }));
  const { approverId, restricted, summary, cites } = made;
  await deps.register.addBases({ organ, cites, source: 'use', actor: staffId, at });
  await deps.register.addCiting({ organ, docId, cites });
  return deps.register.rewriteSubmitted({
    act: 'edit',
    document,
    actor: staffId,
    at,
    data: await putContent(deps, organ, docId, made.data),
    frozen: await putContent(deps, organ, docId, made.content),
    summary,
    restricted,
    approver: {
      approverId,
      ownDraft: approverId === staffId || hasDrafted(document, approverId) || document.ownDraft === true,
    },
  });
}
