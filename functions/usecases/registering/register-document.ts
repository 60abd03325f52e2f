import { undefinedIfNotFound } from '#base/coded-error.ts';
import { DOCX, PDF } from '#base/content-types.ts';
import { sha256Hex } from '#base/node/hash.ts';
import { dateParts, type IsoDate, vietnamDate } from '#document/dates.ts';
import { issuingProfile } from '#document/issuing-profile.ts';
import { canonicalJson } from '#document/json/canonical-json.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { RegisterError } from '#register/model/register-error.ts';
import type { DocumentSummary } from '#register/model/types.ts';
import type { NumberedDocument } from '#register/register.ts';
import type { Actor } from '../actor.ts';
import { putBlob } from '../blobs.ts';
import type { Deps } from '../deps.ts';
import { legalOf } from '../files/legal-file.ts';
import { finishIssue } from '../issuing/finish-issue.ts';
import { requireRole } from '../permissions.ts';
import { readProfiles, requireProfile, startOf } from '../profiles.ts';
import { readUpload } from '../uploads/read-upload.ts';
import { requireSafeFile } from '../uploads/safe-file.ts';
import { UseCaseError } from '../use-case-error.ts';
import { requireOwnSeries, requireRecordedSeries } from './recorded-series.ts';
import { givenKey, type RegisteredDocument, readRegistered } from './registered-document.ts';
import { type RegisteredFactsInput, summariseRegistration } from './summarise-registration.ts';

/** A document that was drafted elsewhere, to be registered (Điều 4.2.b). */
export interface RegisterInput extends RegisteredFactsInput {
  /** One that the client chooses makes registering safe to repeat. */
  readonly docId?: string | undefined;
  /** One of the profile's series, where it is not the first of the type. */
  readonly series?: string | undefined;
  /** The number and the day that another system gave, where the series takes those. */
  readonly recorded?: { readonly codeNumber: number; readonly issuedDate: IsoDate } | undefined;
  /** A .docx or PDF that was uploaded. */
  readonly uploadId?: string | undefined;
  /** The clerk says that the file is a scan of the signed paper. */
  readonly isScan?: boolean | undefined;
  /** LƯU HÀNH NỘI BỘ, XEM XONG TRẢ LẠI, personal data: to those it was sent to alone. */
  readonly restricted?: boolean | undefined;
}

/**
 * Gives a document that was drafted elsewhere the next number of its series today, and keeps its file. It stands in the
 * book as ours do. Throws `document-invalid`, `no-profile`, `no-series`, `no-such-series`, what `requireSafeFile`,
 * `readUpload` and `Register.registerDocument` throw.
 */
export async function registerDocument(deps: Deps, actor: Actor, input: RegisterInput): Promise<NumberedDocument> {
  requireRole(actor, 'register');
  const { organ, staffId } = actor;
  const profiles = await readProfiles(deps, organ);
  const on = dayOf(deps, input);
  const profile = profileOf(requireProfile(profiles, organ, on), input.series);
  const { summary, type } = summariseRegistration(input, profile);
  if (input.recorded) {
    await requireRecordedSeries(deps, organ, profiles, { series: summary.series, year: dateParts(on).year, on });
  }
  const docId = input.docId ?? deps.newId();
  const standing = await sameRegistered(deps, organ, docId, summary);
  if (standing) return finishIssue(deps, standing, staffId);
  const file = input.uploadId === undefined ? undefined : await keepGiven(deps, actor, docId, input);
  const content: RegisteredDocument = {
    schema: 'RegisteredDocument@1',
    facts: summary,
    ...(type.symbolYear && { symbolYear: true }),
    ...(file && { file }),
  };
  const numbered = await deps.register.registerDocument({
    organ,
    docId,
    summary,
    frozen: await putBlob(deps, organ, docId, content),
    ...(!file && { noFile: true }),
    ...(input.restricted && { restricted: true }),
    ...(input.recorded && { recorded: input.recorded }),
    actor: staffId,
    clock: deps.clock,
    symbolYear: type.symbolYear,
    startOf: startOf(profiles, summary.series),
    checkIssueDay: (on) =>
      requireOwnSeries(deps, organ, profiles, { series: summary.series, year: dateParts(on).year, on }),
  });
  return finishIssue(deps, numbered, staffId);
}

/** The day of its number. Throws `bad-date` for one to come. */
function dayOf(deps: Deps, { recorded }: RegisterInput): IsoDate {
  const today = vietnamDate(deps.clock.now());
  if (!recorded) return today;
  const { issuedDate } = recorded;
  if (issuedDate > today) throw new RegisterError('bad-date', { issuedDate, year: dateParts(issuedDate).year });
  return issuedDate;
}

/** The document that was registered before with an id and this summary: its upload may be gone by now. */
async function sameRegistered(
  deps: Deps,
  organ: string,
  docId: string,
  summary: DocumentSummary,
): Promise<NumberedDocument | undefined> {
  const document = await deps.register.getDocument(organ, docId).catch(undefinedIfNotFound);
  if (!document?.registered) return undefined;
  const before = await readRegistered(deps, document);
  if (canonicalJson(before.facts) !== canonicalJson(summary)) throw new RegisterError('already-exists', { docId });
  return deps.register.getNumbered(organ, docId);
}

/** The organ, or its advisory body whose series it is. Throws `no-such-series`. */
function profileOf(profile: OrganProfile, series: string | undefined): OrganProfile {
  const issuing = issuingProfile(profile, series);
  if (issuing) return issuing;
  const known = profile.series.map(({ name }) => name).join(', ');
  throw new UseCaseError('no-such-series', { params: { series: series ?? '', known } });
}

/** Keeps the file where the outbox finds it, before the number that it is owed to. Throws as {@link requireSafeFile}. */
async function keepGiven(deps: Deps, actor: Actor, docId: string, { uploadId = '', isScan = false }: RegisterInput) {
  const upload = await readUpload(deps, actor, uploadId, [PDF, DOCX]);
  await requireSafeFile(deps, actor.organ, upload);
  const { bytes, contentType } = upload;
  const sha256 = sha256Hex(bytes);
  await deps.store.put(givenKey(actor.organ, docId, sha256), bytes, { contentType, ifAbsent: false, renews: true });
  return { sha256, size: bytes.byteLength, contentType, ...legalOf({ bytes, contentType }, isScan) };
}
