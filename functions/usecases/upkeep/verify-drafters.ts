import type { AuditEvent, DocumentItem } from '#register/model/types.ts';
import type { DocumentHolding } from '#register/upkeep/holdings.ts';
import { NO_DRAFTER_YET } from '../read-document.ts';

/** Events and saves of a document that was drafted here. */
type Drafted = Pick<DocumentHolding, 'events' | 'saves'>;

/** Compares who drafts a document, and how often it was saved, with its events and saves. */
export function drafterDifferences(document: DocumentItem, { events, saves }: Drafted): string[] {
  const [first] = events;
  if (first?.act !== 'create') return [];
  const handed = events.filter(({ act, facts }) => act === 'hand-over' && facts['step'] === undefined);
  return [
    ...(isDrafter(document, first, handed, saves) ? [] : ['drafterId']),
    ...(coDraftersIn(events) === (document.coDrafters ?? []).join(' ') ? [] : ['coDrafters']),
    ...(areSavers(document, events, handed, saves) ? [] : ['savedBy']),
    ...(isRev(document, events, saves) ? [] : ['rev']),
  ];
}

/** A draft that came down from a superior is its first saver's. */
function isDrafter(
  { drafterId }: DocumentItem,
  { actor }: AuditEvent,
  handed: readonly AuditEvent[],
  saves: Drafted['saves'],
): boolean {
  const last = handed.at(-1)?.facts['to'];
  if (last !== undefined) return last === drafterId;
  return [actor, NO_DRAFTER_YET].includes(drafterId) || saves.some(({ by }) => by === drafterId);
}

/** Co-drafters as they were named last; who takes the draft over is none any more. */
function coDraftersIn(events: readonly AuditEvent[]): string {
  let named: string[] = [];
  for (const { act, facts } of events) {
    if (act === 'co-draft') named = String(facts['coDrafters']).split(' ').filter(Boolean);
    if (act === 'hand-over' && facts['step'] === undefined) named = named.filter((one) => one !== facts['to']);
  }
  return named.join(' ');
}

/** Drafters, and savers of a draft; a checker's or signer's change of a submitted text is told by its event. */
function areSavers(
  { drafterId, savedBy = [], rev }: DocumentItem,
  events: readonly AuditEvent[],
  handed: readonly AuditEvent[],
  saves: Drafted['saves'],
): boolean {
  const edited = events.filter(({ act }) => act === 'edit' || act === 'change-signer').map(({ facts }) => facts['rev']);
  const savers = saves.filter((save) => !edited.includes(save.rev)).map(({ by }) => by);
  const known = new Set([...savers, ...handed.map(({ facts }) => facts['from'])]);
  // Saves of before there were saves, and those beyond the newest 300, are not there to be asked.
  const isWhole = saves.length === rev - 1;
  return (
    savers.every((by) => by === drafterId || savedBy.includes(by)) && (!isWhole || savedBy.every((by) => known.has(by)))
  );
}

function isRev({ rev, state }: DocumentItem, events: readonly AuditEvent[], saves: Drafted['saves']): boolean {
  const frozen = events.findLast(({ act }) => act === 'submit' || act === 'edit' || act === 'change-signer');
  if (state !== 'draft' && state !== 'discarded') return (frozen?.facts['rev'] ?? rev) === rev;
  return saves.length === 0 || Math.max(...saves.map((save) => save.rev)) === rev;
}
