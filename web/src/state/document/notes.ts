import { answer, api } from '../../api/client.ts';
import type { components } from '../../api/generated/contract.d.ts';
import type { OfficeDocument, Person } from '../../api/types.ts';
import type { Seen } from './act.ts';
import type { Absence } from './steps.ts';

/** A remark at a part of a document, or on all of it. */
export type Note = components['schemas']['Note'];
/** Changes in a document since a reader's last look. */
export type ChangesSinceSeen = components['schemas']['ChangesSinceSeen'];

/** Remarks on all versions, the oldest first. Throws `Problem`. */
export async function readNotes(docId: string): Promise<readonly Note[]> {
  return (await answer(api.GET('/documents/{docId}/notes', { params: { path: { docId } } }))).data.items;
}

/** Adds a remark at a part, by its id or position; null: on the document as a whole. */
export async function addNote({ docId, etag }: Seen, partId: string | null, text: string): Promise<void> {
  const params = { path: { docId }, header: { 'If-Match': etag } };
  const body = { text, ...(partId !== null && { partId }) };
  await answer(api.POST('/documents/{docId}/notes', { params, body }));
}

/** Reads the changes since the person's last look, and records this one. Throws `Problem`. */
export async function lookAgain({ docId, etag }: Seen): Promise<ChangesSinceSeen> {
  const path = { docId };
  const { data } = await answer(api.GET('/documents/{docId}/changes', { params: { path } }));
  await answer(api.POST('/documents/{docId}/seen', { params: { path, header: { 'If-Match': etag } }, body: {} }));
  return data;
}

/** Tells whether someone may remark: who drafts, checks or signs it, or stands in, until it is approved. */
export function mayRemark(
  { state, drafterId, approverId, route = [] }: OfficeDocument,
  { staffId }: Person,
  absences: readonly Absence[],
): boolean {
  if (state !== 'draft' && state !== 'submitted') return false;
  const holders = route.flatMap(({ holder, deputy }) => [holder, deputy]);
  const standIns = absences.filter((one) => holders.includes(one.staffId)).map(({ deputy }) => deputy);
  return [drafterId, approverId, ...holders, ...standIns].includes(staffId);
}

/** Path in the data of an anchor: `body/0/children/2`. */
export function pointerOf(anchor: string): (string | number)[] {
  return anchor.split('/').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

const CHANGE_LABELS = { changed: 'đã sửa', added: 'mới', removed: 'đã bỏ' } as const;

/** `Mục II, khoản 1: đã sửa`. */
export function changeLine({ place, change }: NonNullable<ChangesSinceSeen['changes']>[number]): string {
  return `${place.charAt(0).toLocaleUpperCase('vi')}${place.slice(1)}: ${CHANGE_LABELS[change]}`;
}
