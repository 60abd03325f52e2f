import { createPathLabels } from '#document/checking/path-labels.ts';
import { readPartialDocument } from '#document/checking/read-partial-document.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import type { Decisions } from '../merge/three-sides.ts';
import { compareDraftTexts, type ReturnedTexts } from './returned-draft.ts';
import { type FieldSides, mergeFields } from './returned-fields.ts';

/** The draft as it is, its print, the file before its changes, the file as it came back. */
export interface ReturnedSides extends FieldSides {
  readonly profile: OrganProfile;
}

/**
 * Compares a file that came back with the draft it came from: parts, and the fields of head and foot. Decisions are by the id of
 * a change. Null where the file has no body.
 */
export function compareReturned(sides: ReturnedSides, decisions: Decisions): ReturnedTexts | null {
  const { own, printed, before, after, profile } = sides;
  const texts = { own, printed: printed.draft, before: before.draft, after: after.draft };
  const compared = compareDraftTexts(texts, decisions);
  if (!compared) return null;
  const words = createPathLabels(readPartialDocument(own));
  const fields = mergeFields(sides, compared.result, profile, decisions, (name) => words([name]));
  return { ...compared, changes: [...fields.changes, ...compared.changes], result: fields.result };
}
