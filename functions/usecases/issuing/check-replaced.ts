import { undefinedIfNotFound } from '#base/coded-error.ts';
import type { DocumentItem } from '#register/model/types.ts';
import type { Deps } from '../deps.ts';
import { UseCaseError } from '../use-case-error.ts';

/**
 * Checks that each document to be replaced is issued, of the same organ and form (Điều 18.3: "văn bản có hình thức
 * tương đương"). Throws `cannot-replace`.
 */
export async function checkReplaced(
  deps: Deps,
  by: Pick<DocumentItem, 'organ' | 'docId' | 'typeCode' | 'replaces'>,
): Promise<void> {
  for (const docId of by.replaces ?? []) {
    const old = await deps.register.getDocument(by.organ, docId).catch(undefinedIfNotFound);
    const fits = old?.state === 'issued' && old.typeCode === by.typeCode && docId !== by.docId;
    if (!fits) throw new UseCaseError('cannot-replace', { params: { docId } });
  }
}
