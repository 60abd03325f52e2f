import { vietnamDate } from '../document/dates.ts';
import { freeze } from '../document/frozen-document.ts';
import type { DocumentItem } from '../register/types.ts';
import type { Actor } from './actor.ts';
import { putBlob, readBlob } from './blobs.ts';
import { checkDraft } from './check-draft.ts';
import { checkReplaced } from './check-replaced.ts';
import type { Deps } from './deps.ts';
import { factsOf } from './document-facts.ts';
import { checkDrafter, checkSeen, checkState, readOwnDocument, type Seen } from './read-document.ts';
import { UseCaseError } from './use-case-error.ts';
import { requireRole } from './who-may.ts';

/**
 * Freezes a draft without holes, with every profile value it uses, and hands it to the signer. `replaces` names the issued
 * documents of the same type that end when it is issued (thay thế, Điều 18.3). Throws `not-drafter`, `wrong-state`, `stale`,
 * `document-invalid`, `no-series`, `cannot-replace`.
 */
export async function submitDocument(
  deps: Deps,
  actor: Actor,
  input: { readonly docId: string; readonly seen: Seen; readonly replaces?: readonly string[] | undefined },
): Promise<DocumentItem> {
  requireRole(actor, 'submit');
  const { docId, seen } = input;
  const draft = await readOwnDocument(deps, actor, docId);
  checkDrafter(draft, actor);
  checkState(draft, 'submit', actor);
  checkSeen(draft, seen);
  if (!draft.data) throw new UseCaseError('broken-blob', { facts: { key: docId } });
  const { document, profile } = await checkDraft(deps, actor, await readBlob(deps, draft.data), 'refuse');
  const facts = factsOf(document, profile);
  const replaces = [...new Set(input.replaces ?? [])];
  await checkReplaced(deps, { ...draft, ...facts, replaces });
  const at = deps.clock.now();
  const { organ, staffId } = actor;
  if (draft.drafterId !== staffId) {
    // It came down from a superior and nobody has saved it: who submits it is its drafter, and may not approve it.
    const { data } = draft;
    const { rev } = await deps.register.saveDraft({ organ, docId, rev: seen.rev, data, facts, drafterId: staffId, at });
    return submitDocument(deps, actor, { ...input, seen: { ...seen, rev } });
  }
  const frozen = await putBlob(deps, actor.organ, docId, freeze(document, profile, vietnamDate(at)));
  return deps.register.submitDocument({ organ, docId, ...seen, actor: staffId, at, frozen, facts, replaces });
}
