import { profileOn } from '#document/organ-directory.ts';
import type { DocumentItem } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import { routeOf } from '../approval/office-steps.ts';
import { hasDrafted } from '../approval/own-draft.ts';
import { dataRef, putContent, readBlobBytes } from '../blobs.ts';
import type { Deps } from '../deps.ts';
import { checkInput } from '../drafting/check-draft.ts';
import { runHeavy } from '../heavy/heavy-work.ts';
import { requireRole } from '../permissions.ts';
import { checkDrafter, checkSeen, checkState, isNextOf, readOwnDocument, type SeenVersion } from '../read-document.ts';
import { checkReplaced } from './check-replaced.ts';

/**
 * Freezes a draft without holes, with every profile value it uses, and hands it to the signer. `replaces` names the issued
 * documents of the same type that end when it is issued (thay thế, Điều 18.3). Repeating it answers the same. Throws `not-drafter`, `wrong-state`, `stale`,
 * `document-invalid`, `no-series`, `cannot-replace`, `no-approver`, `authorisation-missing`,
 * `step-holder-missing`.
 */
export async function submitDocument(
  deps: Deps,
  actor: Actor,
  input: { readonly docId: string; readonly seen: SeenVersion; readonly replaces?: readonly string[] | undefined },
): Promise<DocumentItem> {
  requireRole(actor, 'submit');
  const { docId, seen } = input;
  const replaces = [...new Set(input.replaces ?? [])];
  const draft = await readOwnDocument(deps, actor, docId);
  checkDrafter(draft, actor);
  if (isSubmitted(draft, actor, seen, replaces)) return draft;
  checkState(draft, 'submit', actor);
  checkSeen(draft, seen);
  const ref = dataRef(draft);
  const against = await checkInput(deps, actor, 'refuse');
  const request = { organ: actor.organ, name: 'freeze-draft', size: ref.size } as const;
  const { summary, content, approverId, restricted, cites } = await runHeavy(deps, request, async () => ({
    ...against,
    source: { bytes: await readBlobBytes(deps, ref) },
  }));
  await checkReplaced(deps, { ...draft, ...summary, replaces });
  const at = deps.clock.now();
  const { organ, staffId, unit } = actor;
  if (draft.drafterId !== staffId) {
    // It came down from a superior and nobody has saved it: who submits it is its drafter, and may not approve it.
    const { rev } = await deps.register.saveDraft({
      document: draft,
      data: ref,
      summary,
      drafterId: staffId,
      unit,
      actor: staffId,
      at,
    });
    return submitDocument(deps, actor, { ...input, seen: { ...seen, rev } });
  }
  // Before the act: what fails here may be repeated, and what was added stays as it is.
  await deps.register.addBases({ organ, cites, source: 'use', actor: staffId, at });
  await deps.register.addCiting({ organ, docId, cites });
  const frozen = await putContent(deps, organ, docId, content);
  const approver = { approverId, ownDraft: hasDrafted(draft, approverId) };
  const profile = profileOn(against.profiles, organ, against.on);
  const route = routeOf(await deps.register.getOffice(organ), summary, profile);
  const command = { document: draft, actor: staffId, at, frozen, summary, approver, route, restricted, replaces };
  return deps.register.submitDocument(command);
}

/** Tells whether the same person submitted the same content before. */
function isSubmitted(document: DocumentItem, actor: Actor, seen: SeenVersion, replaces: readonly string[]): boolean {
  const isOwn = document.state === 'submitted' && document.drafterId === actor.staffId;
  const same = [...(document.replaces ?? [])].sort().join(' ') === [...replaces].sort().join(' ');
  return isOwn && same && isNextOf(document, seen);
}
