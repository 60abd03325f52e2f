import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { createRegister } from '#register/create-register.ts';
import { type IssueClock, systemIssueClock } from '#register/model/issue-clock.ts';
import { RegisterError } from '#register/model/register-error.ts';
import { type Act, TRANSITIONS } from '#register/model/states.ts';
import type { AuditEvent, DocumentItem, DocumentState } from '#register/model/types.ts';
import { createSeriesMutex } from '#register/numbers/series-mutex.ts';
import type { Member } from '#register/organs/members.schema.ts';
import type { Table } from '#register/table/table.ts';
import { createInspection } from '#register/upkeep/inspection.ts';
import type { Store } from '#store/store.ts';
import { StoreError } from '#store/store-error.ts';
import type { Actor } from '#usecases/actor.ts';
import { changeSigner } from '#usecases/approval/change-signer.ts';
import { editSubmitted } from '#usecases/approval/edit-submitted.ts';
import { openSubmitted } from '#usecases/approval/open-submitted.ts';
import { takeBack } from '#usecases/approval/take-back.ts';
import { passStep, stepBack } from '#usecases/approval/take-step.ts';
import { bringInDocument } from '#usecases/bring-in/bring-in-document.ts';
import { type ColleagueDeps, handOver, setCoDrafters } from '#usecases/collaboration/hand-over.ts';
import { addNote } from '#usecases/collaboration/notes.ts';
import type { Deps } from '#usecases/deps.ts';
import { createDocument } from '#usecases/drafting/create-document.ts';
import { discardDraft } from '#usecases/drafting/discard-draft.ts';
import { saveDocument } from '#usecases/drafting/save-document.ts';
import { setDeadlines } from '#usecases/drafting/set-deadlines.ts';
import { placePaper } from '#usecases/files/place-paper.ts';
import { approveDocument } from '#usecases/issuing/approve-document.ts';
import { issueDocument } from '#usecases/issuing/issue-document.ts';
import { END_OF_TIME, recoverIssues } from '#usecases/issuing/recover-issues.ts';
import { returnDocument } from '#usecases/issuing/return-document.ts';
import { submitDocument } from '#usecases/issuing/submit-document.ts';
import { withdrawDocument } from '#usecases/issuing/withdraw-document.ts';
import { amendDocument } from '#usecases/mistakes/amend-document.ts';
import { consentVoid, dropVoid } from '#usecases/mistakes/answer-void.ts';
import { askVoid } from '#usecases/mistakes/ask-void.ts';
import { putOffice } from '#usecases/organs/office.ts';
import { putProfile } from '#usecases/organs/put-profile.ts';
import { actionOf, PERMISSIONS } from '#usecases/permissions.ts';
import { recordNumber } from '#usecases/registering/record-number.ts';
import { strikeRecord } from '#usecases/registering/strike-record.ts';
import { recordReceipt } from '#usecases/sending/record-receipt.ts';
import { sendDocument } from '#usecases/sending/send-document.ts';
import { createSharingCache } from '#usecases/sharing/sharing-cache.ts';
import { reattachFile } from '#usecases/upkeep/reattach/reattach-file.ts';
import { repair } from '#usecases/upkeep/repair.ts';
import { verifyDocument } from '#usecases/upkeep/verify-document.ts';
import { issuedFiles, type StoredFile, verifyFiles, withoutRow } from '#usecases/upkeep/verify-files.ts';
import { verifySeries } from '#usecases/upkeep/verify-series.ts';
import { UseCaseError } from '#usecases/use-case-error.ts';
import { exampleProfiles, letter, plainRender } from './desk.ts';
import { Died, type FaultyProcess, faultyProcess, type Mishap } from './faulty-process.ts';
import { createMemoryStore } from './memory-store.ts';
import { type Ask, olderLetter, oldOrgan, PAPER_ASKS } from './paper-acts.ts';

/** Acts that bring each document of a schedule to where it starts, one after the other. */
const STARTS = [
  [],
  ['submit'],
  ['submit', 'pass'],
  ['submit', 'pass', 'pass', 'approve'],
  ['submit', 'pass', 'pass', 'approve', 'issue'],
  ['submit', 'pass', 'pass', 'approve', 'issue', 'ask-void'],
  ['submit', 'pass', 'pass', 'approve', 'issue', 'add-signed', 'send'],
  ['submit', 'pass', 'pass', 'approve', 'issue'],
  ['submit-replacing', 'pass', 'pass', 'approve', 'issue', 'ask-void'],
  ['submit', 'pass', 'pass'],
] as const;

/** Place of a letter of an older book among the documents. */
const OLDER = STARTS.length;

/** Everyone of the office, by name. */
const ROLES = {
  drafter: ['drafter'],
  checker: ['checker'],
  signer: ['signer'],
  head: ['signer'],
  clerk: ['clerk'],
} as const;

