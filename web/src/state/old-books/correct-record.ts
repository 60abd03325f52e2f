import { answer, api } from '../../api/client.ts';
import type { paths } from '../../api/generated/contract.d.ts';
import type { OfficeDocument } from '../../api/types.ts';
import type { OpenDocument } from '../document/document.ts';

type Body = paths['/brought-in/{docId}']['put']['requestBody']['content']['application/json'];

/** Line of an older book as it is typed anew. */
export interface RecordForm {
  readonly subject: string;
  readonly issuedDate: string;
  readonly position: string;
  readonly fullName: string;
  /** One recipient a line. */
  readonly to: string;
  readonly archivedAt: string;
  readonly issuedAmount: string;
}

/** Tells whether a document is a line of an older book: what is mended by its paper book. */
export function isOldRecord({ own, data }: Pick<OpenDocument, 'own' | 'data'>): boolean {
  return own?.state === 'issued' && own.broughtIn === true && data === null;
}

/** The form of a line as it stands. */
export function recordForm(document: OfficeDocument): RecordForm {
  const { subject, issuedDate = '', signerInfo, to, archivedAt = '', issuedAmount } = document;
  const { position = '', fullName = '' } = signerInfo ?? {};
  return {
    subject,
    issuedDate,
    position,
    fullName,
    to: to.join('\n'),
    archivedAt,
    issuedAmount: issuedAmount === undefined ? '' : String(issuedAmount),
  };
}

/** Changed fields alone; empty where nothing was. What was emptied stays: a book's line loses nothing. */
export function changedRecord(before: RecordForm, form: RecordForm): Omit<Body, 'reason'> {
  const text = (key: keyof RecordForm) => {
    const typed = form[key].trim();
    return typed === before[key].trim() || typed === '' ? undefined : typed;
  };
  const isSignerChanged = text('position') !== undefined || text('fullName') !== undefined;
  const to = form.to.split('\n').map((line) => line.trim());
  const recipients = to.filter((line) => line !== '');
  const amount = text('issuedAmount');
  return {
    ...(text('subject') !== undefined && { subject: form.subject.trim() }),
    ...(text('issuedDate') !== undefined && { issuedDate: form.issuedDate }),
    ...(isSignerChanged && { signerInfo: { position: form.position.trim(), fullName: form.fullName.trim() } }),
    ...(recipients.join('\n') !== before.to && { to: recipients }),
    ...(text('archivedAt') !== undefined && { archivedAt: form.archivedAt.trim() }),
    ...(amount !== undefined && { issuedAmount: Number(amount) }),
  };
}

/** Corrects a line of an older book by its paper, with the reason. Throws `Problem`. */
export async function correctRecord(
  { docId, etag }: { readonly docId: string; readonly etag: string },
  changed: Omit<Body, 'reason'>,
  reason: string,
): Promise<void> {
  const params = { path: { docId }, header: { 'If-Match': etag } };
  await answer(api.PUT('/brought-in/{docId}', { params, body: { ...changed, reason } }));
}
