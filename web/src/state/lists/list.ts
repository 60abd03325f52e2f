import { answer, api } from '../../api/client.ts';
import type { OfficeDocument } from '../../api/types.ts';
import { createLoaded } from '../loaded.ts';
import { byUrgency } from './work.ts';

/** A list of the menu by the state of its documents. */
export interface DocumentList {
  readonly title: string;
  readonly state: OfficeDocument['state'];
  readonly empty: string;
}

/** The lists whose documents are on their way. */
export const LISTS = {
  drafts: { title: 'Dự thảo', state: 'draft', empty: 'Chưa có dự thảo nào.' },
  'to-sign': { title: 'Chờ ký', state: 'submitted', empty: 'Không có văn bản nào chờ ký.' },
} as const satisfies Record<string, DocumentList>;

/** The documents of a list, the urgent first; at most a hundred, the one that waits longest first. */
export function createList({ state }: DocumentList) {
  return createLoaded<readonly OfficeDocument[]>(async () => {
    const { data } = await answer(api.GET('/documents', { params: { query: { state, limit: 100 } } }));
    return byUrgency(data.items);
  });
}