/** The head of the office signs as such; the deputy of the examples for them. */
const HEAD = { staffId: 'a-head', fullName: 'Nguyễn Văn B', position: 'Chủ tịch' };
const BLOCKS = [
  { authority: [{ position: 'Chủ tịch' }] },
  { authority: [{ prefix: 'KT.' as const, position: 'Chủ tịch' }, { position: 'Phó Chủ tịch' }] },
];

type Name = keyof typeof ROLES;

/** Requests of people, each by whom it is for, or by another. */
const ASKS: Readonly<Record<string, Ask>> = {
  ...PAPER_ASKS,
  save: (deps, actor, seen) =>
    saveDocument(deps, actor, { docId: seen.docId, seen, data: letter(`lần ${seen.rev}`, seen.organ) }),
  submit: (deps, actor, seen) => submitDocument(deps, actor, { docId: seen.docId, seen }),
  opened: (deps, actor, seen) => openSubmitted(deps, actor, { docId: seen.docId, seen }),
  'take-back': (deps, actor, seen) => takeBack(deps, actor, { docId: seen.docId, seen }),
  pass: (deps, actor, seen) => passStep(deps, actor, { docId: seen.docId, seen }),
  'step-back': (deps, actor, seen) => stepBack(deps, actor, { docId: seen.docId, seen, reason: 'Xem lại' }),
  edit: (deps, actor, seen) =>
    editSubmitted(deps, actor, { docId: seen.docId, seen, data: letter(`sửa ${seen.rev}`, seen.organ) }),
  'change-signer': (deps, actor, seen) =>
    changeSigner(deps, actor, { docId: seen.docId, seen, signer: BLOCKS[seen.rev % 2]! }),
  approve: (deps, actor, seen) => approveDocument(deps, actor, { docId: seen.docId, seen }),
  return: (deps, actor, seen) =>
    returnDocument(deps, actor, { docId: seen.docId, seen, reason: 'Sai căn cứ', notSigned: true }),
  discard: (deps, actor, seen) => discardDraft(deps, actor, { docId: seen.docId, seen }),
  issue: (deps, actor, seen) => issueDocument(deps, actor, { docId: seen.docId, seen, signatureConfirmed: true }),
  send: (deps, actor, seen) =>
    sendDocument(deps, actor, { docId: seen.docId, seen, recipients: [{ name: `Nơi ${seen.version}`, way: 'post' }] }),
  receipt: async (deps, actor, seen) => {
    const [line] = await deps.register.listSends(seen.organ, seen.docId);
    await recordReceipt(deps, actor, { docId: seen.docId, seen, line: line?.line ?? 'none-001', by: 'Nơi nhận' });
  },
  'ask-void': (deps, actor, seen) => askVoid(deps, actor, { docId: seen.docId, seen, reason: 'Nhầm' }),
  'drop-void': (deps, actor, seen) => dropVoid(deps, actor, { docId: seen.docId, seen }),
  'consent-void': (deps, actor, seen) => consentVoid(deps, actor, { docId: seen.docId, seen }),
  amend: (deps, actor, seen) =>
    amendDocument(deps, actor, { docId: seen.docId, seen, by: seen.docId.replace(/^doc-\d+/, 'doc-6') }),
  record: (deps, actor, seen) =>
    recordNumber(deps, actor, { docId: seen.docId, seen, codeNumber: guessed(seen), issuedDate: '2026-06-15' }),
  strike: (deps, actor, seen) => strikeRecord(deps, actor, { docId: seen.docId, seen, reason: 'Nhầm số' }),
  'co-draft': (deps, actor, seen) =>
    setCoDrafters(withColleagues(deps), actor, { docId: seen.docId, seen, coDrafters: ['a-head'] }),
  'hand-over': async (deps, actor, seen) => {
    // There and back: a draft that stayed with the head would get no further.
    const { docId, drafterId, holder = drafterId } = seen;
    const given = await handOver(withColleagues(deps), actor, { docId, seen, to: HEAD.staffId });
    const head = { ...actor, staffId: HEAD.staffId, roles: ROLES.head };
    await handOver(withColleagues(deps), head, { docId, seen: given, to: holder });
  },
  remark: (deps, actor, seen) => addNote(deps, actor, { docId: seen.docId, seen, text: `Nhận xét ${seen.updatedAt}` }),
  deadline: (deps, actor, seen) =>
    setDeadlines(deps, actor, { docId: seen.docId, seen, ...(seen.rev % 2 === 1 && { submitBy: '2026-06-20' }) }),
  place: (deps, actor, seen) => placePaper(deps, actor, { docId: seen.docId, seen, place: 'Tủ 2' }),
  withdraw: (deps, actor, seen) => withdrawDocument(deps, actor, { docId: seen.docId, seen, reason: 'Nhầm' }),
};

/** Everyone of the office works there, as what they are, and drafts. */
function withColleagues(deps: Deps): ColleagueDeps {
  const get = async (organ: string, staffId: string): Promise<Member | undefined> => {
    const roles = Object.entries(ROLES).find(([name]) => staffId === `a-${name}`)?.[1];
    const updatedAt = deps.clock.now().toISOString();
    const about = { schema: 'member@1' as const, organ, staffId, username: staffId, name: staffId };
    return (
      roles && { ...about, roles: [...roles, 'drafter'], active: true, rev: 1, updatedBy: 'x', updatedAt, changes: [] }
    );
  };
  return { ...deps, members: { get } };
}

