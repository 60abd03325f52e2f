import { formatCode } from '#document/code-notation.ts';
import { vietnamDate } from '#document/dates.ts';
import type { FanOutRow, FanOutRun, IssuedOutside } from '#register/fan-outs/fan-out.schema.ts';
import { RegisterError } from '#register/model/register-error.ts';
import type { DocumentItem } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import { inParallel } from '../in-parallel.ts';
import { requireRole } from '../permissions.ts';
import type { FanOutDeps } from './fan-out-deps.ts';

/** Stage of a unit with the plan that came down to it. */
export type UnitStage =
  | 'waiting'
  | 'failed'
  | 'down'
  | 'opened'
  | 'submitted'
  | 'issued'
  | 'outside'
  /** Issued, and withdrawn or replaced since. */
  | 'ended'
  | 'discarded';

/** A unit of a run as its superior sees it: how far it is, and number and day of what it issued; nothing of its text. */
export interface UnitState {
  readonly unitCode: string;
  readonly stage: UnitStage;
  /** Its last day has passed and nothing was issued. */
  readonly isLate: boolean;
  readonly code?: string;
  readonly issuedDate?: string;
  /** Tells whether the paper that it issued by other means is kept. */
  readonly hasFile?: true;
  /** Moment of its last reminder. */
  readonly remindedAt?: string;
}

const CONCURRENCY = 20;

/** Reads the stage of each unit in a run of the actor's organ. Throws `not-found`. */
export async function unitStates(deps: FanOutDeps, actor: Actor, runId: string): Promise<UnitState[]> {
  requireRole(actor, 'read-draft');
  const run = await deps.fanOuts.get(actor.organ, runId);
  const rows = await deps.fanOuts.rows(actor.organ, runId);
  const states: UnitState[] = new Array(rows.length);
  await inParallel([...rows.entries()], CONCURRENCY, async ([at, row]) => {
    states[at] = stateOf(row, run, await documentOf(deps, row), vietnamDate(deps.clock.now()));
  });
  return states;
}

/** Derives a unit's stage from its row and its document. */
export function stateOf(
  row: FanOutRow,
  { due }: Pick<FanOutRun, 'due'>,
  document: DocumentItem | undefined,
  today: string,
): UnitState {
  const stage = stageOf(row, document);
  const isOpen = stage !== 'issued' && stage !== 'outside' && stage !== 'ended';
  const isLate = isOpen && due !== undefined && due < today;
  const remindedAt = isOpen ? document?.remindedAt : undefined;
  const reminded = remindedAt !== undefined && { remindedAt };
  return { unitCode: row.unitCode, stage, isLate, ...reminded, ...issuedOf(stage, row.outside, document) };
}

/** The document of a unit; undefined while it has none. */
export async function documentOf(deps: FanOutDeps, row: FanOutRow): Promise<DocumentItem | undefined> {
  if (row.unitOrgan === undefined || row.docId === undefined) return undefined;
  return deps.register.getDocument(row.unitOrgan, row.docId).catch((error: unknown) => {
    if (error instanceof RegisterError && error.code === 'not-found') return undefined;
    throw error;
  });
}

function stageOf({ state, outside }: FanOutRow, document: DocumentItem | undefined): UnitStage {
  if (outside) return 'outside';
  if (!document) return state === 'failed' ? 'failed' : 'waiting';
  switch (document.state) {
    case 'draft':
      return document.rev === 1 && document.version === 1 ? 'down' : 'opened';
    case 'submitted':
    case 'approved':
      return 'submitted';
    case 'discarded':
    case 'voided':
      return 'discarded';
    case 'withdrawn':
    case 'replaced':
      return 'ended';
    default:
      return 'issued';
  }
}

function issuedOf(stage: UnitStage, outside: IssuedOutside | undefined, document: DocumentItem | undefined) {
  if (outside) {
    const { code, issuedDate, file } = outside;
    return { code, issuedDate, ...(file && { hasFile: true as const }) };
  }
  if (
    (stage !== 'issued' && stage !== 'ended') ||
    document?.codeNumber === undefined ||
    document.issuedDate === undefined
  )
    return {};
  return {
    code: formatCode(document.codeNumber, document.codeNotation, document.codeSuffix),
    issuedDate: document.issuedDate,
  };
}
