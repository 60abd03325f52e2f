import { hashOfNotes } from '#register/collaboration/notes.ts';
import type { AuditEvent, DocumentItem, Note, SendLine } from '#register/model/types.ts';
import { hashOfLines, sendingOf } from '#register/sending/send-lines.ts';

/** Compares sendings and receipts in the chain with the document and its lines. */
export function sendingDifferences(
  { sending, sent, sentTo }: DocumentItem,
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
  const ids = sendings.map(({ facts }) => facts['sending']);
  const days = sends.filter((line) => ids.includes(sendingOf(line))).map(({ day }) => day);
  const isFromDay = sent === undefined || days.every((day) => sent.firstDay <= day);
  const isOfDay = sent === undefined || days.length === 0 || days.includes(sent.firstDay);
  const isReceived = sends.filter((line) => ids.includes(sendingOf(line))).every((line) => isReceiptOf(line, events));
  if (!isSaid || !isKept || !isReceived || !isFromDay || !isOfDay || sendings.length > 0 !== (sending === 'sent'))
    return ['sending'];
  const organs = new Set(sends.filter((line) => ids.includes(sendingOf(line))).flatMap(({ organId }) => organId ?? []));
  // What was sent before organs were kept does not name them; what names them names them all.
  return sentTo === undefined || [...sentTo].sort().join() === [...organs].sort().join() ? [] : ['sentTo'];
}

/** Compares the receipt of a line with the last one in the chain. */
function isReceiptOf({ line, receipt, rev }: SendLine, events: readonly AuditEvent[]): boolean {
  const own = events.filter(({ act, facts }) => act === 'receipt' && facts['line'] === line);
  const last = own.at(-1);
  if (!last || !receipt) return !last && !receipt && rev === 1;
  const { day, by, note, recordedBy, recordedAt } = receipt;
  const { facts, actor, at } = last;
  const isSaid = day === facts['day'] && by === facts['by'] && note === facts['note'];
  return isSaid && recordedBy === actor && recordedAt === at && rev === own.length + 1;
}

/** Compares a document's steps and turn in the chain, from its last submitting on, with its own. */
export function stepDifferences(
  { state, route, step, holder, approverId }: DocumentItem,
  events: readonly AuditEvent[],
): string[] {
  const submitted = events.findLastIndex(({ act }) => act === 'submit');
  if (state === 'draft' || state === 'discarded' || submitted < 0) return [];
  const since = events.slice(submitted);
  // What was submitted before 0.2.0 has neither an approver nor a turn.
  if (since[0]?.facts['approverId'] === undefined) return [];
  const count = (act: AuditEvent['act']) => since.filter((event) => event.act === act).length;
  const isSaid = (step ?? 0) === count('pass') - count('step-back');
  const wayOf = (route ?? []).map(({ step: name, holder: who }) => `${name}:${who}`).join(' ');
  const isWay = wayOf === wayIn(since);
  return isSaid && isWay && holder === (route?.[step ?? 0]?.holder ?? approverId) ? [] : ['step'];
}

/** The way as it was submitted, with each step that was handed over since in its new hands. */
function wayIn(since: readonly AuditEvent[]): string {
  const way = String(since[0]?.facts['route'] ?? '').split(' ');
  let at = 0;
  for (const { act, facts } of since) {
    at += act === 'pass' ? 1 : act === 'step-back' ? -1 : 0;
    if (act === 'hand-over' && facts['step'] !== undefined) way[at] = `${facts['step']}:${facts['to']}`;
  }
  return way.join(' ');
}

/** Compares remarks in the chain, or in the document for its own version, with the kept ones. */
export function noteDifferences(
  { version, notesHash, notesCount }: DocumentItem,
  events: readonly AuditEvent[],
  notes: readonly Note[],
): string[] {
  const said = new Map<number, unknown>([[version, notesHash]]);
  for (const event of events) said.set(event.version - 1, event.facts['notesHash']);
  const versions = new Set([...said.keys(), ...notes.map((note) => note.version)]);
  const isKept = [...versions].every((one) => {
    return hashOfNotes(notes.filter((note) => note.version === one)) === said.get(one);
  });
  const count = notes.filter((note) => note.version === version).length;
  return isKept && (notesCount ?? 0) === count ? [] : ['notes'];
}

/** Compares links to predecessors' documents in the chain with those the document shows. */
export function linkDifferences({ predecessorLinks = [] }: DocumentItem, events: readonly AuditEvent[]): string[] {
  const linked = events.filter(({ act }) => act === 'link');
  const said = new Map(linked.map(({ facts }) => [`${facts['toOrgan']}/${facts['to']}`, facts['kind']]));
  const isSaid = predecessorLinks.every(({ organ, docId, kind }) => said.get(`${organ}/${docId}`) === kind);
  return isSaid && said.size === predecessorLinks.length ? [] : ['predecessorLinks'];
}
