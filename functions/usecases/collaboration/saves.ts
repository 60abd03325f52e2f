import type { Save } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { requireRole } from '../permissions.ts';
import { readOwnDocument } from '../read-document.ts';
import { UseCaseError } from '../use-case-error.ts';
import { readText } from './text-of.ts';

/** Lists the saves of a document of the actor's organ that are kept, the newest first. Throws `not-found`. */
export async function listSaves(deps: Deps, actor: Actor, docId: string): Promise<Save[]> {
  requireRole(actor, 'read-draft');
  const { organ } = await readOwnDocument(deps, actor, docId);
  return deps.register.listSaves(organ, docId);
}

/** Reads what a document said after a save that is kept. Throws `not-found`. */
export async function getSave(
  deps: Deps,
  actor: Actor,
  { docId, rev }: { readonly docId: string; readonly rev: number },
): Promise<{ readonly save: Save; readonly data: unknown }> {
  const save = (await listSaves(deps, actor, docId)).find((one) => one.rev === rev);
  if (!save) throw new UseCaseError('not-found');
  return { save, data: await readText(deps, save, save.sha256) };
}
