import { sha256Hex } from '#base/node/hash.ts';
import { dateParts, vietnamDate } from '#document/dates.ts';
import { canonicalJson } from '#document/json/canonical-json.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import type { BringInCommand } from '#register/commands/older-book-commands.ts';
import { RegisterError } from '#register/model/register-error.ts';
import type { NumberedDocument } from '#register/register.ts';
import { variantOf } from '#register/table/keys/row-keys.ts';
import type { Actor } from '../actor.ts';
import { putBlob, putContent } from '../blobs.ts';
import type { Deps } from '../deps.ts';
import { runHeavy, sourceSize } from '../heavy/heavy-work.ts';
import { type FileToStore, putIssuedFiles } from '../issuing/issued-files.ts';
import { requireRole } from '../permissions.ts';
import { readProfiles, requireProfile } from '../profiles.ts';
import { type DataOrUpload, draftSourceOf } from '../uploads/read-upload.ts';
import { commandOf, type OlderNumber } from './older-number.ts';
import { type PaperRecord, type PaperRecordBlob, summariseRecord } from './paper-record.ts';
import { nameOfScan, scanOf } from './scan-file.ts';

/** Data of a document, which its file is made from. */
export type DataContent = { readonly kind: 'data' } & DataOrUpload;

/** Record of a document on paper, with the file that was kept of it, if any. */
export interface RecordContent {
  readonly kind: 'record';
  readonly record: PaperRecord;
  readonly file?: FileToStore | { readonly uploadId: string } | undefined;
}

/** A document issued before, with the number and the day it has. */
export interface BringInInput extends OlderNumber {
  readonly content: DataContent | RecordContent;
}

/**
 * Brings a document that was issued before into the register, checked by the profile of its day, and marked. The same
 * content under the same number has the same id, so that repeating is safe.
 *
 * Throws `bad-date`, and as {@link bringInData} or {@link bringInRecord}.
 */
export async function bringInDocument(deps: Deps, actor: Actor, input: BringInInput): Promise<NumberedDocument> {
  requireRole(actor, 'bring-in');
  const { content, issuedDate } = input;
  if (issuedDate > vietnamDate(deps.clock.now())) {
    throw new RegisterError('bad-date', { issuedDate, year: dateParts(issuedDate).year });
  }
  const profiles = await readProfiles(deps, actor.organ);
  return content.kind === 'data'
    ? bringInData(deps, actor, profiles, input, content)
    : bringInRecord(deps, actor, profiles, input, content);
}

/**
 * Brings in a document with a file made from its data. Throws `foreign-organ`, `document-invalid`, `no-profile`, `render-failed`,
 * `bad-key` for a number of another kind than ours, and what `draftSourceOf` and `Register.bringIn` throw.
 */
async function bringInData(
  deps: Deps,
  actor: Actor,
  profiles: readonly OrganProfile[],
  number: OlderNumber,
  content: DataContent,
): Promise<NumberedDocument> {
  if ((number.codeSuffix ?? number.copy) !== undefined) throw new RegisterError('bad-key', { part: 'codeSuffix' });
  const { codeNumber, issuedDate: on } = number;
  const { organ } = actor;
  requireProfile(profiles, organ, on);
  const source = await draftSourceOf(deps, actor, content);
  const request = { organ, name: 'older-document', size: sourceSize(source) } as const;
  const input = { source, organ, profiles, on, codeNumber };
  const { summary, data, frozen, files } = await runHeavy(deps, request, async () => input);
  const command = await commandOf(deps, actor, profiles, number, { summary, contentHash: frozen.sha256 });
  const { docId } = command;
  return deps.register.bringIn({
    ...command,
    data: await putContent(deps, organ, docId, data),
    frozen: await putContent(deps, organ, docId, frozen),
    files: await putIssuedFiles(deps, ownerOf(command), files),
  });
}

/**
 * Brings in a record of a document on paper, with its file if there is one. Throws `no-profile`, `no-series`, and what `scanOf` and
 * `Register.bringIn` throw.
 */
async function bringInRecord(
  deps: Deps,
  actor: Actor,
  profiles: readonly OrganProfile[],
  number: OlderNumber,
  { record, file }: RecordContent,
): Promise<NumberedDocument> {
  const name = nameOfScan(record, number);
  const scan = file && 'uploadId' in file ? await scanOf(deps, actor, file, name) : file;
  const summary = summariseRecord(record, profiles, actor.organ, number.issuedDate);
  const kept = scan && blobOf(record, scan);
  const contentHash = hashOf(kept ?? { record });
  const command = await commandOf(deps, actor, profiles, number, { summary, contentHash });
  if (!scan) return deps.register.bringIn(command);
  await putBlob(deps, actor.organ, command.docId, kept);
  return deps.register.bringIn({ ...command, files: await putIssuedFiles(deps, ownerOf(command), [scan]) });
}

function hashOf(content: unknown): string {
  return sha256Hex(new TextEncoder().encode(canonicalJson(content)));
}

/** Content by which a record is known again: all its fields, and the bytes of its file. */
function blobOf(record: PaperRecord, { bytes }: FileToStore): PaperRecordBlob {
  return { schema: 'PaperRecord@1', record, file: sha256Hex(bytes) };
}

function ownerOf(command: BringInCommand & { readonly contentHash: string }) {
  const { organ, docId, contentHash, codeNumber, issuedDate } = command;
  return { organ, docId, contentHash, codeNumber, ...variantOf(command), issuedDate, broughtIn: true } as const;
}
