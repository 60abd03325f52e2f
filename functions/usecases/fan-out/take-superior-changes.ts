import { undecidedFinding, unknownDecisionFinding } from '#localise/localise-finding.ts';
import type { Decisions } from '#localise/merge/three-sides.ts';
import type { Actor } from '../actor.ts';
import type { SavedDraft } from '../drafting/create-document.ts';
import { saveDocument } from '../drafting/save-document.ts';
import { requireRole } from '../permissions.ts';
import type { SeenVersion } from '../read-document.ts';
import { UseCaseError } from '../use-case-error.ts';
import { type Comparison, compareWithSuperior } from './compare-with-superior.ts';
import type { FanOutDeps } from './fan-out-deps.ts';
import { asFinding } from './fan-out-input.ts';

/**
 * Saves what comes of a superior's amended plan and a unit's own as the unit's draft. Where both changed a part in two ways the
 * drafter decides, by the part's id: nothing of either is lost unseen. Throws as `compareWithSuperior` and `saveDocument`; and
 * `document-invalid` where a conflict is not decided, or what is decided is no change.
 */
export async function takeSuperiorChanges(
  deps: FanOutDeps,
  actor: Actor,
  input: Comparison & { readonly seen: SeenVersion; readonly decisions: Decisions },
): Promise<SavedDraft> {
  requireRole(actor, 'save');
  const { docId, seen, decisions } = input;
  const { changes, result } = await compareWithSuperior(deps, actor, input, decisions);
  const undecided = changes.filter(({ outcome }) => outcome === 'conflict');
  const known = new Set(changes.map(({ id }) => id));
  const unknown = [...decisions.keys()].filter((id) => !known.has(id));
  const findings = [
    ...undecided.map(({ id, place }) => undecidedFinding(place, id)),
    ...unknown.map(unknownDecisionFinding),
  ];
  if (findings.length > 0) throw new UseCaseError('document-invalid', { findings: findings.map(asFinding) });
  return saveDocument(deps, actor, { docId, seen, data: result });
}
