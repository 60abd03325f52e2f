import { z } from 'zod';
import { answer, api } from '../../api/client.ts';
import type { components, paths } from '../../api/generated/contract.d.ts';
import { asProblem, hasMoved } from '../../api/problem.ts';
import type { NumberedDocument, OfficeDocument, Person } from '../../api/types.ts';

/** A document as it was seen: an act on another version is refused. */
export interface Seen {
  readonly docId: string;
  readonly etag: string;
}

const at = ({ docId, etag }: Seen) => ({ params: { path: { docId }, header: { 'If-Match': etag } } });

/** Submits a draft. Each act throws `Problem`, with all that is missing. */
export async function submit(seen: Seen): Promise<OfficeDocument> {
  return (await answer(api.POST('/documents/{docId}/submit', { ...at(seen), body: {} }))).data;
}

/** Approves what was submitted. */
export async function approve(seen: Seen): Promise<OfficeDocument> {
  return (await answer(api.POST('/documents/{docId}/approve', { ...at(seen), body: {} }))).data;
}

/** Passes the step that it is at, on the text that was seen. */
export async function pass(seen: Seen): Promise<OfficeDocument> {
  return (await answer(api.POST('/documents/{docId}/pass', { ...at(seen), body: {} }))).data;
}

/** Sends one step back, with a reason. */
export async function stepBack(seen: Seen, reason: string): Promise<OfficeDocument> {
  return (await answer(api.POST('/documents/{docId}/step-back', { ...at(seen), body: { reason } }))).data;
}

/** Sends back to the drafter, with a reason; a clerk says as well that what was approved was not signed on paper. */
export async function sendBack(seen: Seen, reason: string, notSigned: boolean): Promise<OfficeDocument> {
  const body = { reason, ...(notSigned && { notSigned }) };
  return (await answer(api.POST('/documents/{docId}/return', { ...at(seen), body }))).data;
}

/** Takes back what was submitted, while nobody has opened it. */
export async function takeBack(seen: Seen): Promise<OfficeDocument> {
  return (await answer(api.POST('/documents/{docId}/take-back', { ...at(seen), body: {} }))).data;
}

/** Throws a draft away. */
export async function discard(seen: Seen): Promise<OfficeDocument> {
  return (await answer(api.DELETE('/documents/{docId}', at(seen)))).data;
}

/** Records that the one whose turn it is looks at it, where it has not moved on since: another window said so already. */
export async function markOpened(seen: Seen): Promise<void> {
  await answer(api.POST('/documents/{docId}/opened', { ...at(seen), body: {} })).catch((error) => {
    if (!hasMoved(asProblem(error))) throw error;
  });
}

/** Signature block, as it is printed. */
export type SignerBlock = components['schemas']['ChangeSigner']['signer'];

/** Reads who may sign in place of one who is away; null where nobody is. */
export async function proposedSigner(docId: string) {
  const { data } = await answer(api.GET('/documents/{docId}/signer-proposal', { params: { path: { docId } } }));
  return data.proposal;
}

/** Changes who signs what was submitted. */
export async function changeSigner(seen: Seen, signer: SignerBlock): Promise<OfficeDocument> {
  return (await answer(api.PUT('/documents/{docId}/signer', { ...at(seen), body: { signer } }))).data;
}

/** Data a clerk compared: pages of the signed paper, null where uncounted, and the day. */
export interface Compared {
  readonly pages: number | null;
  readonly date: string;
}

/** Gives the number; the clerk has the signed paper in hand, and no other day is printed than the one seen. */
export async function giveNumber(seen: Seen, { pages, date }: Compared): Promise<NumberedDocument> {
  const body = { signatureConfirmed: true, date, ...(pages !== null && { pages }) };
  return (await answer(api.POST('/documents/{docId}/issue', { ...at(seen), body }))).data;
}

/** Most people who draft beside the drafter. */
export const MOST_CO_DRAFTERS = 5;

/** Colleagues who may take a document over: a draft those who draft, a step those who check or sign. */
export function mayTakeOver<One extends Pick<Person, 'staffId' | 'roles'>>(
  { state, drafterId, holder }: Pick<OfficeDocument, 'state' | 'drafterId' | 'holder'>,
  people: readonly One[],
): One[] {
  const roles: readonly string[] = state === 'draft' ? ['drafter'] : ['checker', 'signer'];
  const from = state === 'draft' ? drafterId : holder;
  return people.filter((one) => one.staffId !== from && one.roles.some((role) => roles.includes(role)));
}

/** Says who drafts beside the drafter. Throws `Problem`. */
export async function setCoDrafters(seen: Seen, coDrafters: readonly string[]): Promise<void> {
  const body = { coDrafters: [...coDrafters] };
  await answer(api.PUT('/documents/{docId}/co-drafters', { ...at(seen), body }));
}

/** Gives a draft, or the step that one takes, to a colleague. Throws `Problem`. */
export async function handOver(seen: Seen, to: string): Promise<void> {
  await answer(api.POST('/documents/{docId}/hand-over', { ...at(seen), body: { to } }));
}

/** Days of a document; empty: none. */
export interface Deadlines {
  readonly submitBy: string;
  readonly replyBy: string;
}

/** Sets the days until which a document is submitted, and answered by its recipients. Throws `Problem`. */
export async function setDeadlines(seen: Seen, { submitBy, replyBy }: Deadlines): Promise<void> {
  const body = { ...(submitBy !== '' && { submitBy }), ...(replyBy !== '' && { replyBy }) };
  await answer(api.PUT('/documents/{docId}/deadlines', { ...at(seen), body }));
}

/** Makes a new draft of a document's data; its id. */
export async function copy(docId: string): Promise<string> {
  const { data } = await answer(api.POST('/documents/{docId}/copy', { params: { path: { docId } }, body: {} }));
  return data.document.docId;
}

/** Makes a draft of data, with its errors: they are mended in the editor. Its id. Throws `Problem`. */
export async function create(data: object): Promise<string> {
  const body = { data: asData.parse(data), withErrors: true } as const;
  return (await answer(api.POST('/documents', { body }))).data.document.docId;
}

type CreateBody = Exclude<paths['/documents']['post']['requestBody'], undefined>['content']['application/json'];
/** Data goes as it is: the server checks it and says what is wrong. */
const asData = z.custom<NonNullable<CreateBody['data']>>((data) => typeof data === 'object' && data !== null);

/** A document of a list as it was seen there: what changed since is refused. */
export function seenInList({ docId, version, rev }: Pick<OfficeDocument, 'docId' | 'version' | 'rev'>): Seen {
  return { docId, etag: `"v${version}-r${rev}"` };
}
