import { createHash, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { createRegister } from '#register/create-register.ts';
import type { IssueClock } from '#register/model/issue-clock.ts';
import { RegisterError } from '#register/model/register-error.ts';
import { createSeriesMutex } from '#register/numbers/series-mutex.ts';
import type { NumberedDocument } from '#register/register.ts';
import type { Table } from '#register/table/table.ts';
import { createInspection } from '#register/upkeep/inspection.ts';
import { StoreError } from '#store/store-error.ts';
import type { Actor } from '#usecases/actor.ts';
import type { Deps } from '#usecases/deps.ts';
import { createDocument } from '#usecases/drafting/create-document.ts';
import { approveDocument } from '#usecases/issuing/approve-document.ts';
import { issueDocument } from '#usecases/issuing/issue-document.ts';
import { END_OF_TIME, recoverIssues } from '#usecases/issuing/recover-issues.ts';
import { submitDocument } from '#usecases/issuing/submit-document.ts';
import { withdrawDocument } from '#usecases/issuing/withdraw-document.ts';
import { putProfile } from '#usecases/organs/put-profile.ts';
import { registerDocument } from '#usecases/registering/register-document.ts';
import { createSharingCache } from '#usecases/sharing/sharing-cache.ts';
import { verifyDocument } from '#usecases/upkeep/verify-document.ts';
import { issuedFiles, verifyFiles } from '#usecases/upkeep/verify-files.ts';
import { verifySeries } from '#usecases/upkeep/verify-series.ts';
import type { Violation } from '#usecases/upkeep/violation.ts';
import { receiveUpload } from '#usecases/uploads/receive-upload.ts';
import { startUpload } from '#usecases/uploads/start-upload.ts';
import { UseCaseError } from '#usecases/use-case-error.ts';
import { exampleProfiles, letter, plainRender } from './desk.ts';
import { Died, type FaultyProcess, faultyProcess, type Mishap } from './faulty-process.ts';
import { createMemoryStore } from './memory-store.ts';
import { smallPdf } from './pdf.ts';

/** Count of documents of ours that a schedule is about. */
const DOCUMENTS = 4;
/** Documents that were drafted elsewhere, one without a file and one with: their ids stand after those of ours. */
const REGISTERED = ['without', 'with'] as const;

/** One thing that people, or the world, do. */
type Step =
  | { readonly kind: 'issue'; readonly documents: readonly number[] }
  | { readonly kind: 'withdraw'; readonly document: number }
  | { readonly kind: 'recover' }
  | { readonly kind: 'restart' }
  | { readonly kind: 'clock'; readonly byMs: number };

/** Acts, and mishaps at each call that they take; the seed makes the hour of the day. */
export interface Schedule {
  readonly steps: readonly Step[];
  readonly mishaps: Mishap[];
  readonly startsAt: string;
}

const document = fc.nat(DOCUMENTS + REGISTERED.length - 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('issue' as const),
      documents: fc.array(document, { minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), document }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('recover' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('clock' as const),
      byMs: fc.constantFrom(-86_400_000, -3_000, -50, 1_000, 60_000, 86_400_000),
    }),
  },
);
const mishap: fc.Arbitrary<Mishap> = fc.oneof(
  { weight: 14, arbitrary: fc.constant<Mishap>('none') },
  {
    weight: 6,
    arbitrary: fc.constantFrom<Mishap>(
      'die-before',
      'die-after',
      'fail-before',
      'fail-after',
      'conflict',
      'throttled',
      'twice',
      'stale',
    ),
  },
);

/** Random schedules. */
export const schedules: fc.Arbitrary<Schedule> = fc.record({
  steps: fc.array(step, { minLength: 2, maxLength: 10, size: 'max' }),
  mishaps: fc.array(mishap, { maxLength: 120, size: 'max' }),
  startsAt: fc.constantFrom('2026-06-15T02:00:00Z', '2026-12-31T16:59:59.900Z', '2026-12-31T16:59:57Z'),
});

/** Outcome of a schedule. */
export interface Outcome {
  /** Answers that a caller had, of a number each. */
  acknowledged: number;
  mishaps: number;
  deaths: number;
  readonly violations: Violation[];
  /** Faults beside violations: a number that changed, was lost or given twice; a retry that failed. */
  readonly wrongs: string[];
}

/**
 * Runs one schedule against a real table, in an organ of its own: processes that die at any call, clerks who try again, a clock
 * that jumps. In the end everything is started anew without mishaps, recovery runs, every document is asked for once more, and
 * all of it is verified.
 */
