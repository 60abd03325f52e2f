import { CodedError } from '#base/coded-error.ts';
import type { FindingCode } from '#document/checking/finding-texts.ts';
import type { Finding } from '#document/checking/findings.ts';
import type { ProfileDifference } from '#document/frozen-document.ts';
import type { LocaliseCode } from '#localise/localise-finding.ts';

/** Every way in which a use case itself says no; the register and the store have their own lists. */
export const USE_CASE_ERROR_CODES = [
  /** None of the actor's roles allows the action. Params: `action`, `roles`. */
  'role-missing',
  /** Nothing by this id that the actor may see; also what another organ keeps to itself. */
  'not-found',
  /** Only the one who drafted it may save or submit it. */
  'not-drafter',
  /** The state does not allow the act. Params: `act`, `state`. */
  'wrong-state',
  /** The document has moved on since it was looked at. Params: `version`, `rev` that stand. */
  'stale',
  /** The document's data has errors: in `findings`, all of them. */
  'document-invalid',
  /** The data names another organ than the actor's. Params: `organ`, `own`. */
  'foreign-organ',
  /** Only the province itself lets its plan go down. Params: `province`, `provinceOrgan`, `own`, `organ`. */
  'not-the-province',
  /** A unit's plan that was issued by other means on a day to come. Params: `today`. */
  'bad-outside-day',
  /** A unit's plan has a number here already. Params: `code`. */
  'already-issued-here',
  /** The profile names no series for the type. Params: `typeName`. */
  'no-series',
  /** No profile of the organ is valid on the day. Params: `organ`, `on`. */
  'no-profile',
  /** The profile of the day gives other values than the frozen one; the document went back to its drafter: `differences`. */
  'profile-changed',
  /** A basis is younger than the day of issue: in `findings`. */
  'basis-after-issue',
  /** A recorded day is before the first day of its series. Params: `series`, `startsOn`, `issuedDate`. */
  'before-series',
  /** A recorded day is before the approval. Params: `issuedDate`, `approved`. */
  'before-approval',
  /** On paper the number is given after the signature was confirmed. */
  'signature-not-confirmed',
  /** The profile names nobody, or several, for the signature block. Params: `position`, `fullName`, `found`. */
  'no-approver',
  /** The signer's TUQ. paper does not cover the day (Điều 13.3). Params: `fullName`, `day`, `until`. */
  'authorisation-missing',
  /** A sending or a receipt on a day before the document's, or after today. Params: `day`, `issuedDate`, `today`. */
  'bad-sending-day',
  /** No organ here has the ids that recipients were given. Params: `recipients`, each with its id. */
  'no-such-recipients',
  /** Days of a list that are none, of another year, or there twice. Params: `rows`, `year`; 0: rows of an .xlsx. */
  'bad-working-days',
  /** Rows of a list of căn cứ that cannot be read. Params: `rows`; or more entries than a library holds: `limit`. */
  'bad-basis-list',
  /** It was never submitted, so there is no Phiếu trình. Params: `docId`. */
  'never-submitted',
  /** The office names nobody for a step before the signature. Params: `step`, `who`. */
  'step-holder-missing',
  /** A clerk sends back what was approved after saying that it was not signed on paper. */
  'unsigned-not-confirmed',
  /** The clerk confirmed another day than the server's own today. Params: `date`, `today`. */
  'date-differs',
  /** It is not an issued document of this organ and this type, so it cannot be replaced. Params: `docId`. */
  'cannot-replace',
  /** No issued document of an organ that names ours as its successor. */
  'not-a-predecessor',
  /** Only a year that is over is closed. Params: `year`. */
  'year-not-over',
  /** The files of a number can be made after all: it is not voided. */
  'number-usable',
  /** The actor does not belong to the organ that they want to act for, or has not taken the membership. */
  'not-a-member',
  /** A person of the organ itself is a member of it, no guest. */
  'own-home',
  /** Nobody who works signs in by this name. Params: `username`. */
  'no-such-login',
  /** A member of the organ has this id: a guest needs another one. */
  'id-of-member',
  /** A guest of the organ has this id: a member needs another one. */
  'id-of-guest',
  /** No colleague who works here has this id and a role for it. Params: `staffId`. */
  'no-such-colleague',
  /** The draft or step is with the one it is handed to already. */
  'already-theirs',
  'no-such-unit',
  /** Remarks are for who drafts, checks or signs the document. */
  'not-involved',
  /** The text has no such part, field or anchor. Params: `partId`. */
  'no-such-part',
  /** There is no data to copy. */
  'no-data',
  /** The bytes are no whole PDF. */
  'not-a-pdf',
  /** The PDF acts by itself, is encrypted, or cannot be looked into. Params: `hazards`, separated by spaces. */
  'pdf-unsafe',
  /** A sound document did not render: an alarm. No number was spent by it. */
  'render-failed',
  /** Another file stands where this one belongs: an alarm. Params: `key`. */
  'stored-file-differs',
  /** A stored blob that its schema refuses: an alarm. Params: `key`. */
  'broken-blob',
  /** A stored profile that its schema refuses: an alarm. Params: `organ`, `validFrom`. */
  'broken-profile',
  /** There is no number in what was asked. Params: `text`. */
  'no-number-in-query',
  /** A search for words has marks alone. */
  'no-words-in-query',
  /** A profile's data has errors: in `findings`. */
  'profile-invalid',
  /** Two profiles of the organ would be valid at once. Params: `validFrom`, `until`. */
  'profile-overlap',
  /** The first day is after the last, or the days are too far apart. Params: `from`, `to`. */
  'bad-period',
  /** Another start than 1 for a year to come. Params: `year`. */
  'start-of-future-year',
  /** The organ has no such series. Params: `series`, `known`. */
  'no-such-series',
  /** Neither the request nor the organ's profile says what a package goes out with. */
  'no-exchange-settings',
  /** A record without a file has nothing to be sent. Params: `symbol`. */
  'nothing-to-export',
  /** An admin keeps that role and stays active, until another admin changes it: an organ is never without one. */
  'own-admin',
  /** A password that is not taken. Params: `why` (`short`, `name`, `common`, `same`), `least`. */
  'password-refused',
  /** A one-time password only sets another: nobody signs in with it. */
  'password-must-change',
  /** An admin changes their own password with the one they have; others' they reset. */
  'own-reset',
  /** The code of the first admin is wrong, or there are people already. */
  'claim-refused',
  /** The directory has no such organ. Params: `organ`, `known`. */
  'no-such-organ',
  /** A person has as many drafts as one may have. Params: `limit`. */
  'too-many-drafts',
  /** A person announced as many uploads in a day as one may. Params: `limit`. */
  'too-many-uploads',
  /** No PDF copy is made of what a person brought. */
  'no-pdf-copy',
  /** The PDF copy is not made yet; it was asked for. */
  'pdf-not-ready',
  /** The file was tried and could not be converted: a table of some thousand rows takes longer than a function may. */
  'pdf-given-up',
  /** There is no LibreOffice on this machine. */
  'pdf-not-installed',
  /** The file could not be converted: an alarm. `cause` says why. */
  'pdf-failed',
  /** A list that cannot be read as a whole. Params: `fault`, or `why` of a list of units. */
  'list-unreadable',
  /** The Word file is none, is damaged, or is made to do harm. Params: `fault`, parameters of its sentence. */
  'word-unreadable',
  /** The file bears a secrecy mark. Params: `mark`. */
  'file-secret',
  /** A file that came back without a body to compare. */
  'returned-unclear',
  /** A superior's file without what its units cite, or without a body. Params: `lacks`. */
  'superior-unclear',
  /** More than is taken of the type. Params: `maxBytes`. */
  'upload-too-large',
  /** The bytes were not put in time. */
  'upload-expired',
  /** The bytes are not what was announced. */
  'upload-differs',
  /** The upload was announced, but its bytes have not come. */
  'upload-missing',
  /** An upload of another type than is wanted here. Params: `contentType`, `expected`. */
  'upload-unsuitable',
  /** Uploaded data that is no JSON, or has a key twice. Params: `line`, `column`, `why`. */
  'upload-not-json',
  /** More heavy work waits than is taken at once; it may be asked for again. */
  'overloaded',
  /** A file or document that needs more memory or time to read than one may take. */
  'too-heavy',
  /** A file that is not kept of a document that was brought in. Params: `fileName`, `fault`, `maxBytes`. */
  'file-unsuitable',
] as const;

/** See {@link USE_CASE_ERROR_CODES}. */
export type UseCaseErrorCode = (typeof USE_CASE_ERROR_CODES)[number];

/** A finding as a caller is told of it: of a document, or of a plan that goes down to units. */
export interface PublicFinding extends Omit<Finding, 'code'> {
  readonly code: FindingCode | LocaliseCode;
}

/** Details of an error beside its code. */
export interface UseCaseErrorDetails extends ErrorOptions {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly findings?: readonly PublicFinding[];
  readonly differences?: readonly ProfileDifference[];
}

/** The one error of the use cases: a code and parameters. The sentence is made from them in `functions/present/problems/texts/`. */
export class UseCaseError extends CodedError<UseCaseErrorCode> {
  override readonly name = 'UseCaseError';
  readonly params: Readonly<Record<string, string | number>>;
  readonly findings: readonly PublicFinding[];
  readonly differences: readonly ProfileDifference[];

  constructor(code: UseCaseErrorCode, details: UseCaseErrorDetails = {}) {
    super(code, details);
    this.params = details.params ?? {};
    this.findings = details.findings ?? [];
    this.differences = details.differences ?? [];
  }
}
