import type { DocumentItem } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { requireRole } from '../permissions.ts';
import { readForAct, type SeenVersion } from '../read-document.ts';

/** A document, as it was seen. */
interface SeenDocument {
  readonly docId: string;
  readonly seen: SeenVersion;
}

/**
 * Consents that a number be voided: another person than the one who asked, on the version that they saw. What the document replaced
 * is in force again. Throws `wrong-state`, `stale`, `void-not-asked`, `own-request`, and as `askVoid`.
 */
export async function consentVoid(deps: Deps, actor: Actor, input: SeenDocument): Promise<DocumentItem> {
  return deps.register.consentVoid(await commandOf(deps, actor, 'consent-void', 'void', input));
}

/** Drops what was asked: the number stays in use, and sending goes on. Throws `wrong-state`, `stale`, `void-not-asked`. */
export async function dropVoid(deps: Deps, actor: Actor, input: SeenDocument): Promise<DocumentItem> {
  return deps.register.dropVoid(await commandOf(deps, actor, 'drop-void', 'drop-void', input));
}

async function commandOf(
  deps: Deps,
  actor: Actor,
  action: 'consent-void' | 'drop-void',
  act: 'void' | 'drop-void',
  input: SeenDocument,
) {
  requireRole(actor, action);
  const document = await readForAct(deps, actor, act, input);
  return { document, actor: actor.staffId, at: deps.clock.now() };
}
