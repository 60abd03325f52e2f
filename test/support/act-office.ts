import { RegisterError } from '#register/model/register-error.ts';
import type { DocumentItem } from '#register/model/types.ts';
import type { Member } from '#register/organs/members.schema.ts';
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
import { returnDocument } from '#usecases/issuing/return-document.ts';
import { submitDocument } from '#usecases/issuing/submit-document.ts';
import { withdrawDocument } from '#usecases/issuing/withdraw-document.ts';
import { amendDocument } from '#usecases/mistakes/amend-document.ts';
import { consentVoid, dropVoid } from '#usecases/mistakes/answer-void.ts';
import { askVoid } from '#usecases/mistakes/ask-void.ts';
import { putOffice } from '#usecases/organs/office.ts';
import { putProfile } from '#usecases/organs/put-profile.ts';
import { recordNumber } from '#usecases/registering/record-number.ts';
import { strikeRecord } from '#usecases/registering/strike-record.ts';
import { recordReceipt } from '#usecases/sending/record-receipt.ts';
import { sendDocument } from '#usecases/sending/send-document.ts';
import { UseCaseError } from '#usecases/use-case-error.ts';
import { exampleProfiles, letter } from './desk.ts';
import { Died } from './faulty-process.ts';
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
export const OLDER = STARTS.length;

/** Everyone of the office, by name. */
export const ROLES = {
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

/** Someone of the office. */
export type Name = keyof typeof ROLES;

/** Requests of people, each by whom it is for, or by another. */
export const ASKS: Readonly<Record<string, Ask>> = {
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
export const FITTING: Readonly<Record<string, number>> = {
  ...{ opened: 1, 'take-back': 1, edit: 1, 'change-signer': 1, 'step-back': 2, return: 9, remark: 1 },
  ...{ amend: 4, withdraw: 4, 'drop-void': 5, 'consent-void': 8, receipt: 6, correct: 6, 'replace-file': 6, link: 4 },
  ...{ 'add-signed': 4, restrict: 6, place: 6, strike: 4, 'add-scan': OLDER, 'correct-record': OLDER },
};

/** Person who mostly makes an act: a schedule of strangers alone would get nowhere. */
export const USUAL: Readonly<Record<string, Name>> = {
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

/** Someone of an office, by what they are. */
export function personOf(organ: string, name: Name): Actor {
  return { organ, staffId: `a-${name}`, roles: ROLES[name] };
}

/** Opens an office with a document at each stage, and answers their ids. `recorded`: another system gives the numbers. */
export async function openOffice(sound: Deps, organ: string, recorded: boolean): Promise<string[]> {
  const person = (name: Name) => personOf(organ, name);
  const profile = (await exampleProfiles()).find(({ validFrom }) => validFrom === '2026-04-30');
  const admin: Actor = { organ, staffId: 'an-admin', roles: ['admin'] };
  await putProfile(sound, admin, {
    profile: {
      ...profile,
      series: seriesOf(profile?.series ?? [], recorded),
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
  const docIds = STARTS.map((_, index) => `doc-${index}-${organ.slice(2, 10)}`);
  const older = `doc-${OLDER}-${organ.slice(2, 10)}`;
  await bringInDocument(sound, person('clerk'), olderLetter(9, older));
  for (const [place, asks] of STARTS.entries()) {
    const docId = docIds[place]!;
    await createDocument(sound, person('drafter'), { docId, data: letter('việc đầu', organ) });
    for (const ask of asks) {
      const one = ask === 'issue' && recorded ? 'record' : ask;
      await ASKS[one]!(sound, person(USUAL[one]!), await sound.register.getDocument(organ, docId));
    }
  }

  return [...docIds, older];
}

/** Asks for an act where it is mostly possible, by whom it is mostly for. */
export async function askUsual(deps: Deps, organ: string, docIds: readonly string[], name: string): Promise<void> {
  const seen = await deps.register.getDocument(organ, docIds[FITTING[name] ?? 0]!);
  await ASKS[name]!(deps, personOf(organ, USUAL[name]!), seen);
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

/** The series of the examples, or all of them with the numbers of another system. */
function seriesOf(series: readonly object[], recorded: boolean): object[] {
  return series.map((one) => ({ ...one, startAt: FIRST_NUMBER, ...(recorded && { given: 'recorded' }) }));
}

/** Tells a refusal, or the end of a process that died, from what must not be. */
export function isExpected(error: unknown): boolean {
  const ours = [Died, RegisterError, StoreError, UseCaseError];
  return ours.some((one) => error instanceof one);
}
