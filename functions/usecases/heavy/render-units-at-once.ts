import type { UnitDraftsRequest, UnitOutcome, UnitRow } from '../fan-out/render-unit-drafts.ts';
import type { RunHeavy } from './heavy-work.ts';
import type { UnitDraftsInput } from './unit-drafts-task.ts';

/** Units of one task: a task has to be worth the way to a thread, and small enough that others get their turn. */
const UNITS_A_TASK = 8;

/** As {@link UnitDraftsRequest}, for threads. */
export interface UnitsAtOnce extends Omit<UnitDraftsRequest, 'render' | 'earlier'> {
  readonly organ: string;
  readonly heavy: RunHeavy;
  /** Tasks on their way at once. */
  readonly atOnce: number;
  /** Rows of an earlier run of a unit whose files are still there, whole. */
  earlierOf(unitCode: string): readonly UnitRow[];
}

/** Makes the drafts of units in threads, as many as there are; what comes out is in the order of the units. */
export async function* renderUnitsAtOnce(request: UnitsAtOnce): AsyncGenerator<UnitOutcome> {
  const { organ, heavy, atOnce, units, plan, overrides, on, earlierOf } = request;
  const codes = units.map(({ code }) => code);
  const running: Promise<readonly UnitOutcome[]>[] = [];
  const start = () => {
    const unitCodes = codes.splice(0, UNITS_A_TASK);
    if (unitCodes.length === 0) return;
    const load = async (): Promise<UnitDraftsInput> => {
      const { source, hash } = plan;
      return { source, hash, overrides, on, unitCodes, earlier: unitCodes.flatMap((code) => earlierOf(code)) };
    };
    const task = heavy(organ, 'unit-drafts', load);
    // It is awaited in its turn; until then nobody else hears of it.
    task.catch(() => undefined);
    running.push(task);
  };
  for (let n = 0; n < atOnce; n++) start();
  for (let next = running.shift(); next; next = running.shift()) {
    const outcomes = await next;
    start();
    yield* outcomes;
  }
}
