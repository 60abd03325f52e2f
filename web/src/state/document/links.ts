import { z } from 'zod';
import type { IssuedDocument, OfficeDocument } from '../../api/types.ts';
import { formatRoute } from '../route.ts';

/** A document that another names, and where it is looked at. */
export interface DocumentLink {
  readonly how: string;
  readonly text: string;
  readonly href: string;
}

const bases = z.looseObject({
  bases: z
    .array(z.looseObject({ cites: z.looseObject({ typeName: z.string(), code: z.string().optional() }).optional() }))
    .optional(),
});

/** Links to what a document replaces, amends or corrects, and searches for what it cites by number. */
export function linksOf(
  { organ, replaces = [], amends = [], corrects = [] }: OfficeDocument | IssuedDocument,
  data: unknown,
): DocumentLink[] {
  const opened = (how: string, docIds: readonly string[]) =>
    docIds.map((docId) => ({ how, text: 'Mở văn bản ấy', href: formatRoute({ view: 'document', organ, docId }) }));
  const cited = (bases.safeParse(data).data?.bases ?? []).flatMap(({ cites }) =>
    cites?.code === undefined
      ? []
      : [
          {
            how: 'Căn cứ',
            text: `${cites.typeName} số ${cites.code}`,
            href: formatRoute({ view: 'find', text: cites.code }),
          },
        ],
  );
  return [
    ...opened('Thay thế', replaces),
    ...opened('Sửa đổi, bổ sung', amends),
    ...opened('Đính chính', corrects),
    ...cited,
  ];
}
