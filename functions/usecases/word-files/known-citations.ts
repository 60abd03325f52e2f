import type { CitedDocument, KnownDocument } from '#check/known/cited-documents.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { findByNumber } from '../search/find-by-number.ts';

const OUT_OF_FORCE = ['withdrawn', 'replaced', 'voided'] as const;

/** Looks up what is cited among what the actor may see: documents of that number and day that are out of force. */
export async function knownCitations(
  deps: Deps,
  actor: Actor,
  cited: readonly CitedDocument[],
): Promise<KnownDocument[]> {
  const known: KnownDocument[] = [];
  for (const one of cited) {
    const { found } = await findByNumber(deps, actor, { text: one.code, year: Number(one.issuedDate.slice(0, 4)) });
    const same = found.filter(({ row }) => row.issuedDate === one.issuedDate);
    for (const { document } of same) {
      const state = OUT_OF_FORCE.find((out) => out === document.state);
      if (state) known.push({ cited: one, state, replacedBy: document.replacedBy?.symbol ?? null });
    }
  }
  return known;
}
