import type { DueRow } from '#register/model/types.ts';
import type { Deps } from '../deps.ts';
import { finishIssue } from './finish-issue.ts';

/** Actor of recovery in the audit chain. */
export const SYSTEM_ACTOR = 'system';

/** After the last moment: every owed row is due. For a start, when nobody else can be at work. */
export const END_OF_TIME = new Date('9999-12-31T00:00:00Z');

/** Result of a round of recovery. */
export interface Recovery {
  readonly finished: readonly DueRow[];
  /** Still owed; the next round tries again. */
  readonly failed: readonly { readonly row: DueRow; readonly error: unknown }[];
}

/** Finishes every issue that a crash left between number and file. One that cannot be finished holds up no other. */
export async function recoverIssues(deps: Deps, dueBefore: Date): Promise<Recovery> {
  const finished: DueRow[] = [];
  const failed: { readonly row: DueRow; readonly error: unknown }[] = [];
  for (const row of await deps.register.listDue(dueBefore)) {
    try {
      await finishIssue(deps, await deps.register.getNumbered(row.organ, row.docId), SYSTEM_ACTOR);
      finished.push(row);
    } catch (error) {
      failed.push({ row, error });
    }
  }
  return { finished, failed };
}
