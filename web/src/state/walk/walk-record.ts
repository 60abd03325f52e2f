import { answer, api } from '../../api/client.ts';
import type { OfficeDocument } from '../../api/types.ts';
import { keyOf, notLookedAt, type OldPlace, oldPlaces, otherYears } from './old-places.ts';

/** Walk through a draft: what its old document says, and what a person looked at since. */
export interface Walk {
  /** Places as they came, by what they say; null where the draft was not made of an old document. */
  readonly came: readonly string[] | null;
  readonly looked: readonly string[];
}

/** A draft, and the document that it was made of. */
export type WalkedDraft = Pick<OfficeDocument, 'docId' | 'copiedFrom'>;

/** Reads the walk through a draft; what may not be read, or not now, is passed over. */
export async function readWalk({ docId, copiedFrom }: WalkedDraft): Promise<Walk> {
  const [looked, came] = await Promise.all([
    lookedIn(docId).catch(() => []),
    copiedFrom === undefined ? null : placesOf(copiedFrom).catch(() => []),
  ]);
  return { came, looked };
}

async function lookedIn(docId: string): Promise<readonly string[]> {
  return (await answer(api.GET('/documents/{docId}/walk', { params: { path: { docId } } }))).data.looked;
}

/** Places that one walk keeps at most; the latest are kept. */
const MAX_LOOKED = 1000;

/** Keeps what a person looked at; false where the server was not told: they are asked again elsewhere. */
export async function keepLooked(docId: string, looked: readonly string[]): Promise<boolean> {
  const body = { looked: looked.slice(-MAX_LOOKED) };
  const told = answer(api.PUT('/documents/{docId}/walk', { params: { path: { docId } }, body }));
  return told.then(
    () => true,
    () => false,
  );
}

async function placesOf(docId: string): Promise<string[]> {
  const { data } = await answer(api.GET('/documents/{docId}', { params: { path: { docId } } }));
  return oldPlaces(data.data).map(keyOf);
}

/** Lists what to look at before a draft is submitted: old text, and years that do not fit. */
export async function placesToSee(draft: WalkedDraft, data: unknown): Promise<OldPlace[]> {
  return stillToSee(data, await readWalk(draft));
}

/** See {@link placesToSee}. */
export function stillToSee(data: unknown, { came, looked }: Walk): OldPlace[] {
  const old = came ? notLookedAt(data, { came, looked }) : [];
  const known = new Set([...old.map(keyOf), ...looked]);
  return [...otherYears(data).filter((place) => !known.has(keyOf(place))), ...old];
}
