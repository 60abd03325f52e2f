import { approversOf } from '#document/approver.ts';
import type { DocumentItem } from '#register/model/types.ts';
import type { Deps } from '../deps.ts';
import { readFront } from '../heavy/read-front.ts';

/**
 * A submitted document that says who is to approve it: one that was submitted before 0.2.0 does not, and is resolved by what it
 * was frozen with. Where that names nobody, nobody approves it, and it goes back.
 */
export async function withApprover(deps: Deps, document: DocumentItem): Promise<DocumentItem> {
  if (document.state !== 'submitted' || document.approverId !== undefined) return document;
  const frozen = await readFront(deps, document);
  const [approver, ...others] = approversOf(frozen.document, frozen.profile);
  if (!approver || others.length > 0) return document;
  return { ...document, approverId: approver.staffId, ownDraft: approver.staffId === document.drafterId };
}
