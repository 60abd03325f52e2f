import type { IsoDate } from '#document/dates.ts';
import type { Document } from '#document/document-types.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';

/** Number and day that the register gave. */
export interface Issuance {
  readonly number: number;
  readonly issuedDate: IsoDate;
  /** Moment of the organ's electronic signature; printed on an appendix in a file of its own (PL I, Mục III.1.d). */
  readonly signedAt?: Date | undefined;
}

/** All that a rendering depends on. The clock comes in as data: same input, same bytes. */
export interface RenderInput {
  /** A checked document. */
  readonly document: Document;
  /** The organ's profile on the document's day. */
  readonly profile: OrganProfile;
  /** Null for a draft: number and day are left blank. */
  readonly issuance: Issuance | null;
  /** The day a draft is rendered on; only its year is printed. */
  readonly on: IsoDate;
}

/** A file made of a document. */
export interface RenderedFile {
  readonly role: 'rendered' | 'appendix';
  /** `van-ban`, `phu-luc-1` …: stable within the document. */
  readonly fileId: string;
  /** ASCII: `35-KH-UBND.docx`. */
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}
