import { z } from 'zod';
import { answer, api } from '../../api/client.ts';
import type { IssuedDocument, OfficeDocument } from '../../api/types.ts';
import { formatRoute } from '../route.ts';
import type { OpenDocument } from './document.ts';

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

/** Other documents of a document's page: numbers and symbols by id, and who cites it. */
export interface Related {
  readonly symbols: ReadonlyMap<string, string>;
  readonly citedBy: readonly OfficeDocument[];
}

/** Nothing is known of other documents. */
export const NOTHING_RELATED: Related = { symbols: new Map(), citedBy: [] };

/** Reads what a document's page says of other documents; what may not be seen is left out. */
export async function readRelated({ shown, own }: Pick<OpenDocument, 'shown' | 'own'>): Promise<Related> {
  const { organ, docId, symbol } = shown;
  const path = { organ, docId };
  const { replaces = [], amends = [], corrects = [] } = own ?? {};
  const symbolOf = async (id: string) => {
    const { data } = await answer(api.GET('/documents/{docId}', { params: { path: { docId: id } } }));
    return [id, data.document.symbol ?? ''] as const;
  };
  const [named, citing] = await Promise.all([
    Promise.allSettled([...replaces, ...amends, ...corrects].map(symbolOf)),
    symbol === undefined
      ? null
      : answer(api.GET('/issued/{organ}/{docId}/cited-by', { params: { path } })).catch(() => null),
  ]);
  return {
    symbols: new Map(named.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))),
    citedBy: citing?.data.items ?? [],
  };
}

/** Lists links from a document. What it cites by number is a search; what it replaces, amends, corrects and is cited by is opened. */
export function linksOf(
  { organ, replaces = [], amends = [], corrects = [] }: OfficeDocument | IssuedDocument,
  data: unknown,
  { symbols, citedBy }: Related = NOTHING_RELATED,
): DocumentLink[] {
  const opened = (how: string, docIds: readonly string[]) =>
    docIds.map((docId) => ({
      how,
      text: symbols.get(docId) || 'Mở văn bản ấy',
      href: formatRoute({ view: 'document', organ, docId }),
    }));
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
    ...citedBy.map(({ organ: of, docId, typeName, symbol, subject }) => ({
      how: 'Được viện dẫn tại',
      text: `${typeName} số ${symbol} ${subject}`,
      href: formatRoute({ view: 'document', organ: of, docId }),
    })),
  ];
}
