import { answer, api } from '../../api/client.ts';
import { type KeptWalk, keptWalks } from './kept-walks.ts';
import { keyOf, notLookedAt, type OldPlace, oldPlaces, otherYears } from './old-places.ts';

/** Begins the walk through a draft that was made of an old document. Throws `Problem`. */
export async function beginWalk(person: string, docId: string): Promise<void> {
  const { data } = await answer(api.GET('/documents/{docId}', { params: { path: { docId } } }));
  await keptWalks.put({ person, docId, came: oldPlaces(data.data).map(keyOf), looked: [] });
}

/** Lists what to look at before a draft is submitted: old text, and years that do not fit. */
export async function placesToSee(person: string, docId: string, data: unknown): Promise<OldPlace[]> {
  return stillToSee(data, await keptWalks.get(person, docId));
}

/** See {@link placesToSee}; without a walk years alone are looked for. */
export function stillToSee(data: unknown, walk: KeptWalk | null): OldPlace[] {
  const old = walk ? notLookedAt(data, walk) : [];
  const known = new Set(old.map(keyOf));
  const looked = new Set(walk?.looked ?? []);
  const years = otherYears(data).filter((place) => !known.has(keyOf(place)) && !looked.has(keyOf(place)));
  return [...years, ...old];
}
