import type { AuditEvent, DocumentItem, SendLine } from '#register/model/types.ts';
import { hashOfLines, sendingOf } from '#register/sending/send-lines.ts';

/** What the chain says of sendings and receipts, against what the document and its lines say. */
export function sendingDifferences(
  { sending, sent }: DocumentItem,
  events: readonly AuditEvent[],
  sends: readonly SendLine[],
): string[] {
  const sendings = events.filter(({ act }) => act === 'send');
  const lines = sendings.reduce((sum, { facts }) => sum + Number(facts['lines']), 0);
  const received = new Set(events.filter(({ act }) => act === 'receipt').map(({ facts }) => facts['line']));
  const isSaid = (sent?.lines ?? 0) === lines && (sent?.received ?? 0) === received.size;
  const isKept = sendings.every(({ facts }) => {
    const own = sends.filter((line) => sendingOf(line) === facts['sending']);
    return hashOfLines(own) === facts['linesHash'];
  });
  return isSaid && isKept && sendings.length > 0 === (sending === 'sent') ? [] : ['sending'];
}
