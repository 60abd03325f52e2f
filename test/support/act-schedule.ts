import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { createRegister } from '#register/create-register.ts';
import { type IssueClock, systemIssueClock } from '#register/model/issue-clock.ts';
import { type Act, TRANSITIONS } from '#register/model/states.ts';
import type { AuditEvent, DocumentState } from '#register/model/types.ts';
import { createSeriesMutex } from '#register/numbers/series-mutex.ts';
import type { Table } from '#register/table/table.ts';
import { createInspection } from '#register/upkeep/inspection.ts';
import type { Store } from '#store/store.ts';
import type { Deps } from '#usecases/deps.ts';
import { END_OF_TIME, recoverIssues } from '#usecases/issuing/recover-issues.ts';
import { actionOf, PERMISSIONS } from '#usecases/permissions.ts';
import { createSharingCache } from '#usecases/sharing/sharing-cache.ts';
import { reattachFile } from '#usecases/upkeep/reattach/reattach-file.ts';
import { repair } from '#usecases/upkeep/repair.ts';
import { verifyDocument } from '#usecases/upkeep/verify-document.ts';
import { issuedFiles, type StoredFile, verifyFiles, withoutRow } from '#usecases/upkeep/verify-files.ts';
import { verifySeries } from '#usecases/upkeep/verify-series.ts';
import { ASKS, FITTING, isExpected, type Name, OLDER, openOffice, personOf, ROLES, USUAL } from './act-office.ts';
import { plainRender } from './desk.ts';
import { type FaultyProcess, faultyProcess, type Mishap } from './faulty-process.ts';
import { createMemoryStore } from './memory-store.ts';

interface Step {
  readonly ask: string;
  readonly document: number | 'fitting';
  readonly by: Name | 'usual';
  /** Another asks for this at the same moment. */
  readonly at: string | null;
}

/** Requests, and mishaps at each call that they take; in some offices another system gives the numbers. */
export interface ActSchedule {
  readonly recorded: boolean;
  readonly steps: readonly Step[];
  readonly mishaps: Mishap[];
}

const ask = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('submit', 'pass', 'approve', 'issue', 'record', 'strike') },
  { weight: 9, arbitrary: fc.constantFrom(...Object.keys(ASKS)) },
  { weight: 1, arbitrary: fc.constant('remark') },
);

/** Random schedules of acts. */
export const actSchedules: fc.Arbitrary<ActSchedule> = fc.record({
  recorded: fc.boolean(),
  steps: fc.array(
    fc.record({
      ask,
      document: fc.oneof(
        { weight: 1, arbitrary: fc.nat(OLDER) },
        { weight: 3, arbitrary: fc.constant('fitting' as const) },
      ),
      by: fc.oneof(
        { weight: 5, arbitrary: fc.constant('usual' as const) },
        { weight: 1, arbitrary: fc.constantFrom<Name>('drafter', 'checker', 'signer', 'head', 'clerk') },
      ),
      at: fc.option(ask, { freq: 4 }),
    }),
    { minLength: 6, maxLength: 24, size: 'max' },
  ),
  mishaps: fc.array(
    fc.oneof(
      { weight: 20, arbitrary: fc.constant<Mishap>('none') },
      {
        weight: 4,
        arbitrary: fc.constantFrom<Mishap>('die-before', 'die-after', 'fail-before', 'fail-after', 'conflict', 'twice'),
      },
    ),
    { maxLength: 160, size: 'max' },
  ),
});

/** Outcome of a schedule of acts. */
export interface ActOutcome {
  /** Files that it left, and whose they are. */
  readonly store: Store;
  readonly organ: string;
  /** Acts that the chains tell of. */
  readonly acts: Act[];
  /** Remarks that events have sealed. */
  remarks: number;
  deaths: number;
  /** Faults: what must not be. */
  readonly wrongs: string[];
}

