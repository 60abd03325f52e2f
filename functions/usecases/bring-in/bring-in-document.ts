import { sha256Hex } from '#base/node/hash.ts';
import { checkDocument } from '#document/checking/check-document.ts';
import { foldNotation } from '#document/code-notation.ts';
import { dateParts, type IsoDate, vietnamDate } from '#document/dates.ts';
import { freeze } from '#document/frozen-document.ts';
import { issuingProfiles, mayBear } from '#document/issuing-profile.ts';
import { canonicalJson } from '#document/json/canonical-json.ts';
import { findOlderType, olderSeriesFor } from '#document/older-types.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import type { BringInCommand } from '#register/commands/older-book-commands.ts';
import { RegisterError } from '#register/model/register-error.ts';
import type { DocumentSummary } from '#register/model/types.ts';
import type { Found } from '#register/register.ts';
import { type NumberVariant, suffixKey, variantOf } from '#register/table/keys/row-keys.ts';
import type { Actor } from '../actor.ts';
import { putBlob } from '../blobs.ts';
import type { Deps } from '../deps.ts';
import { checkOrgan, requireSound } from '../drafting/require-sound.ts';
import { renderIssued } from '../issuing/finish-issue.ts';
import { putIssuedFiles } from '../issuing/issued-files.ts';
import { requireRole } from '../permissions.ts';
import { readProfiles, requireProfile, startOf } from '../profiles.ts';
import { summarise } from '../summarise-document.ts';
import { UseCaseError } from '../use-case-error.ts';
import {
  type ContentOrUpload,
  type ImportContent,
  type PaperRecord,
  type PaperRecordBlob,
  readContent,
} from './import-content.ts';

/** A document issued before, with the number and the day it has. */
export interface BringInInput {
  /** Without it the same content under the same number has the same id, so that repeating is safe. */
  readonly docId?: string | undefined;
  readonly codeNumber: number;
  /** As older books have them, with a record alone: 35a, and 2, 3 … for a number given more than once. */
  readonly codeSuffix?: string | undefined;
  readonly copy?: number | undefined;
  readonly issuedDate: IsoDate;
  /** Its data or its record; an upload may have the data, or the file of the record. */
  readonly content: ContentOrUpload;
}

/**
 * Brings a document that was issued before into the register, marked as such: checked by the profile that was valid on
 * its day, with a file made from its data, or as a record without one.
 *
 * Throws `foreign-organ`, `document-invalid`, `no-profile`, `no-series`, `render-failed`, and what `Register.bringIn` and `readContent`
 * throw.
 */
export async function bringInDocument(deps: Deps, actor: Actor, input: BringInInput): Promise<Found> {
  requireRole(actor, 'bring-in');
  const { codeNumber, issuedDate } = input;
  const { year } = dateParts(issuedDate);
  const today = vietnamDate(deps.clock.now());
  if (issuedDate > today) throw new RegisterError('bad-date', { issuedDate, year });
  const content = await readContent(deps, actor, input.content, { number: codeNumber, codeSuffix: input.codeSuffix });
  // A file that we make of data bears a number of our own kind.
  if ('data' in content && (input.codeSuffix ?? input.copy) !== undefined) {
    throw new RegisterError('bad-key', { part: 'codeSuffix' });
  }
  const profiles = await readProfiles(deps, actor.organ);
  const summary = 'data' in content ? undefined : summariseRecord(content.record, profiles, actor.organ, issuedDate);
  const sound = 'data' in content ? soundData(content.data, profiles, actor, issuedDate) : undefined;
  const known = summary ?? (sound && summarise(sound.document, sound.profile));
  if (!known) throw new UseCaseError('document-invalid');

  const frozen = sound && freeze(sound.document, sound.profile, issuedDate);
  const contentHash = sha256Hex(new TextEncoder().encode(canonicalJson(frozen ?? hashedContent(content))));
  const variant = variantOf(input);
  const { codeSuffix = '', copy } = variant;
  const name = `${codeNumber}${suffixKey(codeSuffix)}${copy === undefined ? '' : `-${copy}`}`;
  const docId = input.docId ?? `bi-${year}-${known.series}-${name}-${contentHash.slice(0, 8)}`;
  const { series } = known;
  await checkNumberAvailable(deps, actor.organ, profiles, { docId, series, codeNumber, issuedDate, ...variant });

  const { organ, staffId } = actor;
  const command: BringInCommand = {
    organ,
    docId,
    summary: known,
    year,
    codeNumber,
    ...variant,
    symbolYear: findOlderType(known.typeCode)?.symbolYear,
    issuedDate,
    files: [],
    contentHash,
    actor: staffId,
    at: deps.clock.now(),
    startOf: startOf(profiles, known.series),
  };
  const owner = { organ, docId, contentHash, codeNumber, ...variant, issuedDate, broughtIn: true } as const;
  if (!sound || !frozen) {
    if (!('file' in content) || !content.file) return deps.register.bringIn(command);
    await putBlob(deps, organ, docId, hashedContent(content));
    const kept = await putIssuedFiles(deps, owner, [content.file]);
    return deps.register.bringIn({ ...command, files: kept });
  }
  const files = await renderIssued(deps, frozen, { number: codeNumber, issuedDate });
  return deps.register.bringIn({
    ...command,
    data: await putBlob(deps, organ, docId, sound.data),
    frozen: await putBlob(deps, organ, docId, frozen),
    files: await putIssuedFiles(deps, owner, files),
  });
}

