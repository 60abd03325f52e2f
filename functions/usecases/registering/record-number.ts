import { dateParts, type IsoDate, vietnamDate } from '#document/dates.ts';
import { findType } from '#document/type-table.ts';
import { RegisterError } from '#register/model/register-error.ts';
import type { DocumentItem } from '#register/model/types.ts';
import type { NumberedDocument } from '#register/register.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { readFront } from '../heavy/read-front.ts';
import { checkIssueDay } from '../issuing/check-issue-day.ts';
import { checkReplaced } from '../issuing/check-replaced.ts';
import { finishIssue } from '../issuing/finish-issue.ts';
import { requireRole } from '../permissions.ts';
import { readProfiles, requireProfile } from '../profiles.ts';
import { checkSeen, checkState, readOwnDocument, type SeenVersion } from '../read-document.ts';
import { UseCaseError } from '../use-case-error.ts';
import { requireRecordedSeries } from './recorded-series.ts';

/** A number that another system gave (most offices take theirs from the province's). */
export interface RecordInput {
  readonly docId: string;
  readonly seen: SeenVersion;
  readonly codeNumber: number;
  /** From the day of the approval to today. */
  readonly issuedDate: IsoDate;
}

/**
 * Records the number and the day that another system gave to an approved document, and keeps its files. Repeating it answers. Throws
 * `wrong-state`, `before-approval`, `bad-date`, `basis-after-issue`, `profile-changed`, `series-own`, and what `Register.recordNumber`
 * throws.
 */
export async function recordNumber(deps: Deps, actor: Actor, input: RecordInput): Promise<NumberedDocument> {
  requireRole(actor, 'record');
  const { organ, staffId } = actor;
  const { docId, seen, codeNumber, issuedDate } = input;
  const document = await readOwnDocument(deps, actor, docId);
  const profiles = await readProfiles(deps, organ);
  const { year } = dateParts(issuedDate);
  if (document.codeNumber === undefined) {
    checkState(document, 'record', actor);
    checkSeen(document, seen);
    await checkDay(deps, document, issuedDate);
    await requireRecordedSeries(deps, organ, profiles, { series: document.series, year, on: issuedDate });
    if (!document.registered) {
      await checkReplaced(deps, document);
      checkIssueDay(await readFront(deps, document), profiles, issuedDate);
    }
  }
  const { contentHash = '', typeCode } = document;
  const type = findType(typeCode, requireProfile(profiles, organ, issuedDate).types);
  const numbered = await deps.register.recordNumber({
    document,
    contentHash,
    year,
    codeNumber,
    issuedDate,
    symbolYear: type?.symbolYear,
    actor: staffId,
    at: deps.clock.now(),
  });
  return finishIssue(deps, numbered, staffId);
}

/** The day is not before the approval, and not after today. Throws `before-approval`, `bad-date`. */
async function checkDay(deps: Deps, { organ, docId }: DocumentItem, issuedDate: IsoDate): Promise<void> {
  const { year } = dateParts(issuedDate);
  if (issuedDate > vietnamDate(deps.clock.now())) throw new RegisterError('bad-date', { issuedDate, year });
  const events = await deps.register.listEvents(organ, docId);
  const approval = events.findLast(({ act }) => act === 'approve');
  const approved = approval && vietnamDate(new Date(approval.at));
  if (approved !== undefined && issuedDate < approved) {
    throw new UseCaseError('before-approval', { params: { issuedDate, approved } });
  }
}