export async function runSchedule(shared: Table, schedule: Schedule): Promise<Outcome> {
  const organ = `o-${randomUUID()}`;
  const people = (role: 'drafter' | 'signer' | 'clerk' | 'admin') => ({ organ, staffId: `a-${role}`, roles: [role] });
  const store = createMemoryStore();
  let nowMs = Date.parse('2026-06-14T02:00:00Z');
  let elapsedMs = 0;
  const clock: IssueClock = {
    now: () => new Date(nowMs),
    elapsedMs: () => elapsedMs,
    random: () => 0.5,
    sleep: async (ms) => {
      elapsedMs += ms;
      nowMs += ms;
    },
  };
  const table: Table = { ...shared, sleep: clock.sleep };
  const registerOver = (one: Table): Deps['register'] => {
    const register = createRegister({ table: one, seriesMutex: createSeriesMutex() });
    // Others run schedules in the same table, with stores of their own: what is theirs is not ours to recover.
    const listDue = async (before: Date) => (await register.listDue(before)).filter((row) => row.organ === organ);
    return { ...register, listDue };
  };
  const depsOver = (one: Table, files: Deps['store']): Deps => ({
    register: registerOver(one),
    store: files,
    render: plainRender,
    clock,
    sharing: createSharingCache(),
    newId: randomUUID,
  });
  const sound = depsOver(table, store);
  const profile = (await exampleProfiles()).find(({ validFrom }) => validFrom === '2026-04-30');
  await putProfile(sound, people('admin'), { profile: { ...profile, organId: organ }, rev: null });
  const approved = await Promise.all(
    Array.from({ length: DOCUMENTS }, async (_, index) => {
      const docId = `doc-${index}-${organ.slice(2, 10)}`;
      const { document } = await createDocument(sound, people('drafter'), {
        docId,
        data: letter(`việc ${index}`, organ),
      });
      const submitted = await submitDocument(sound, people('drafter'), { docId, seen: document });
      return approveDocument(sound, people('signer'), { docId, seen: submitted });
    }),
  );

  let uploadId = await uploadOf(sound, people('clerk'));
  const docIds = [
    ...approved.map(({ docId }) => docId),
    ...REGISTERED.map((which) => `reg-${which}-${organ.slice(2, 10)}`),
  ];

  nowMs = Date.parse(schedule.startsAt);
  const left = [...schedule.mishaps];
  const outcome: Outcome = { acknowledged: 0, mishaps: 0, deaths: 0, violations: [], wrongs: [] };
  const started: FaultyProcess[] = [];
  const start = () => {
    const made = faultyProcess(() => left.shift() ?? 'none');
    started.push(made);
    return { made, deps: depsOver(made.around(table), made.aroundStore(store)) };
  };
  let running = start();
  const asked = new Set<number>();
  const numbers = new Map<string, string>();
  const acknowledge = (found: NumberedDocument) => {
    const { docId, symbol, year, files } = found.row;
    const said = `${year} ${symbol} ${files.map(({ sha256 }) => sha256)}`;
    outcome.acknowledged++;
    const before = numbers.get(docId);
    if (before !== undefined && before !== said) outcome.wrongs.push(`${docId}: ${before} became ${said}`);
    numbers.set(docId, said);
  };
  const issue = async (deps: Deps, index: number) => {
    asked.add(index);
    const ours = approved[index];
    if (!ours) {
      const docId = docIds[index]!;
      acknowledge(
        await registerDocument(deps, people('clerk'), {
          docId,
          ...REGISTRATION,
          ...(docId.startsWith('reg-without') ? {} : { uploadId }),
        }),
      );
      return;
    }
    const { docId, version, rev } = ours;
    acknowledge(
      await issueDocument(deps, people('clerk'), { docId, seen: { version, rev }, signatureConfirmed: true }),
    );
  };
  const expected = (error: unknown) =>
    error instanceof Died ||
    error instanceof RegisterError ||
    error instanceof StoreError ||
    error instanceof UseCaseError;
  const attempt = async (work: Promise<unknown>) => {
    await work.catch((error: unknown) => {
      if (!expected(error)) outcome.wrongs.push(String(error));
    });
  };

  for (const one of schedule.steps) {
    const { deps } = running;
    switch (one.kind) {
      case 'issue':
        await Promise.all(one.documents.map((place) => attempt(issue(deps, place))));
        break;
      case 'withdraw': {
        const docId = docIds[one.document]!;
        const withdraw = async () => {
          const seen = await deps.register.getDocument(organ, docId);
          await withdrawDocument(deps, people('clerk'), { docId, seen, reason: 'Nhầm' });
        };
        await attempt(withdraw());
        break;
      }
      case 'recover':
        await attempt(recoverIssues(deps, END_OF_TIME));
        break;
      case 'restart':
        running = start();
        break;
      case 'clock':
        nowMs += one.byMs;
    }
    if (running.made.dead()) {
      outcome.deaths++;
      running = start();
    }
  }
  outcome.mishaps = started.reduce((total, made) => total + made.met(), 0);

  left.length = 0;
  nowMs = Date.parse('2027-01-03T02:00:00Z');
  const inspection = createInspection(table);
  const { failed } = await recoverIssues(sound, END_OF_TIME);
  outcome.wrongs.push(...failed.map(({ error }) => String(error)));
  // Whose number was never given sends the file once more: an upload lives an hour.
  uploadId = await uploadOf(sound, people('clerk'));
  for (const place of asked) await issue(sound, place).catch((error: unknown) => outcome.wrongs.push(String(error)));
  for (const year of [2026, 2027]) {
    const holding = await inspection.series(organ, year, 'cong-van');
    if (holding.counter) outcome.violations.push(...(await verifySeries(inspection, holding, clock.now())));
  }
  for (const docId of docIds) {
    if (!asked.has(docIds.indexOf(docId)) && !docId.startsWith('doc-')) continue;
    outcome.violations.push(...(await verifyDocument({ inspection, store }, await inspection.document(organ, docId))));
  }
  for await (const files of issuedFiles(store)) {
    outcome.violations.push(...(await verifyFiles({ inspection, store }, files)));
  }
  const given = [...numbers.values()].map((said) => said.split(' ').slice(0, 2).join(' '));
  if (new Set(given).size !== given.length) outcome.wrongs.push(`given twice: ${given}`);
  return outcome;
}

const REGISTRATION = {
  typeCode: 'CongVan',
  draftingUnit: 'HCC',
  subject: 'việc soạn ngoài',
  signerInfo: { position: 'Phó Chủ tịch', fullName: 'Trần Văn B' },
  to: ['Sở Nội vụ'],
};

/** An upload that a registration names. */
async function uploadOf(deps: Deps, clerk: Actor): Promise<string> {
  const bytes = smallPdf();
  const contentType = 'application/pdf';
  const { uploadId } = await startUpload(deps, clerk, {
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    contentType,
  });
  await receiveUpload(deps, clerk, { uploadId, contentType, bytes });
  return uploadId;
}
