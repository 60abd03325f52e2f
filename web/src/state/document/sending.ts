import { capitalised, fold } from '#document/text/vietnamese.ts';
import { WAY_NAMES } from '#present/labels/way-labels.ts';
import { answer, api } from '../../api/client.ts';
import type { components } from '../../api/generated/contract.d.ts';
import type { OfficeDocument } from '../../api/types.ts';
import type { RecipientGroup } from '../library/groups.ts';
import { createLoaded } from '../loaded.ts';
import type { Seen } from './act.ts';

/** A recipient of one sending, and what is known of its receipt. */
export type SendLine = components['schemas']['SendLine'];
/** Way of sending a document. */
export type SendWay = SendLine['way'];

/** Ways of sending, the usual first. */
export const SEND_WAYS: readonly { readonly way: SendWay; readonly name: string }[] = (
  ['system', 'post', 'hand', 'mail', 'fax', 'other'] as const
).map((way) => ({ way, name: capitalised(WAY_NAMES[way]) }));

/** A recipient as the clerk sees one before sending. */
export interface SendChoice {
  readonly name: string;
  readonly isSent: boolean;
  readonly way: SendWay;
  /** Copies on paper; null: not counted. */
  readonly copies: number | null;
  /** Recipients that the line stands for, one by one; empty where it is one. */
  readonly members: readonly string[];
}

/** A group of recipients, as far as sending asks. */
export type SendGroup = Pick<RecipientGroup, 'name' | 'members' | 'copies' | 'way'>;

/** Recipients of a document to begin with: all, as their groups say or the same way; not the line that says who keeps it. */
export function sendChoices(to: readonly string[], way: SendWay, groups: readonly SendGroup[] = []): SendChoice[] {
  const names = to.map((name) => name.replace(/[;.]$/, '').trim());
  return names
    .filter((name) => name !== '' && !/^(Lưu\b|Như trên$)/u.test(name))
    .map((name) => {
      const group = groups.find((one) => sameName(one.name, name));
      const { copies = null, members = [] } = group ?? {};
      return { name, isSent: true, way: group?.way ?? way, copies, members };
    });
}

/** The lines with a group's recipients one by one in its place; copies of the group stay with none of them. */
export function withMembers(choices: readonly SendChoice[], of: SendChoice): SendChoice[] {
  const single = of.members.map((name) => ({ ...of, name, copies: null, members: [] }));
  return choices.flatMap((one) => (one === of ? single : [one]));
}

function sameName(a: string, b: string): boolean {
  const plain = (name: string) => fold(name.replace(/[;.]$/, '')).replace(/\s+/g, ' ').trim();
  return plain(a) === plain(b);
}

/** Records one sending to all that are chosen. Throws `Problem`. */
export async function send(
  { docId, etag }: Seen,
  day: string,
  choices: readonly SendChoice[],
): Promise<OfficeDocument> {
  const recipients = choices
    .filter(({ isSent }) => isSent)
    .map(({ name, way, copies }) => ({ name, way, ...(copies !== null && { copies }) }));
  const params = { path: { docId }, header: { 'If-Match': etag } };
  return (await answer(api.POST('/documents/{docId}/send', { params, body: { day, recipients } }))).data;
}

/** To whom a document was sent, in the order of sending. */
export async function readSends(docId: string): Promise<readonly SendLine[]> {
  return (await answer(api.GET('/documents/{docId}/sends', { params: { path: { docId } } }))).data.items;
}

/** Records that a recipient has the document. Throws `Problem`. */
export async function markReceived({ docId, etag }: Seen, line: string, by: string): Promise<OfficeDocument> {
  const params = { path: { docId, line }, header: { 'If-Match': etag } };
  const body = by.trim() === '' ? {} : { by: by.trim() };
  return (await answer(api.PUT('/documents/{docId}/sends/{line}/receipt', { params, body }))).data;
}

/** Numbered documents that were not sent, the longest waiting first; read anew by each view, so that none that was sent is in sight. */
export function createUnsent() {
  return createLoaded(async () => (await answer(api.GET('/unsent'))).data);
}
