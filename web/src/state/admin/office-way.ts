import { answer, api } from '../../api/client.ts';
import type { components } from '../../api/generated/contract.d.ts';
import { createLoaded } from '../loaded.ts';

/** How the office works, with its rev once it was ever set. */
export type OfficeWay = components['schemas']['Office'];

/** How the own office works. */
export const officeWay = createLoaded<OfficeWay>(async () => (await answer(api.GET('/office'))).data);

/** Sets how the office works, where it stands as it was seen. Throws `Problem`. */
export async function saveOfficeWay({ rev }: OfficeWay, ownDraftAllowed: boolean): Promise<void> {
  const header = rev === undefined ? { 'If-None-Match': '*' } : { 'If-Match': `"r${rev}"` };
  await answer(api.PUT('/office', { params: { header }, body: { ownDraftAllowed } }));
}
