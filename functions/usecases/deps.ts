import type { IsoDate } from '#document/dates.ts';
import type { Document } from '#document/document-types.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import type { IssueClock } from '#register/model/issue-clock.ts';
import type { Register } from '#register/register.ts';
import type { Store } from '#store/store.ts';
import type { RunHeavy } from './heavy/heavy-work.ts';

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

/** Dependencies of every use case; wired once per program. */
export interface Deps {
  readonly register: Register;
  readonly store: Store;
  readonly render: Render;
  /** Threads for heavy work; without them (Lambda) it runs in place. */
  readonly heavy?: RunHeavy;
  /** The marks of numbers have no copy outside this machine: clerks compare last numbers with the paper book. */
  readonly isMarkInside?: boolean;
  /** The calendar: `now()` dates every document and event. */
  readonly clock: IssueClock;
  /** A new server id: `a-z 0-9 -`. */
  newId(): string;
}
