import { answer, api } from '../../api/client.ts';
import type { components } from '../../api/generated/contract.d.ts';
import { createLoaded } from '../loaded.ts';

/** How the office works, with its rev once it was ever set. */
export type OfficeWay = components['schemas']['Office'];

/** How the own office works. */
export const officeWay = createLoaded<OfficeWay>(async () => (await answer(api.GET('/office'))).data);

/** What is sent to set one choice: all else stays as it was read, also what this page does not show. */
export function wayToPut({ rev: _, updatedBy: __, updatedAt: ___, ...way }: OfficeWay, ownDraftAllowed: boolean) {
  return { ...way, ownDraftAllowed };
}

/** Sets how the office works, where it stands as it was seen. Throws `Problem`. */
export async function saveOfficeWay(seen: OfficeWay, ownDraftAllowed: boolean): Promise<void> {
  const header = seen.rev === undefined ? { 'If-None-Match': '*' } : { 'If-Match': `"r${seen.rev}"` };
  await answer(api.PUT('/office', { params: { header }, body: wayToPut(seen, ownDraftAllowed) }));
}
