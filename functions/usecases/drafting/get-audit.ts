import type { AuditEvent } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { may, requireRole } from '../permissions.ts';
import { readOwnDocument } from '../read-document.ts';

/** Reads the audit events of a document that the actor may see, first to last; an admin those of all. Throws `not-found`. */
export async function getAudit(deps: Deps, actor: Actor, docId: string): Promise<AuditEvent[]> {
  requireRole(actor, 'read-audit');
  if (may(actor, 'put-member')) await deps.register.getDocument(actor.organ, docId);
  else await readOwnDocument(deps, actor, docId);
  return deps.register.listEvents(actor.organ, docId);
}
