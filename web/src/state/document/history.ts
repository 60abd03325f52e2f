import type { HistoryEvent } from '../../api/types.ts';
import { formatMoment } from '../format.ts';

/** An event as a sentence: who did what, when, and why. */
export function historySentence(event: HistoryEvent, names: ReadonlyMap<string, string>): string {
  const who = names.get(event.actor) ?? event.actor;
  const { reason } = event.facts;
  return `${formatMoment(event.at)}: ${who} ${event.actName}${typeof reason === 'string' ? `, lý do: ${reason}` : ''}.`;
}
