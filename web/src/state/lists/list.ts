import { answer, api } from '../../api/client.ts';
import type { OfficeDocument } from '../../api/types.ts';
import { currentStep } from '../document/steps.ts';
import { createLoaded } from '../loaded.ts';
import { byUrgency } from './work.ts';

/** A list of the menu by the state of its documents. */
export interface DocumentList {
  readonly title: string;
  readonly state: OfficeDocument['state'];
  /** Submitted documents alone: at a step before the signature, or past all. */
  readonly isAtStep?: boolean;
  readonly empty: string;
}

/** The lists whose documents are on their way. */
export const LISTS = {
  drafts: { title: 'Dự thảo', state: 'draft', empty: 'Chưa có dự thảo nào.' },
  'to-check': {
    title: 'Chờ kiểm tra',
    state: 'submitted',
    isAtStep: true,
    empty: 'Không có văn bản nào chờ kiểm tra.',
  },
  'to-sign': { title: 'Chờ ký', state: 'submitted', isAtStep: false, empty: 'Không có văn bản nào chờ ký.' },
} as const satisfies Record<string, DocumentList>;

/** The documents of a list, the urgent first; at most a hundred, the one that waits longest first. */
export function createList({ state, isAtStep }: DocumentList) {
  return createLoaded<readonly OfficeDocument[]>(async () => {
    const { data } = await answer(api.GET('/documents', { params: { query: { state, limit: 100 } } }));
    const isOf = (document: OfficeDocument) =>
      isAtStep === undefined || isAtStep === (currentStep(document) !== undefined);
    return byUrgency(data.items.filter(isOf));
  });
}