/** Documents that stand where an act is possible: among all of them the rare acts would hardly come about. */
const FITTING: Readonly<Record<string, number>> = {
  ...{ opened: 1, 'take-back': 1, edit: 1, 'change-signer': 1, 'step-back': 2, return: 9, remark: 1 },
  ...{ amend: 4, withdraw: 4, 'drop-void': 5, 'consent-void': 8, receipt: 6, correct: 6, 'replace-file': 6, link: 4 },
  ...{ 'add-signed': 4, restrict: 6, place: 6, strike: 4, 'add-scan': OLDER, 'correct-record': OLDER },
};

/** Person who mostly makes an act: a schedule of strangers alone would get nowhere. */
const USUAL: Readonly<Record<string, Name>> = {
  ...Object.fromEntries(Object.keys(PAPER_ASKS).map((one) => [one, 'clerk' as const])),
  'submit-replacing': 'drafter',
  save: 'drafter',
  submit: 'drafter',
  opened: 'signer',
  'take-back': 'drafter',
  pass: 'checker',
  'step-back': 'checker',
  edit: 'checker',
  'change-signer': 'drafter',
  approve: 'signer',
  return: 'signer',
  discard: 'drafter',
  issue: 'clerk',
  send: 'clerk',
  receipt: 'clerk',
  'ask-void': 'clerk',
  'drop-void': 'clerk',
  'consent-void': 'signer',
  amend: 'clerk',
  record: 'clerk',
  strike: 'clerk',
  'co-draft': 'drafter',
  'hand-over': 'drafter',
  remark: 'drafter',
  deadline: 'drafter',
  place: 'clerk',
  withdraw: 'clerk',
};

/** First number of our own; those below are of the older book. */
const FIRST_NUMBER = 10;

/** A number that another system may have given: some are taken already. */
function guessed({ docId, version }: DocumentItem): number {
  return FIRST_NUMBER + ((Number(/\d+/.exec(docId)?.[0]) + version) % 9);
}

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
  const person = (name: Name): Actor => ({ organ, staffId: `a-${name}`, roles: ROLES[name] });
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
  const profile = (await exampleProfiles()).find(({ validFrom }) => validFrom === '2026-04-30');
  const admin: Actor = { organ, staffId: 'an-admin', roles: ['admin'] };
  await putProfile(sound, admin, {
    profile: {
      ...profile,
      series: seriesOf(profile?.series ?? [], schedule),
      organId: organ,
      signers: [...(profile?.signers ?? []), HEAD],
    },
    rev: null,
  });
  const { staffId } = person('checker');
  const taken = { kind: 'person' as const, staffId };
  const steps = [
    { step: 'content' as const, by: taken },
    { step: 'form' as const, by: taken },
  ];
  await putOffice(sound, admin, { way: { ownDraftAllowed: false, steps: [{ steps }] }, rev: null });
  await putOlder(sound, organ);
  const docIds: string[] = STARTS.map((_, index) => `doc-${index}-${organ.slice(2, 10)}`);
  const older = `doc-${OLDER}-${organ.slice(2, 10)}`;
  await bringInDocument(sound, person('clerk'), olderLetter(9, older));
  for (const [place, asks] of STARTS.entries()) {
    const docId = docIds[place]!;
    await createDocument(sound, person('drafter'), { docId, data: letter('việc đầu', organ) });
    for (const ask of asks) {
      const one = ask === 'issue' && schedule.recorded ? 'record' : ask;
      await ASKS[one]!(sound, person(USUAL[one]!), await sound.register.getDocument(organ, docId));
    }
  }

  docIds.push(older);

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

/** An organ that was taken over by the one of the schedule, with a document of its book. */
async function putOlder(deps: Deps, successor: string): Promise<void> {
  const { organ, docId } = oldOrgan(successor);
  const profile = (await exampleProfiles()).find(({ validFrom }) => validFrom === '2026-04-30');
  const admin: Actor = { organ, staffId: 'an-admin', roles: ['admin'] };
  const series = profile?.series.map((one) => ({ ...one, startAt: FIRST_NUMBER }));
  const body = { ...profile, series, organId: organ, successor };
  await putProfile(deps, admin, { profile: body, rev: null });
  await bringInDocument(deps, { organ, staffId: 'a-clerk', roles: ['clerk'] }, olderLetter(1, docId));
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

/** The series of the examples, or all of them with the numbers of another system. */
function seriesOf(series: readonly object[], { recorded }: ActSchedule): object[] {
  return series.map((one) => ({ ...one, startAt: FIRST_NUMBER, ...(recorded && { given: 'recorded' }) }));
}

function isExpected(error: unknown): boolean {
  const ours = [Died, RegisterError, StoreError, UseCaseError];
  return ours.some((one) => error instanceof one);
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
