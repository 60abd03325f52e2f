import type { DocumentItem } from '#register/model/types.ts';

/**
 * Tells whether someone drafts a document, with others or alone, or saved it while it was a draft: they approve it only where the
 * office lets them.
 */
export function hasDrafted({ drafterId, coDrafters = [], savedBy = [] }: DocumentItem, staffId: string): boolean {
  return [drafterId, ...coDrafters, ...savedBy].includes(staffId);
}
