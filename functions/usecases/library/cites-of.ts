import { basis, type Citation } from '#document/schemas/basis.schema.ts';

/** Documents that the căn cứ of a document cite; sentences of another kind are none. */
export function citesOf(document: object): Citation[] {
  const { data = [] } = basis.array().safeParse('bases' in document ? document.bases : undefined);
  return data.flatMap(({ cites }) => cites ?? []);
}
