import type { HistoryEvent, OfficeDocument, Person } from '../../api/types.ts';
import { formatMoment } from '../format.ts';

/** A step before the signature, with who takes it (Điều 12). */
export type RouteStep = NonNullable<OfficeDocument['route']>[number];

/** Steps as people read them. */
export const STEP_LABELS: Readonly<Record<RouteStep['step'], string>> = {
  content: 'Kiểm tra nội dung',
  form: 'Kiểm tra thể thức',
  'before-signing': 'Xem trước khi ký',
};

/** From a day to a day, both included, another stands in for someone. */
export interface Absence {
  readonly staffId: string;
  readonly from: string;
  readonly to: string;
  readonly deputy: string;
}

/** A step of a document's way as its card shows it. */
export interface StepLine {
  readonly label: string;
  /** staffId. */
  readonly holder: string;
  readonly standing: 'passed' | 'now' | 'waiting';
  /** `09:05 ngày 16/03/2026`; null where it was not passed. */
  readonly at: string | null;
  /** The text was changed after this step passed it. */
  readonly sawEarlierText: boolean;
}

interface OnItsWay {
  readonly state: OfficeDocument['state'];
  readonly route?: OfficeDocument['route'] | undefined;
  readonly step?: number | undefined;
}

/** The step that a submitted document is at; undefined where it waits for its signer, or where its office has no steps. */
export function currentStep({ state, route = [], step = 0 }: OnItsWay): RouteStep | undefined {
  return state === 'submitted' ? route[step] : undefined;
}

/** Tells whether a person takes the step that a document is at: its holder, the deputy, or who stands in on a day. */
export function takesStep(
  document: OfficeDocument,
  { staffId }: Person,
  absences: readonly Absence[],
  today: string,
): boolean {
  const step = currentStep(document);
  if (!step) return false;
  const standIns = absences
    .filter((one) => one.staffId === step.holder && one.from <= today && today <= one.to)
    .map(({ deputy }) => deputy);
  return [step.holder, step.deputy, ...standIns].includes(staffId);
}

/** Tells whether it is a person's turn with a submitted document: to take its step, or to approve it. */
export function isTurnOf(
  document: OfficeDocument,
  person: Person,
  absences: readonly Absence[],
  today: string,
): boolean {
  if (document.state !== 'submitted') return false;
  return currentStep(document)
    ? takesStep(document, person, absences, today)
    : document.approverId === person.staffId && person.roles.includes('signer');
}

/** The steps of a document with who passed them and when; those of an earlier submission do not count. */
export function stepLines(document: OfficeDocument, history: readonly HistoryEvent[]): StepLine[] {
  const { route = [], step = 0, state } = document;
  const isOnTheWay = state === 'submitted';
  const since = history.slice(history.findLastIndex(({ act }) => act === 'submit') + 1);
  return route.map((one, index) => {
    const isPassed = isOnTheWay ? index < step : state !== 'draft';
    const event = isPassed
      ? since.findLast(({ act, facts }) => act === 'pass' && facts['step'] === one.step)
      : undefined;
    return {
      label: STEP_LABELS[one.step],
      holder: event?.actor ?? one.holder,
      standing: isPassed ? 'passed' : isOnTheWay && index === step ? 'now' : 'waiting',
      at: event ? formatMoment(event.at) : null,
      sawEarlierText: event !== undefined && event.facts['contentHash'] !== document.contentHash,
    };
  });
}
