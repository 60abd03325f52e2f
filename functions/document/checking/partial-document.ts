import type { Level } from '../schemas/part.schema.ts';
import type { Table } from '../schemas/table.schema.ts';

/**
 * The same document with everything optional: what the rules of meaning look at, so that they run, and report, however
 * much the shape of the input is wrong. Places keep their index; a value of the wrong type is as good as absent.
 */
export interface PartialDocument {
  readonly schema?: string | undefined;
  readonly organ?: string | undefined;
  readonly series?: string | undefined;
  readonly issuer?: string | undefined;
  readonly subject?: string | undefined;
  readonly draftingUnit?: string | undefined;
  readonly opening?: string | undefined;
  readonly openingLead?: string | undefined;
  readonly preamble: readonly PartialText[];
  readonly subjectLines?: readonly string[] | undefined;
  readonly closing?: PartialText | undefined;
  readonly orientation?: string | undefined;
  readonly footAddress?: boolean | undefined;
  readonly bases: readonly PartialBasis[];
  readonly body: readonly PartialPart[];
  readonly recipients: readonly string[];
  /** Tells whether the data has a list of them, be it empty. */
  readonly recipientsGiven: boolean;
  readonly addressees: readonly string[];
  readonly archive: { readonly drafterMark?: string | undefined; readonly issuedAmount?: number | undefined };
  readonly signer: PartialSigner;
  readonly appendices: readonly PartialAppendix[];
}

/** Text of a paragraph in pieces. */
export type PartialText = ReadonlyArray<string | { readonly ref: string; readonly number: boolean }>;

/** A căn cứ whose fields may be missing. */
export interface PartialBasis {
  readonly verb?: string | undefined;
  readonly text?: string | undefined;
  readonly cites?: PartialCitation | undefined;
}

/** A citation whose fields may be missing. */
export interface PartialCitation {
  readonly typeName?: string | undefined;
  readonly code?: string | undefined;
  readonly issuedDate?: string | undefined;
  readonly organName?: string | undefined;
  readonly subject?: string | undefined;
}

/** A part whose fields may be missing. */
export interface PartialPart {
  readonly id?: string | undefined;
  readonly level?: Level | undefined;
  readonly title?: string | undefined;
  readonly runIn?: boolean | undefined;
  readonly text?: PartialText | undefined;
  readonly align?: string | undefined;
  readonly indent?: boolean | undefined;
  readonly table?: Table | undefined;
  readonly children: readonly PartialPart[];
}

/** An appendix whose fields may be missing. */
export interface PartialAppendix {
  readonly id?: string | undefined;
  readonly label?: string | undefined;
  readonly sameNumber?: boolean | undefined;
  readonly orientation?: string | undefined;
  readonly title?: string | undefined;
  readonly body: readonly PartialPart[];
}

/** A signer whose fields may be missing. */
export interface PartialSigner {
  readonly authority: ReadonlyArray<{ readonly prefix?: string | undefined; readonly position?: string | undefined }>;
  readonly otherPosition?: string | undefined;
  readonly fullName?: string | undefined;
}
