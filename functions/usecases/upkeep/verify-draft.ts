import { z } from 'zod';
import { documentTypes } from '#document/document-types.ts';
import { canonicalJson } from '#document/json/canonical-json.ts';
import type { DocumentItem } from '#register/model/types.ts';
import type { DocumentHolding } from '#register/upkeep/holdings.ts';
import type { Store } from '#store/store.ts';
import { summariseText } from '../summarise-document.ts';
import { bytesIfWhole } from './whole-blob.ts';

const dataSchema = z.discriminatedUnion('schema', [documentTypes.KeHoach.schema, documentTypes.CongVan.schema]);

/**
 * Derives what a draft's lists show from its saved data, and compares the data's place with the last save. What follows from the
 * organ's profile is left out: the profile may have been corrected since the save.
 */
export async function draftDifferences(
  store: Store,
  document: DocumentItem,
  { events, saves }: Pick<DocumentHolding, 'events' | 'saves'>,
): Promise<string[]> {
  const { organ, docId, rev, data, state } = document;
  if (!data) return events[0]?.act === 'create' ? ['data'] : [];
  const created = events[0]?.act === 'create' && rev === 1 ? events[0].facts['data'] : undefined;
  const saved = saves.find((save) => save.rev === rev)?.sha256 ?? created;
  const isOwn = data.key === `drafts/${organ}/${docId}/${data.sha256}.json`;
  const isLast = saved === undefined || saved === data.sha256;
  const bytes = await bytesIfWhole(store, data);
  const isThere = bytes !== undefined && bytes.byteLength === data.size;
  const isDraft = state === 'draft' || state === 'discarded';
  return [
    ...(isOwn && isLast && (isThere || state === 'discarded') ? [] : ['data']),
    ...(isDraft && bytes ? summaryDifferences(bytes, document) : []),
  ];
}

/** Data that rules of today do not read says nothing. */
function summaryDifferences(bytes: Uint8Array, document: DocumentItem): string[] {
  const parsed = dataSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data;
  if (!parsed) return [];
  const text = summariseText(parsed);
  const { typeCode, typeName, subject, to, archivedAt, urgency, issuedAmount } = document;
  const stored: Readonly<Record<string, unknown>> = {
    typeCode,
    typeName,
    subject,
    to,
    archivedAt,
    urgency,
    issuedAmount,
  };
  const wanted = new Map<string, unknown>(Object.entries(text));
  return Object.keys(stored).filter((name) => textOf(stored[name]) !== textOf(wanted.get(name)));
}

function textOf(value: unknown): string {
  return value === undefined ? '' : canonicalJson(value);
}