/** Content by which a record is known again: all its fields, and the bytes of its file. */
function hashedContent(content: ImportContent): unknown {
  if (!('record' in content) || !content.file) return content;
  const { record, file } = content;
  return { schema: 'PaperRecord@1', record, file: sha256Hex(file.bytes) } satisfies PaperRecordBlob;
}

function soundData(data: unknown, profiles: readonly OrganProfile[], actor: Actor, on: IsoDate) {
  checkOrgan(data, actor.organ);
  requireProfile(profiles, actor.organ, on);
  return requireSound(checkDocument(data, { profiles, on }));
}

/** Summary of a paper record, for lists and the book. Throws `no-profile`, `no-series`. */
export function summariseRecord(
  record: PaperRecord,
  profiles: readonly OrganProfile[],
  organ: string,
  on: IsoDate,
): DocumentSummary {
  const notation = foldNotation(record.codeNotation);
  const issuers = issuingProfiles(requireProfile(profiles, organ, on));
  const profile = issuers.find((one) => mayBear(record.typeCode, one, notation)) ?? issuers[0];
  const type = findOlderType(record.typeCode, profile?.types);
  if (!profile || !type) throw new UseCaseError('no-series', { params: { typeName: record.typeCode } });
  const { typeCode, codeNotation, subject, signerInfo, to = [], archivedAt, issuedAmount } = record;
  return {
    typeCode,
    typeName: type.typeName,
    organName: profile.name,
    codeNotation: codeNotation.normalize('NFC'),
    series: olderSeriesFor(profile, typeCode),
    subject: subject.normalize('NFC'),
    to: to.map((line) => line.normalize('NFC')),
    ...(signerInfo && { signerInfo }),
    ...(archivedAt !== undefined && { archivedAt: archivedAt.normalize('NFC') }),
    ...(issuedAmount !== undefined && { issuedAmount }),
  };
}

/** Number and series of a document from an older book. */
export interface ImportNumber extends NumberVariant {
  /** The document that may have it already. */
  readonly docId?: string;
  readonly series: string;
  readonly codeNumber: number;
  readonly issuedDate: IsoDate;
}

/**
 * Says no before any file is kept: a file that belongs to no row would stay for ever. Throws `duplicate-number`,
 * `number-blank`, `series-closed`, `number-not-below-start`.
 */
export async function checkNumberAvailable(
  deps: Deps,
  organ: string,
  profiles: readonly OrganProfile[],
  number: ImportNumber,
): Promise<void> {
  const { docId, series, codeNumber, issuedDate } = number;
  const { year } = dateParts(issuedDate);
  const taken = await deps.register.findInOwnSeries(organ, year, series, codeNumber, variantOf(number));
  if (taken && taken.row.docId !== docId) {
    throw new RegisterError('duplicate-number', { docId: taken.row.docId, symbol: taken.row.symbol });
  }
  if (taken) return;
  const blank = await deps.register.getBlank({ organ, year, series, codeNumber, ...variantOf(number) });
  if (blank) throw new RegisterError('number-blank', { symbol: blank.symbol, kind: blank.kind });
  const counter = await deps.register.getSeries(organ, year, series);
  if (counter?.open === false) throw new RegisterError('series-closed', { year, series });
  if (year < dateParts(vietnamDate(deps.clock.now())).year) return;
  const start = counter?.start ?? startOf(profiles, series)(year);
  if (codeNumber >= start) throw new RegisterError('number-not-below-start', { start });
}
