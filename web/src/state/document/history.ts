import type { HistoryEvent } from '../../api/types.ts';
import { formatMoment } from '../format.ts';

/** An event as a sentence: who did what, when, and why. */
export function historySentence(event: HistoryEvent, names: ReadonlyMap<string, string>): string {
  const who = names.get(event.actor) ?? event.actor;
  const { reason } = event.facts;
  return `${formatMoment(event.at)}: ${who} ${event.actName}${typeof reason === 'string' ? `, lý do: ${reason}` : ''}.`;
}

const KEY = 'banhanh-reasons';
const MAX_KEPT = 8;

/** Reasons that were given on this machine, the last first. */
export function usedReasons(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

/** Keeps a reason, to be offered the next time. */
export function keepReason(reason: string): void {
  const others = usedReasons().filter((one) => one !== reason);
  localStorage.setItem(KEY, JSON.stringify([reason, ...others].slice(0, MAX_KEPT)));
}