/** Runs a schedule against a real table, in an organ of its own, and then verifies all that it left. */
export async function runActs(shared: Table, schedule: ActSchedule): Promise<ActOutcome> {
  const organ = `o-${randomUUID()}`;
  const person = (name: Name) => personOf(organ, name);
  const store = createMemoryStore();
  let nowMs = Date.parse('2026-06-15T02:00:00Z');
  const clock: IssueClock = {
    now: () => new Date(nowMs++),
    elapsedMs: () => 0,
    random: () => 0.5,
    sleep: async () => {},
  };
  const table: Table = { ...shared, sleep: clock.sleep };
  const depsOver = (one: Table, files: Deps['store']): Deps => {
    const register = createRegister({ table: one, seriesMutex: createSeriesMutex() });
    const listDue = async (before: Date) => (await register.listDue(before)).filter((row) => row.organ === organ);
    return {
      register: { ...register, listDue },
      store: files,
      render: plainRender,
      clock,
      sharing: createSharingCache(),
      newId: randomUUID,
    };
  };
  const sound = depsOver(table, store);
  const docIds = await openOffice(sound, organ, schedule.recorded);

  const outcome: ActOutcome = { store, organ, acts: [], remarks: 0, deaths: 0, wrongs: [] };
  const left = [...schedule.mishaps];
  const start = (): { readonly made: FaultyProcess; readonly deps: Deps } => {
    const made = faultyProcess(() => left.shift() ?? 'none');
    return { made, deps: depsOver(made.around(table), made.aroundStore(store)) };
  };
  let running = start();
  for (const { ask: name, document, by, at } of schedule.steps) {
    const docId = docIds[document === 'fitting' ? (FITTING[name] ?? 0) : document]!;
    const seen = await sound.register.getDocument(organ, docId);
    const asks = [name, ...(at === null ? [] : [at])];
    const asked = asks.map((one) => {
      const who = by === 'usual' ? USUAL[one]! : by;
      return ASKS[one]!(running.deps, person(who), seen).catch((error: unknown) => {
        if (!isExpected(error)) outcome.wrongs.push(`${one}: ${String(error)}`);
      });
    });
    await Promise.all(asked);
    if (!running.made.dead()) continue;
    outcome.deaths++;
    running = start();
  }

  nowMs = Date.parse('2026-06-20T02:00:00Z');
  await recoverIssues(sound, END_OF_TIME);
  const inspection = createInspection(table);
  const series = await inspection.series(organ, 2026, 'cong-van');
  const found = series.counter ? await verifySeries(inspection, series, clock.now()) : [];
  for await (const files of issuedFiles(store)) {
    await reattach(sound, await withoutRow({ inspection, store }, files));
    const ended = await endedAmong(sound, files);
    found.push(...(await verifyFiles({ inspection, store }, files)).filter(({ where }) => !ended.has(where)));
  }
  for (const docId of new Set([...docIds, ...series.rows.map((row) => row.docId)])) {
    const holding = await inspection.document(organ, docId);
    found.push(...(await verifyDocument({ inspection, store }, holding)));
    outcome.wrongs.push(...wrongsOf(holding.events));
    outcome.acts.push(...holding.events.map(({ act }) => act));
    outcome.remarks += holding.events.reduce((sum, { facts }) => sum + Number(facts['notes'] ?? 0), 0);
  }
  outcome.wrongs.push(...found.map((violation) => JSON.stringify(violation)));
  return outcome;
}

/** Gives files whose act was cut off to their documents, as a repair does. */
async function reattach(deps: Deps, files: readonly StoredFile[]): Promise<void> {
  for (const file of files) {
    await reattachFile(deps, file).catch((error: unknown) => {
      if (!isExpected(error)) throw error;
    });
  }
}

/** Files that no line takes any more: of a document that ended while its file was brought. */
async function endedAmong({ register }: Deps, files: readonly StoredFile[]): Promise<Set<string>> {
  const ended = new Set<string>();
  for (const { key, organ, docId } of files) {
    const { state } = await register.getDocument(organ, docId);
    if (state !== 'issued') ended.add(key);
  }
  return ended;
}

/**
 * Restores a register from the files of a schedule into an empty table; the acts that the chains of it tell of, and what is wrong with it.
 */
export async function restoreFrom(
  empty: Table,
  { store, organ }: ActOutcome,
): Promise<{ readonly acts: readonly Act[]; readonly wrongs: readonly string[] }> {
  const register = createRegister({ table: empty, seriesMutex: createSeriesMutex() });
  const inspection = createInspection(empty);
  const deps = { register, store, render: plainRender, clock: systemIssueClock, sharing: createSharingCache() };
  await repair({ ...deps, newId: randomUUID }, inspection);
  const acts: Act[] = [];
  const wrongs: string[] = [];
  for await (const holding of inspection.holdings()) {
    if (holding.kind !== 'document' || holding.organ !== organ) continue;
    acts.push(...holding.events.map(({ act }) => act));
    wrongs.push(...(await verifyDocument({ inspection, store }, holding)).map((one) => JSON.stringify(one)));
  }
  return { acts, wrongs };
}

/** Steps of a chain that the table of transitions does not have, and acts of those whom they are not for. */
function wrongsOf(events: readonly AuditEvent[]): string[] {
  let approverId: unknown;
  return events.flatMap(({ act, state, actor, version, facts }, index) => {
    const before = events[index - 1]?.state;
    const wrongs: string[] = [];
    const { from, to } = TRANSITIONS[act];
    if ((to ?? before) !== state || !(before === undefined ? from.length === 0 : from.includes(before))) {
      wrongs.push(`${version}: ${before} ${act} ${state}`);
    }
    if (!isFor(act, before ?? 'draft', actor)) wrongs.push(`${version}: ${act} by ${actor}`);
    approverId = facts['approverId'] ?? approverId;
    if (act === 'approve' && actor !== approverId) wrongs.push(`${version}: approved for ${approverId} by ${actor}`);
    return wrongs;
  });
}

function isFor(act: Act, before: DocumentState, actor: string): boolean {
  const action = actionOf(act, before);
  const roles = Object.entries(ROLES).find(([one]) => `a-${one}` === actor)?.[1] ?? [];
  // A repair ends what a person began.
  if (actor === 'system' && ['add-signed', 'add-scan', 'replace-file'].includes(act)) return true;
  return action === undefined || PERMISSIONS[action].some((role) => roles.some((own) => own === role));
}
