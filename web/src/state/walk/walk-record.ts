import { answer, api } from '../../api/client.ts';
import type { OfficeDocument } from '../../api/types.ts';
import { keptWalks } from './kept-walks.ts';
import { keyOf, notLookedAt, type OldPlace, oldPlaces, otherYears } from './old-places.ts';

/** Walk through a draft: what its old document says, and what a person looked at since. */
export interface Walk {
  /** Places as they came, by what they say; null where the draft was not made of an old document. */
  readonly came: readonly string[] | null;
  readonly looked: readonly string[];
}

/** A draft, and the document that it was made of. */
export type WalkedDraft = Pick<OfficeDocument, 'docId' | 'copiedFrom'>;

/** Reads the walk through a draft; an old document that may not be read any more is passed over. */
export async function readWalk(person: string, { docId, copiedFrom }: WalkedDraft): Promise<Walk> {
  const kept = await keptWalks.get(person, docId);
  const came = copiedFrom === undefined ? null : await placesOf(copiedFrom).catch(() => []);
  return { came, looked: kept?.looked ?? [] };
}

async function placesOf(docId: string): Promise<string[]> {
  const { data } = await answer(api.GET('/documents/{docId}', { params: { path: { docId } } }));
  return oldPlaces(data.data).map(keyOf);
}

/** Lists what to look at before a draft is submitted: old text, and years that do not fit. */
export async function placesToSee(person: string, draft: WalkedDraft, data: unknown): Promise<OldPlace[]> {
  return stillToSee(data, await readWalk(person, draft));
}

/** See {@link placesToSee}. */
export function stillToSee(data: unknown, { came, looked }: Walk): OldPlace[] {
  const old = came ? notLookedAt(data, { came, looked }) : [];
  const known = new Set([...old.map(keyOf), ...looked]);
  return [...otherYears(data).filter((place) => !known.has(keyOf(place))), ...old];
}
