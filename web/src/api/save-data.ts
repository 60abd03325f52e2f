import { z } from 'zod';
import { answer, api } from './client.ts';
import type { paths } from './generated/contract.d.ts';

type SavedData = Exclude<
  paths['/documents/{docId}']['put']['requestBody'],
  undefined
>['content']['application/json']['data'];
/** Passes a document's data as it is: the server checks it and says what is wrong. */
export const asBody = z.custom<NonNullable<SavedData>>((data) => typeof data === 'object' && data !== null);

/** Saves a draft's data, with its errors, over the version that was seen; the new version. Throws `Problem`. */
export async function saveData(docId: string, data: object, etag: string): Promise<string> {
  const params = { path: { docId }, header: { 'If-Match': etag } };
  return (await answer(api.PUT('/documents/{docId}', { params, body: { data: asBody.parse(data), withErrors: true } })))
    .etag;
}
