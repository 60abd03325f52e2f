import type { IsoDate } from '#document/dates.ts';
import type { DocumentItem } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { may, requireRole } from '../permissions.ts';
import { checkSeen, checkState, readOwnDocument, type SeenVersion } from '../read-document.ts';
import { UseCaseError } from '../use-case-error.ts';

/** Deadlines of a document; absent: none. */
export interface DeadlinesInput {
  readonly docId: string;
  readonly seen: SeenVersion;
  /** Hạn trình: until then it is signed. */
  readonly submitBy?: IsoDate | undefined;
  /** Hạn trả lời: until then its recipients answer (PL VI, field 16). */
  readonly replyBy?: IsoDate | undefined;
}

/** Sets the deadlines of a document, by its drafter or a clerk. Throws `wrong-state`, `stale`, `not-drafter`. */
export async function setDeadlines(deps: Deps, actor: Actor, input: DeadlinesInput): Promise<DocumentItem> {
  requireRole(actor, 'deadline');
  const { docId, seen, submitBy, replyBy } = input;
  const document = await readOwnDocument(deps, actor, docId);
  if (document.drafterId !== actor.staffId && !may(actor, 'issue')) throw new UseCaseError('not-drafter');
  checkState(document, 'deadline', actor);
  checkSeen(document, seen);
  return deps.register.setDeadlines({
    ...{ document, actor: actor.staffId, at: deps.clock.now() },
    ...(submitBy !== undefined && { submitBy }),
    ...(replyBy !== undefined && { replyBy }),
  });
}
