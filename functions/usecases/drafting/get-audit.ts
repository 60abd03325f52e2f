import type { AuditEvent } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { requireRole } from '../permissions.ts';

/** The audit events of a document of the actor's organ, first to last. Throws `not-found`. */
export async function getAudit(deps: Deps, actor: Actor, docId: string): Promise<AuditEvent[]> {
  requireRole(actor, 'read-audit');
  await deps.register.getDocument(actor.organ, docId);
  return deps.register.listEvents(actor.organ, docId);
}
