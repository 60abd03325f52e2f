import type { Document } from './document-types.ts';
import type { Basis } from './schemas/basis.schema.ts';

/** Lists the addressees of a document (ô 9a); none where its type has no "Kính gửi". */
export function addresseesOf(document: Document): readonly string[] {
  return 'addressees' in document ? document.addressees : [];
}

/** Tells whether a document goes to its own organ and those it was sent to alone: by its circulation, or for personal data. */
export function isRestricted({ circulation, personalData }: Document): boolean {
  return circulation !== undefined || personalData === true;
}

/** The căn cứ of a document; none where its type has none. */
export function basesOf(document: Document): readonly Basis[] {
  return ('bases' in document && document.bases) || [];
}
