import type { IsoDate } from '#document/dates.ts';
import type { Document } from '#document/document-types.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';

/** Input of rendering: a document, its profile and, once given, its number and day. */
export interface RenderRequest {
  readonly document: Document;
  readonly profile: OrganProfile;
  /** Null: the draft form, with blanks for number and day. */
  readonly issuance: { readonly number: number; readonly issuedDate: IsoDate; readonly signedAt?: Date } | null;
  /** Gives a draft its year. */
  readonly on: IsoDate;
}

/** A rendered file: the document, or an appendix in a file of its own. */
export interface RenderedFile {
  readonly role: 'rendered' | 'appendix';
  /** Server id, last part of its key. */
  readonly fileId: string;
  /** Name of a download: `35-KH-UBND.docx`. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

/** Rendering; the same request gives the same bytes. */
export type Render = (request: RenderRequest) => Promise<readonly RenderedFile[]>;
