import type { HistoryEvent } from '../../api/types.ts';
import { formatMoment } from '../format.ts';
import { actorLabel } from '../labels.ts';

/** An event as a sentence: who did what, when, and why. */
export function historySentence(event: HistoryEvent, names: ReadonlyMap<string, string>): string {
  const who = actorLabel(event.actor, names);
  const { reason } = event.facts;
  return `${formatMoment(event.at)}: ${who} ${event.actName}${typeof reason === 'string' ? `, lý do: ${reason}` : ''}.`;
}
