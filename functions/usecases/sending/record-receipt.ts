import { type IsoDate, vietnamDate } from '#document/dates.ts';
import type { DocumentItem } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { requireRole } from '../permissions.ts';
import { readForAct, type SeenVersion } from '../read-document.ts';
import { checkedDay } from './send-document.ts';

/** Receipt of a document by a recipient: the day (today if absent), who took it, what they said. */
export interface ReceiptInput {
  readonly docId: string;
  readonly seen: SeenVersion;
  readonly line: string;
  readonly day?: IsoDate | undefined;
  readonly by?: string | undefined;
  readonly note?: string | undefined;
}

/**
 * Records that a recipient has it (PL IV, column 9), or what they answered after it was withdrawn (Điều 18.4); a later one stands
 * for the one before. Throws `wrong-state`, `stale`, `not-found` for a line that is none, `bad-sending-day`.
 */
export async function recordReceipt(deps: Deps, actor: Actor, input: ReceiptInput): Promise<DocumentItem> {
  requireRole(actor, 'receipt');
  const { line, by, note } = input;
  const document = await readForAct(deps, actor, 'receipt', input);
  const at = deps.clock.now();
  return deps.register.recordReceipt({
    document,
    actor: actor.staffId,
    at,
    line,
    day: checkedDay(input.day, document, vietnamDate(at)),
    ...(by !== undefined && { by: by.normalize('NFC') }),
    ...(note !== undefined && { note: note.normalize('NFC') }),
  });
}
