import { z } from 'zod';
import { answer, api } from '../../api/client.ts';
import type { IssuedDocument, NumberedDocument, OfficeDocument } from '../../api/types.ts';
import { formatDay } from '../format.ts';
import { findNumber } from '../lists/find.ts';
import { formatRoute } from '../route.ts';
import type { Seen } from './act.ts';
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

type Linking = OfficeDocument | IssuedDocument;

const KIND_NAMES = { replaces: 'Thay thế', amends: 'Sửa đổi, bổ sung' } as const;
const BY_KIND = { replaces: 'Được thay thế bởi', amends: 'Được sửa đổi, bổ sung bởi' } as const;

/** Links between an organ and one that it took over. */
function acrossOrgans(
  names: Readonly<Record<keyof typeof KIND_NAMES, string>>,
  links: Linking['predecessorLinks'] = [],
): DocumentLink[] {
  return links.map(({ kind, organ, docId, symbol, issuedDate }) => ({
    how: names[kind],
    text: `${symbol} ngày ${formatDay(issuedDate)}`,
    href: formatRoute({ view: 'document', organ, docId }),
  }));
}

/** Lists links from a document. What it cites by number is a search; what it replaces, amends, corrects and is cited by is opened. */
export function linksOf(
  { organ, replaces = [], amends = [], corrects = [], predecessorLinks, successorLinks }: Linking,
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
    ...acrossOrgans(KIND_NAMES, predecessorLinks),
    ...acrossOrgans(BY_KIND, successorLinks),
    ...cited,
    ...citedBy.map(({ organ: of, docId, typeName, symbol, subject }) => ({
      how: 'Được viện dẫn tại',
      text: `${typeName} số ${symbol} ${subject}`,
      href: formatRoute({ view: 'document', organ: of, docId }),
    })),
  ];
}

/** Effect of a document on one of an organ that was taken over (Điều 18.3). */
export type LinkKind = 'replaces' | 'amends';

/** Document of an organ that was taken over, as one chooses it. */
export interface OldDocument {
  readonly organ: string;
  readonly docId: string;
  readonly text: string;
}

/** Finds the documents of other organs that bear a number. Two of them may share it: each is shown with its organ and day. */
export async function findOld(organ: string, number: string): Promise<readonly OldDocument[]> {
  return oldOnes(organ, (await findNumber(number)).items);
}

/** Of what was found, the documents of other organs. */
export function oldOnes(
  organ: string,
  found: readonly { readonly document: NumberedDocument['document'] }[],
): OldDocument[] {
  return found
    .filter(({ document }) => document.organ !== organ)
    .map(({ document: { organ: of, docId, symbol, issuedDate, organName, subject } }) => ({
      organ: of,
      docId,
      text: `${symbol} ngày ${issuedDate === undefined ? '—' : formatDay(issuedDate)}, ${organName}: ${subject}`,
    }));
}

/** Links a document with the one it replaces or amends. Throws `Problem`. */
export async function linkOld({ docId, etag }: Seen, old: OldDocument, kind: LinkKind): Promise<void> {
  const params = { path: { docId }, header: { 'If-Match': etag } };
  const body = { organ: old.organ, docId: old.docId, kind };
  await answer(api.POST('/documents/{docId}/predecessor-link', { params, body }));
}
