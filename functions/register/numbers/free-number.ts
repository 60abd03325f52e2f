import { any, type Condition, isNew, ordered } from '../table/condition.ts';

/** Condition on a counter: the number is of a book from before ours began. */
export function belowStart(codeNumber: number): Condition {
  return ordered('start', '>', codeNumber);
}

/** Condition on a counter of a year that is over: what it did not give may be brought in. */
export function freeInPastYear(codeNumber: number): Condition {
  return any(isNew, belowStart(codeNumber), ordered('seq', '<', codeNumber));
}
