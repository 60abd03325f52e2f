import { vietnamDate } from '#document/dates.ts';
import type { DocumentItem } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { requireRole } from '../permissions.ts';
import { checkSeen, checkState, isNextOf, readOwnDocument, type SeenVersion } from '../read-document.ts';
import { deputiesOf } from './office-steps.ts';

/** A document, as whose turn it is saw it. */
export interface StepInput {
  readonly docId: string;
  readonly seen: SeenVersion;
}

/**
 * Passes a step before the signature (Đồng ý, chuyển tiếp, Điều 12), on the text that was seen; by its holder, its deputy, or who
 * stands in today. Repeating it answers the same. Throws `wrong-state`, `stale`, `no-step`, `not-holder`, `content-conflict`.
 */
export async function passStep(deps: Deps, actor: Actor, input: StepInput): Promise<DocumentItem> {
  const { document, command } = await stepCommand(deps, actor, 'pass', input);
  if (isNextOf(document, input.seen) && (await isPassedBy(deps, actor, document))) return document;
  checkSeen(document, input.seen);
  return deps.register.passStep({ ...command, contentHash: document.contentHash ?? '' });
}

/** Sends a document back to the step before, with the reason. Throws `wrong-state`, `stale`, `no-step-before`, `not-holder`. */
export async function stepBack(
  deps: Deps,
  actor: Actor,
  input: StepInput & { readonly reason: string },
): Promise<DocumentItem> {
  const { document, command } = await stepCommand(deps, actor, 'step-back', input);
  checkSeen(document, input.seen);
  return deps.register.stepBack({ ...command, reason: input.reason.normalize('NFC') });
}

async function stepCommand(deps: Deps, actor: Actor, act: 'pass' | 'step-back', { docId }: StepInput) {
  requireRole(actor, 'pass-step');
  const document = await readOwnDocument(deps, actor, docId);
  checkState(document, act, actor);
  const at = deps.clock.now();
  const deputies = deputiesOf(await deps.register.getOffice(actor.organ), document, vietnamDate(at));
  return { document, command: { document, actor: actor.staffId, at, deputies } };
}

async function isPassedBy(deps: Deps, actor: Actor, { organ, docId }: DocumentItem): Promise<boolean> {
  const last = (await deps.register.listEvents(organ, docId)).at(-1);
  return last?.act === 'pass' && last.actor === actor.staffId;
}
