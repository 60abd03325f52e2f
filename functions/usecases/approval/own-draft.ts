import type { DocumentItem } from '#register/model/types.ts';

/** Tells whether someone drafted a document or saved it while it was a draft: they approve it only where the office lets them. */
export function hasDrafted({ drafterId, savedBy = [] }: DocumentItem, staffId: string): boolean {
  return drafterId === staffId || savedBy.includes(staffId);
}
