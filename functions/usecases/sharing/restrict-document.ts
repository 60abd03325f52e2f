import type { DocumentItem } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { requireRole } from '../permissions.ts';
import { readForAct, type SeenVersion } from '../read-document.ts';

/** Decision of a clerk on who outside may see a document, with the reason. */
export interface RestrictInput {
  readonly docId: string;
  readonly seen: SeenVersion;
  readonly restricted: boolean;
  readonly reason: string;
}

/**
 * Keeps an issued document to its organ and those it was sent to, or opens it again: what was registered or came from an older book does not
 * say so itself, as LƯU HÀNH NỘI BỘ does. Throws `wrong-state`, `stale`.
 */
export async function restrictDocument(deps: Deps, actor: Actor, input: RestrictInput): Promise<DocumentItem> {
  requireRole(actor, 'restrict');
  const document = await readForAct(deps, actor, 'restrict', input);
  const { restricted, reason } = input;
  const said = { restricted, reason: reason.normalize('NFC') };
  return deps.register.restrictDocument({ document, ...said, actor: actor.staffId, at: deps.clock.now() });
}
