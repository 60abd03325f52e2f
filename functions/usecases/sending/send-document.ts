import { type IsoDate, vietnamDate } from '#document/dates.ts';
import type { DocumentItem, Recipient } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { requireRole } from '../permissions.ts';
import { checkSeen, checkState, isNextOf, readOwnDocument, type SeenVersion } from '../read-document.ts';
import { UseCaseError } from '../use-case-error.ts';
import { checkRecipients } from './check-recipients.ts';

/** Recipients of one sending, and its day: today if absent. */
export interface SendInput {
  readonly docId: string;
  readonly seen: SeenVersion;
  readonly day?: IsoDate | undefined;
  readonly recipients: readonly Recipient[];
}

/**
 * Records that an issued document goes out (Phát hành, Điều 18.1), to all recipients of one act; others may follow in another.
 * From the first one on other organs see it. Repeating it answers the same. Throws `wrong-state`, `stale`, `bad-sending-day`,
 * `no-such-recipients`.
 */
export async function sendDocument(deps: Deps, actor: Actor, input: SendInput): Promise<DocumentItem> {
  requireRole(actor, 'send');
  const { docId, seen, recipients } = input;
  const document = await readOwnDocument(deps, actor, docId);
  if (document.sending === 'sent' && isNextOf(document, seen) && (await isSent(deps, document, recipients))) {
    return document;
  }
  checkState(document, 'send', actor);
  checkSeen(document, seen);
  const at = deps.clock.now();
  const day = checkedDay(input.day, document, vietnamDate(at));
  await checkRecipients(deps, recipients);
  return deps.register.sendDocument({ document, actor: actor.staffId, at, day, recipients });
}

/** A day between the document's and today. Throws `bad-sending-day`. */
export function checkedDay(day: IsoDate | undefined, { issuedDate = '' }: DocumentItem, today: IsoDate): IsoDate {
  if (day === undefined) return today;
  if (issuedDate <= day && day <= today) return day;
  throw new UseCaseError('bad-sending-day', { params: { day, issuedDate, today } });
}

/** Tells whether the last act on a document was the sending to just these recipients. */
async function isSent(deps: Deps, { organ, docId }: DocumentItem, recipients: readonly Recipient[]): Promise<boolean> {
  const last = (await deps.register.listEvents(organ, docId)).at(-1);
  if (last?.act !== 'send') return false;
  const lines = (await deps.register.listSends(organ, docId)).filter(({ line }) =>
    line.startsWith(`${last.facts['sending']}-`),
  );
  const said = ({ name, organId, way, copies }: Recipient) => JSON.stringify([name, organId, way, copies]);
  return lines.map(said).join() === recipients.map(said).join();
}
