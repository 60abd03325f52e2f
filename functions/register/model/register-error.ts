import { CodedError } from '#base/coded-error.ts';

/** Every way in which the register says no. The sentence a person reads is made from it elsewhere. */
export const REGISTER_ERROR_CODES = [
  /** No such document, row or series in this organ. */
  'not-found',
  /** A document with this id exists with other content. */
  'already-exists',
  /** The state does not allow the act. Params: `act`, `state`. */
  'wrong-state',
  /** The item was changed since it was read. Params: `version`, `rev` that stand, as far as it has them. */
  'stale',
  /** The frozen content is not the one that the caller saw. Params: `contentHash`. */
  'content-conflict',
  /** It was looked at already, so it is asked back and not taken back. Params: `openedBy`, `openedAt`. */
  'already-opened',
  /** It is another's turn. */
  'not-holder',
  /** It has no step before the signature to pass: it waits for its signer. */
  'no-step',
  /** It is at its first step: there is none before. */
  'no-step-before',
  /** Not all steps before the signature have passed it. */
  'steps-not-passed',
  /** It bears another's name: who that is approves it. Params: `fullName`. */
  'not-approver',
  /** A signer may not approve their own draft. */
  'own-draft',
  /** The series takes no numbers. Params: `year`, `series`. */
  'series-closed',
  /** A series has its first number, or one brought in at or above the new start. Params: `start`; `seq` or `broughtIn`. */
  'series-started',
  /** A restored series whose last number nobody has said yet. Params: `year`, `series`, `since`, `next`. */
  'series-in-doubt',
  /** Confirming: the series has a number beyond it, or a mark says so. Params: `last`. */
  'last-number-below',
  /** The series has a day after today. Params: `today`, `lastIssuedOn`. */
  'clock-wrong',
  /** The machine's clock leapt and nobody has accepted it: no number is given. Params: `from`, `to`. */
  'clock-jumped',
  /** Too many at once; nothing was given, repeating is safe. Params: `retryAfterSeconds`. */
  'busy',
  /** In this year the symbol has its numbers from another series. Params: `notation`, `series`, `other`. */
  'symbol-elsewhere',
  /** The series takes the numbers that another system gives. Params: `year`, `series`. */
  'series-recorded',
  /** The series gives its numbers itself. Params: `year`, `series`. */
  'series-own',
  /** A neighbouring number has a day on the wrong side. Params: `issuedDate`; `symbol` and `day` of the neighbour. */
  'day-out-of-order',
  /** Its number was given here: it is not struck. Params: `docId`. */
  'not-recorded',
  /** The next number has a row already: the register is damaged, an alarm. Params: `codeNumber`. */
  'number-taken',
  /** Bringing in: the number has a row. Params: `docId` of the one that has it. */
  'duplicate-number',
  /** Bringing in: the older book has the number without a document. Params: `symbol`, `kind` (`cancelled`, `empty`). */
  'number-blank',
  /** Bringing in: the number belongs to our own series. Params: `start`. */
  'number-not-below-start',
  /** Bringing in: the day is not in the year of the series, or not in the past. Params: `issuedDate`, `year`. */
  'bad-date',
  /** Closing a year: a number of it has no files yet. Params: `symbol`, `docId`. */
  'unfinished',
  /** It was sent: it is withdrawn, replaced or amended, but neither voided nor struck. */
  'already-sent',
  /** Nobody knows whether it was sent, so its number is not voided. */
  'sending-unknown',
  /** A package for others was made of it, so its number is not voided. Params: `exportedAt`. */
  'already-exported',
  /** Nobody asked that its number be voided. */
  'void-not-asked',
  /** Its number is to be voided: it is not sent before that is dropped. */
  'void-asked',
  /** Another person than the one who asked consents. */
  'own-request',
  /** The amending document is not an issued one of the same organ and type (Điều 18.3). Params: `docId`, `typeName`. */
  'not-an-amendment',
  /** No file that a person brought, or one that was replaced already. Params: `docId`. */
  'not-replaceable',
  /** It has a signed file already. */
  'signed-already',
  /** It has a file of its own, or was not brought in: a scan is of a paper record without one. */
  'has-file',
  /** The correcting document is not an issued công văn of the same organ (Điều 18.3). Params: `docId`. */
  'not-a-correction',
  /** The document is issued with other files. */
  'files-differ',
  /** The sign-in name is another member's. Params: `username`. */
  'login-taken',
  /** A member keeps the sign-in name they have. Params: `username`. */
  'login-fixed',
  /** The guest of this id is of another organ. Params: `staffId`. */
  'guest-of-another',
  /** The system itself stands in records under this id. Params: `id`. */
  'reserved-id',
  /** Fields of a member are longer than a member has, or of another form. Params: `fields`. */
  'bad-member',
  /** Nobody remarks on what was approved. Params: `state`. */
  'not-remarkable',
  /** A version has as many remarks as it may. Params: `limit`. */
  'too-many-notes',
  /** A cursor that this list did not hand out. */
  'bad-cursor',
  /** A part of a key that is no server id, or a number out of range. Params: `part`. */
  'bad-key',
  /** A stored item that its schema refuses: an alarm. Params: `schema`, `path`. */
  'broken-item',
  /** The register is older than numbers that were answered: none is given. An alarm. */
  'register-behind',
  /** The register file was removed or replaced while it was open: nothing is written. An alarm. */
  'register-gone',
  /** The disk is full or read-only; nothing was lost, and it goes on by itself when there is room. */
  'no-space',
  /** The table does not answer; the outcome is unknown, repeating is safe. */
  'unavailable',
] as const;

/** See {@link REGISTER_ERROR_CODES}. */
export type RegisterErrorCode = (typeof REGISTER_ERROR_CODES)[number];

/** Parameters of a register error. */
export type RegisterErrorParams = Readonly<Record<string, string | number | boolean>>;

/** The one error of the register: a code and parameters, no sentence. `cause` is the client's error, for operators. */
export class RegisterError extends CodedError<RegisterErrorCode> {
  override readonly name = 'RegisterError';
  readonly params: RegisterErrorParams;

  constructor(code: RegisterErrorCode, params: RegisterErrorParams = {}, options?: ErrorOptions) {
    super(code, options);
    this.params = params;
  }
}
