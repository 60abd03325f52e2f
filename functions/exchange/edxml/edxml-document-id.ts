import { sha256Hex } from '#base/node/hash.ts';
import type { ExchangeSettings } from '../exchange-settings.schema.ts';

/** Identity of a document in edXML. */
export interface EdxmlIdentity {
  readonly organ: string;
  readonly docId: string;
  readonly symbol: string;
  /** `yyyy-mm-dd`. */
  readonly issuedDate: string;
}

/** DocumentId as the settings want it; the same document always has the same. */
export function edxmlDocumentId(
  { organ, docId, symbol, issuedDate }: EdxmlIdentity,
  { organCode, documentId = 'composed' }: ExchangeSettings,
): string {
  return documentId === 'uuid' ? uuidOf(`${organ}/${docId}`) : `${organCode},${slashed(issuedDate)},${symbol}`;
}

/** A day, or a day and time, as edXML writes it: `2025/01/24 08:30:15`. */
export function slashed(date: string): string {
  return date.replaceAll('-', '/');
}

/** A UUID of version 8 (RFC 9562) out of a name. */
function uuidOf(name: string): string {
  const hex = sha256Hex(name);
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `${variant}${hex.slice(17, 20)}`];
  return [...parts, hex.slice(20, 32)].join('-');
}
