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

/** Most documents that a list shows. */
export const MOST_SHOWN = 300;

/** Documents of a list, and whether more wait than it shows. */
export interface Listed {
  readonly documents: readonly OfficeDocument[];
  readonly hasMore: boolean;
}

/** Documents of a list, the urgent first; at most {@link MOST_SHOWN}, those that wait longest. */
export function createList(list: DocumentList) {
  return createLoaded<Listed>(() => takeList(list, readPage));
}

/** Documents that wait for a number, the urgent first; at most {@link MOST_SHOWN}, those that wait longest. */
export function listApproved(): Promise<Listed> {
  return takeList({ state: 'approved' }, readPage);
}

/** Page of documents in a state. */
type ReadPage = (
  state: OfficeDocument['state'],
  cursor: string | undefined,
) => Promise<{ readonly items: readonly OfficeDocument[]; readonly cursor?: string | undefined }>;

const readPage: ReadPage = async (state, cursor) => {
  const query = { state, limit: 100, ...(cursor !== undefined && { cursor }) };
  return (await answer(api.GET('/documents', { params: { query } }))).data;
};

/** Reads a list page after page: those that are not in it never hide those that are. */
export async function takeList(
  { state, isAtStep }: Pick<DocumentList, 'state' | 'isAtStep'>,
  read: ReadPage,
): Promise<Listed> {
  const isOf = (one: OfficeDocument) => isAtStep === undefined || isAtStep === (currentStep(one) !== undefined);
  const found: OfficeDocument[] = [];
  let cursor: string | undefined;
  do {
    const page = await read(state, cursor);
    found.push(...page.items.filter(isOf));
    cursor = page.cursor;
  } while (cursor !== undefined && found.length < MOST_SHOWN);
  const hasMore = cursor !== undefined || found.length > MOST_SHOWN;
  return { documents: byUrgency(found.slice(0, MOST_SHOWN)), hasMore };
}
