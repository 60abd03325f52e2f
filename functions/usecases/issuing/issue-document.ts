import { dateParts, vietnamDate } from '#document/dates.ts';
import { type ProfileDifference, returnReason } from '#document/frozen-document.ts';
import type { DocumentItem } from '#register/model/types.ts';
import type { NumberedDocument } from '#register/register.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { readFront } from '../heavy/read-front.ts';
import { requireRole } from '../permissions.ts';
import { readProfiles, startOf } from '../profiles.ts';
import { checkSeen, checkState, readOwnDocument, type SeenVersion } from '../read-document.ts';
import { requireOwnSeries } from '../registering/recorded-series.ts';
import { UseCaseError } from '../use-case-error.ts';
import { checkIssueDay } from './check-issue-day.ts';
import { checkReplaced } from './check-replaced.ts';
import { finishIssue, renderIssued } from './finish-issue.ts';

/** An approved document, and what the clerk confirms of it. */
export interface IssueInput {
  readonly docId: string;
  readonly seen: SeenVersion;
  /** On paper: compared with the text that was approved, and signed. */
  readonly signatureConfirmed?: boolean | undefined;
  /** Pages of the paper that was compared. */
  readonly pages?: number | undefined;
  /** Day that the clerk saw and confirms, `yyyy-mm-dd`: no other is printed. */
  readonly date?: string | undefined;
}

/**
 * Gives an approved document its number and day, keeps its files and issues it (Điều 15). A trial rendering comes first, so
 * that a document that cannot be rendered spends no number. Repeating it answers the number that the document has.
 *
 * Throws `wrong-state`, `authorisation-missing`, `signature-not-confirmed`, `date-differs`, `render-failed`, `no-profile`, `basis-after-issue`, `cannot-replace`, what
 * `Register.issueNumber` throws; and `profile-changed`, after it has returned the document to its drafter.
 */
export async function issueDocument(deps: Deps, actor: Actor, input: IssueInput): Promise<NumberedDocument> {
  requireRole(actor, 'issue');
  const { organ, staffId } = actor;
  const document = await readOwnDocument(deps, actor, input.docId);
  if (document.codeNumber !== undefined) {
    return finishIssue(deps, await deps.register.getNumbered(organ, input.docId), staffId);
  }
  checkState(document, 'number', actor);
  checkSeen(document, input.seen);
  await checkReplaced(deps, document);
  const frozen = await readFront(deps, document);
  if (frozen.document.medium !== 'electronic' && !input.signatureConfirmed) {
    throw new UseCaseError('signature-not-confirmed');
  }
  const signedAt = deps.clock.now();
  await renderIssued(deps, frozen, { number: 1, issuedDate: vietnamDate(signedAt), signedAt }, document);

  const profiles = await readProfiles(deps, organ);
  const { series, contentHash = '' } = document;
  try {
    const numbered = await deps.register.issueNumber({
      document,
      contentHash,
      actor: staffId,
      clock: deps.clock,
      startOf: startOf(profiles, series),
      checkIssueDay: async (day) => {
        if (input.date !== undefined && input.date !== day) {
          throw new UseCaseError('date-differs', { params: { date: input.date, today: day } });
        }
        checkIssueDay(frozen, profiles, day);
        await requireOwnSeries(deps, organ, profiles, { series, year: dateParts(day).year, on: day });
      },
      ...(input.signatureConfirmed && { details: { signatureConfirmed: true, ...pagesOf(input) } }),
      ...(input.pages !== undefined && { paperPages: input.pages }),
    });
    // Who gave it its number meanwhile may have given it to other content.
    return await finishIssue(deps, numbered, staffId, numbered.repeated ? undefined : frozen);
  } catch (error) {
    if (error instanceof UseCaseError && error.code === 'profile-changed') {
      await returnToDrafter(deps, actor, document, error.differences);
    }
    throw error;
  }
}

function pagesOf({ pages }: IssueInput): { readonly pages?: number } {
  return pages === undefined ? {} : { pages };
}

function returnToDrafter(
  deps: Deps,
  { staffId }: Actor,
  document: DocumentItem,
  differences: readonly ProfileDifference[],
): Promise<DocumentItem> {
  const reason = returnReason(differences);
  return deps.register.returnDocument({ document, actor: staffId, at: deps.clock.now(), reason });
}
