import { checkDocument, lookAtDraft } from '#document/checking/check-document.ts';
import type { Finding } from '#document/checking/findings.ts';
import type { IsoDate } from '#document/dates.ts';
import { isRestricted } from '#document/document-fields.ts';
import { freeze } from '#document/frozen-document.ts';
import type { Citation } from '#document/schemas/basis.schema.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import type { Signer } from '#document/schemas/signer.schema.ts';
import type { DocumentSummary } from '#register/model/types.ts';
import { findApprover } from '../approval/find-approver.ts';
import { type BlobContent, blobContent } from '../blob-content.ts';
import { type Checked, checkOrgan, requireSound } from '../drafting/require-sound.ts';
import { citesOf } from '../library/cites-of.ts';
import { summarise } from '../summarise-document.ts';
import { parseSent } from '../uploads/parse-sent.ts';
import { UseCaseError } from '../use-case-error.ts';
import type { Render, RenderedFile } from './render-port.ts';

/** Data of a draft: parsed, JSON that a person uploaded, or JSON of our own. */
export type DraftSource =
  | { readonly data: unknown }
  | { readonly sent: Uint8Array }
  | { readonly bytes: Uint8Array /** Another signature block than the stored one. */; readonly signer?: Signer };

/** A draft to check: its data, and what it is checked against. */
export interface CheckInput {
  readonly source: DraftSource;
  /** The organ that the data has to name. */
  readonly organ: string;
  readonly profiles: readonly OrganProfile[];
  readonly on: IsoDate;
  /** `show`: holes are warnings, as in a draft that is not ready. */
  readonly placeholders: 'refuse' | 'show';
  /** A draft whose author has not mended its errors yet: it is kept with them. */
  readonly withErrors?: boolean | undefined;
}

/** A draft that may be stored: its summary, its warnings, errors where they are kept, and the bytes to store. */
export interface CheckedDraft {
  readonly summary: DocumentSummary;
  readonly findings: readonly Finding[];
  readonly content: BlobContent;
}

/** A draft that may be submitted; its content is the frozen document. */
export interface FrozenDraft extends CheckedDraft {
  /** staffId of the one whom its signature block names. */
  readonly approverId: string;
  /** It goes to its own organ and those that it is sent to alone. */
  readonly restricted: boolean;
  /** Citations of its căn cứ. */
  readonly cites: readonly Citation[];
  /** The data that was frozen. */
  readonly data: BlobContent;
}

/** Checks a draft; its content is the data in NFC. Throws `foreign-organ`, `document-invalid`, `no-series`. */
export async function checkDraftTask(input: CheckInput): Promise<CheckedDraft> {
  const { data, document, profile, findings } = input.withErrors ? storable(input) : sound(input);
  return { summary: summarise(document, profile), findings, content: blobContent(data) };
}

/** Takes a draft with its errors; what is secret, or nobody can tell whose it is, is not stored at all. */
function storable({ source, organ, profiles, on }: CheckInput): Checked {
  const given = dataOfSource(source);
  checkOrgan(given, organ);
  const { data, shown, findings } = lookAtDraft(given, { profiles, on });
  if (!shown) throw new UseCaseError('document-invalid', { findings });
  const secrets = findings.filter(({ code }) => code === 'SECRET');
  if (secrets.length > 0) throw new UseCaseError('document-invalid', { findings: secrets });
  return { data, ...shown, findings };
}

/** Freezes a draft. Throws as {@link checkDraftTask}, `no-approver`, `authorisation-missing`. */
export async function freezeDraftTask(input: CheckInput): Promise<FrozenDraft> {
  const { data, document, profile, findings } = sound(input);
  return {
    summary: summarise(document, profile),
    findings,
    content: blobContent(freeze(document, profile, input.on)),
    approverId: findApprover(document, profile, input.on),
    restricted: isRestricted(document),
    cites: citesOf(document),
    data: blobContent(data),
  };
}

/** Renders the draft form: blanks for number and day. Throws as {@link checkDraftTask}. */
export async function previewDraftTask(input: CheckInput, render: Render): Promise<readonly RenderedFile[]> {
  const { document, profile } = sound(input);
  return render({ document, profile, issuance: null, on: input.on });
}

function sound({ source, organ, profiles, on, placeholders }: CheckInput) {
  const data = dataOfSource(source);
  checkOrgan(data, organ);
  return requireSound(checkDocument(data, { profiles, on, placeholders }));
}

/** Parses the data of a draft. Throws `upload-not-json`. */
export function dataOfSource(source: DraftSource): unknown {
  if ('data' in source) return source.data;
  if ('sent' in source) return parseSent(source.sent);
  const data = JSON.parse(new TextDecoder().decode(source.bytes));
  return source.signer ? { ...data, signer: source.signer } : data;
}
