import type { DocumentItem } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { readFront } from '../heavy/read-front.ts';
import { inParallel } from '../in-parallel.ts';
import { citesOf } from '../library/cites-of.ts';
import { sightOf } from '../may-read.ts';
import { requireRole } from '../permissions.ts';
import { type IssuedRef, readVisible } from './download-file.ts';

/** Documents that are read to see whether they still cite it. */
const MAX_READ = 50;
const CONCURRENCY = 5;

/**
 * Lists numbered documents of the actor's organ that cite a document as căn cứ (PL I, Mục II.6.a). The newest come first.
 * Throws `not-found`.
 */
export async function citedBy(deps: Deps, actor: Actor, ref: IssuedRef): Promise<DocumentItem[]> {
  requireRole(actor, 'read-issued');
  const { document: cited } = await readVisible(deps, actor, ref);
  const { typeName, symbol: code, issuedDate } = cited;
  if (code === undefined || issuedDate === undefined) return [];
  const { organ } = actor;
  const named = { typeName, code, issuedDate, subject: '' };
  const docIds = (await deps.register.listCiting(organ, named)).slice(-MAX_READ);
  const [documents, maySee] = await Promise.all([
    deps.register.getDocuments(organ, docIds),
    sightOf(deps, actor, organ),
  ]);
  const seen = documents.filter((one) => one.symbol !== undefined && one.frozen && maySee(one));
  // A step before the signature may have taken the căn cứ out again.
  const still = await inParallel(seen, CONCURRENCY, async (one) => {
    const { document } = await readFront(deps, one);
    return citesOf(document).some((cites) => cites.code === code && cites.issuedDate === issuedDate);
  });
  const day = ({ issuedDate: on = '' }: DocumentItem) => on;
  return seen.filter((_, index) => still[index]).sort((a, b) => day(b).localeCompare(day(a)));
}
