import { answer, api } from '../../api/client.ts';
import type { components } from '../../api/generated/contract.d.ts';
import { saveData } from '../../api/save-data.ts';

/** A file that came back, compared with its draft. */
export type ReturnedFile = components['schemas']['ReturnedFile'];
/** A place where file and draft are not the same. */
export type ReturnedChange = ReturnedFile['changes'][number];
/** A draft that a file may have come from. */
export type FoundDraft = components['schemas']['FoundDrafts']['items'][number];
/** Chosen side of each change, by its id. */
export type ReturnedChoices = Readonly<Record<string, 'file' | 'draft'>>;

/** A comparison, and the version of the draft that it is of. */
export interface Compared {
  readonly file: ReturnedFile;
  readonly etag: string;
}

/** Finds the drafts that a file may have come from, the likest first. Throws `Problem`. */
export async function findDrafts(uploadId: string): Promise<readonly FoundDraft[]> {
  return (await answer(api.POST('/returned-files', { body: { uploadId } }))).data.items;
}

/** Compares a file with the draft that it came from. Throws `Problem`. */
export async function compareReturned(docId: string, uploadId: string): Promise<Compared> {
  const { etag } = await answer(api.GET('/documents/{docId}', { params: { path: { docId } } }));
  return { file: await compare(docId, uploadId, {}), etag };
}

/** Saves the draft with what was taken of the file. Throws `Problem`: `stale` where the draft has moved on. */
export async function takeReturned(docId: string, uploadId: string, etag: string, choices: ReturnedChoices) {
  const { data } = await compare(docId, uploadId, choices);
  await saveData(docId, data, etag);
}

async function compare(docId: string, uploadId: string, decisions: ReturnedChoices): Promise<ReturnedFile> {
  const params = { path: { docId } };
  return (await answer(api.POST('/documents/{docId}/returned-file', { params, body: { uploadId, decisions } }))).data;
}

/** Changes of the file; what only the draft changed since is not asked for. */
export function changesOfFile({ changes }: Pick<ReturnedFile, 'changes'>): ReturnedChange[] {
  return changes.filter(({ file }) => file !== 'unchanged');
}

/** Places where a file with tracked changes differs from the draft, and no mark says whose hand it was. */
export function unseenChanges({ changes }: Pick<ReturnedFile, 'changes'>): ReturnedChange[] {
  return changes.filter(({ isUnseen }) => isUnseen);
}

/** Changes of both sides that nobody has decided on yet. */
export function openConflicts(changes: readonly ReturnedChange[], choices: ReturnedChoices): ReturnedChange[] {
  return changes.filter(({ outcome, id }) => outcome === 'conflict' && choices[id] === undefined);
}

/** The side that a change is taken from as things stand; null where both changed and nobody chose. */
export function sideOf({ id, outcome }: ReturnedChange, choices: ReturnedChoices): 'file' | 'draft' | null {
  const chosen = choices[id];
  if (chosen !== undefined) return chosen;
  return outcome === 'conflict' ? null : outcome === 'draft' ? 'draft' : 'file';
}

const DONE = { unchanged: 'giữ nguyên', changed: 'sửa', added: 'thêm', removed: 'bỏ' } as const;

/** Says what the file did at a place, and that the draft changed there too. */
export function changeWords({ file, outcome, isUnseen }: ReturnedChange): string {
  if (isUnseen) return 'Khác nhau, không có dấu sửa';
  if (outcome === 'same') return 'Bản thảo đã sửa như tệp';
  return outcome === 'conflict' ? `Tệp ${DONE[file]}, bản thảo cũng đã sửa: hãy chọn` : `Tệp ${DONE[file]}`;
}

/** Names whose tracked changes are in a part, each once. */
export function handsIn({ tracked }: Pick<ReturnedFile, 'tracked'>, partId: string): string[] {
  const own = tracked.filter((one) => one.partId === partId && one.kind !== 'formatted');
  return [...new Set(own.map(({ author }) => author.trim() || 'người không ghi tên'))];
}

/** Tracked changes in no place that is asked for: they are shown, and put in by hand. */
export function otherHands(file: Pick<ReturnedFile, 'tracked' | 'changes'>): ReturnedFile['tracked'] {
  const asked = new Set(changesOfFile(file).map(({ id }) => id));
  const elsewhere = file.tracked.filter(({ kind, partId }) => kind !== 'formatted' && !asked.has(partId ?? ''));
  return elsewhere.filter(({ text }) => text.trim() !== '');
}
