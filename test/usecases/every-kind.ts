import { createFanOuts } from '#register/fan-outs/fan-out.ts';
import { createMembers } from '#register/organs/members.ts';
import { createTellings } from '#register/organs/tellings.ts';
import type { StoredItem, Table } from '#register/table/table.ts';
import { passStep } from '#usecases/approval/take-step.ts';
import { putBlob } from '#usecases/blobs.ts';
import { closeYear } from '#usecases/book/year-series.ts';
import { bringInBlank } from '#usecases/bring-in/bring-in-blank.ts';
import { bringInDocument } from '#usecases/bring-in/bring-in-document.ts';
import { addNote } from '#usecases/collaboration/notes.ts';
import { signPresence } from '#usecases/collaboration/presence.ts';
import { markSeen } from '#usecases/collaboration/seen-text.ts';
import { keepWalk } from '#usecases/collaboration/walk.ts';
import type { Deps } from '#usecases/deps.ts';
import { createDocument } from '#usecases/drafting/create-document.ts';
import { saveDocument } from '#usecases/drafting/save-document.ts';
import { submitDocument } from '#usecases/issuing/submit-document.ts';
import { withdrawDocument } from '#usecases/issuing/withdraw-document.ts';
import { registerDocument } from '#usecases/registering/register-document.ts';
import { listSends } from '#usecases/sending/list-sends.ts';
import { recordReceipt } from '#usecases/sending/record-receipt.ts';
import { CITY, type DeskActs, letter, PEOPLE } from '../support/desk.ts';

const { drafter, clerk } = PEOPLE;
const second = { organ: CITY, staffId: 'a-second', roles: ['drafter'] } as const;
const HEAD = { organ: CITY, staffId: 'a-head', roles: ['checker'] } as const;
const CITED = { typeName: 'Luật', issuedDate: '2025-02-19', subject: 'Tổ chức chính quyền địa phương' };

/** Desk over any table. */
type AnyDesk = DeskActs & { readonly deps: Deps; readonly table: { readonly table: Table } };

/** Writes an item of every kind that a register has, as people make them. */
export async function writeEveryKind(desk: AnyDesk): Promise<void> {
  await desk.approved('Văn bản đã duyệt');
  const { document, row } = await desk.sent('Văn bản đã gửi');
  await desk.deps.register.recordView({
    organ: CITY,
    docId: row.docId,
    viewId: 'a-view',
    kind: 'view',
    actor: 'a',
    at: desk.deps.clock.now(),
  });
  const [line] = await listSends(desk.deps, clerk, row.docId);
  const receipt = { docId: row.docId, seen: document, line: line?.line ?? '', by: 'Văn thư Sở', note: 'Đã nhận' };
  await recordReceipt(desk.deps, clerk, receipt);
  const withdrawn = await desk.issued('Văn bản thu hồi');
  const { docId } = withdrawn.row;
  await withdrawDocument(desk.deps, clerk, { docId, seen: withdrawn.document, reason: 'Nhầm nơi nhận' });
  await writeBooks(desk);
  await writeSettings(desk);
  await writeDrafts(desk);
  await writeFanOut(desk);
}

async function writeBooks({ deps }: AnyDesk): Promise<void> {
  const signerInfo = { position: 'Chủ tịch', fullName: 'Nguyễn Văn A' };
  const facts = {
    typeCode: 'CongVan',
    subject: 'Văn bản nơi khác soạn',
    signerInfo,
    draftingUnit: 'HCC',
    to: ['Sở Nội vụ'],
  };
  await registerDocument(deps, clerk, facts);
  const record = { typeCode: 'CongVan', codeNotation: 'UBND-HCC', subject: 'Văn bản cũ', to: ['Sở Tài chính'] };
  for (const issuedDate of ['2025-03-04', '2024-03-04'])
    await bringInDocument(deps, clerk, { codeNumber: 7, issuedDate, content: { kind: 'record', record } });
  const blank = { series: 'cong-van', codeNumber: 8, kind: 'empty', codeNotation: 'UBND-HCC', note: 'Bỏ số' } as const;
  for (const year of [2025, 2024]) await bringInBlank(deps, clerk, { ...blank, year, issuedDate: `${year}-03-05` });
  await closeYear(deps, clerk, { year: 2025, series: 'cong-van' });
}

async function writeSettings({ deps: { register, clock }, table: { table } }: AnyDesk): Promise<void> {
  const at = clock.now();
  const first = { organ: CITY, rev: null, actor: 'an-admin', at };
  await register.putOffice({
    ...first,
    ownDraftAllowed: false,
    steps: [{ steps: [{ step: 'content', by: { kind: 'person', staffId: HEAD.staffId } }] }],
    unitHeads: [{ unit: 'HCC', staffId: HEAD.staffId }],
    absences: [{ staffId: 'someone', from: '2026-07-01', to: '2026-07-09', deputy: 'another' }],
  });
  await register.putWorkingDays({ ...first, year: 2026, off: ['2026-09-02'], makeUp: [] });
  await register.addBases({ organ: CITY, cites: [CITED], source: 'file', actor: 'a-clerk', at });
  await register.addCiting({ organ: CITY, docId: 'a-citing-one', cites: [CITED] });
  await register.putGroup({
    ...first,
    name: 'Các sở',
    members: ['Sở Nội vụ'],
    copies: 2,
    way: 'post',
    types: ['CongVan'],
  });
  const guest = { organ: CITY, staffId: 'a-guest', home: 'phuong-binh-long', active: true };
  await register.putGuest({ ...guest, roles: ['reader'], rev: null, actor: 'an-admin', at });
  await register.acceptMembership({ ...guest, name: 'Khách', at });
  const person = { organ: CITY, staffId: 'a-member', username: 'a-member', name: 'Người', email: 'a@example.com' };
  await createMembers(table).put({
    ...person,
    unit: 'HCC',
    roles: ['drafter'],
    active: true,
    rev: null,
    actor: 'an-admin',
    at,
  });
  await createTellings(table).write({
    schema: 'told@1',
    organ: CITY,
    digests: { a: '2026-06-15T07:00' },
    urgent: ['x'],
    rev: 1,
    updatedAt: at.toISOString(),
  });
}

async function writeDrafts({ deps }: AnyDesk): Promise<void> {
  for (const subject of ['Dự thảo', 'Đã trình']) {
    const { document } = await createDocument(deps, drafter, { data: { ...letter(subject), urgency: 'KHẨN' } });
    const { docId } = document;
    await signPresence(deps, drafter, { docId });
    const other = { ...letter(`${subject} sửa`), urgency: 'KHẨN', archive: { issuedAmount: 5 } };
    const actor = drafter.staffId;
    const coDrafters = ['a-second'];
    const at = deps.clock.now();
    const shared = await deps.register.setCoDrafters({ document, coDrafters, actor, at });
    const { document: saved } = await saveDocument(deps, second, { docId, seen: shared, data: other });
    await addNote(deps, drafter, { docId, seen: saved, text: 'Xem lại' });
    await markSeen(deps, drafter, { docId, seen: saved });
    await keepWalk(deps, drafter, { docId, looked: ['basis-1k3f9x0q2'] });
    if (subject === 'Dự thảo') continue;
    const submitted = await submitDocument(deps, drafter, { docId, seen: saved });
    await passStep(deps, HEAD, { docId, seen: submitted });
  }
}

async function writeFanOut({ deps, table: { table } }: AnyDesk): Promise<void> {
  const input = await putBlob(deps, CITY, 'a-run', { plan: 'x' });
  const superior = { docId: 'a-plan', code: '35/KH-UBND', issuedDate: '2026-06-01', inRegister: true };
  const createdAt = deps.clock.now().toISOString();
  const run = {
    schema: 'fan-out@1',
    organ: CITY,
    runId: 'a-run',
    input,
    superior,
    on: '2026-06-15',
    total: 1,
  } as const;
  await createFanOuts(table).start({ ...run, createdBy: 'a-clerk', createdAt }, ['26173']);
}

const KINDS: readonly (readonly [kind: string, pk: RegExp, sk: RegExp])[] = [
  ['event', /#D#/, /^AUD#/],
  ['save', /#D#/, /^SAVE#/],
  ['note', /#D#/, /^NOTE#/],
  ['seen', /#D#/, /^SEEN#/],
  ['walk', /#D#/, /^WALK#/],
  ['presence', /#D#/, /^PRESENCE/],
  ['view', /#D#/, /^VIEW#/],
  ['send', /#D#/, /^SEND#/],
  ['counter', /#R#2026#cong-van/, /^#C$/],
  ['closing', /#R#\d{4}#/, /^#CLOSE$/],
  ['blank', /#R#2024#/, /^B#/],
  ['blank of a closed year', /#R#2025#/, /^B#/],
  ['claim', /#R#\d{4}$/, /^K#/],
  ['word', /#T#/, /./],
  ['name', /^NAME#/, /^dong-nai/],
  ['profile', /^A#dong-nai#P$/, /./],
  ['member', /#U$/, /./],
  ['login', /^LOGIN#/, /./],
  ['office', /#O$/, /^WAY$/],
  ['told', /#O$/, /^TOLD$/],
  ['working days', /#O$/, /^Y#/],
  ['guest', /#O$/, /^GUEST#/],
  ['guest at', /#O$/, /^AT#/],
  ['basis', /#L$/, /^B#/],
  ['citing', /#L$/, /^C#/],
  ['group', /#L$/, /^G#/],
  ['run', /#F#a-run$/, /^META$/],
  ['run of a unit', /#F#a-run$/, /^U#/],
  ['start of a run', /#F#@started$/, /./],
  ['organ with mail', /^TOLD#ORGANS$/, /./],
];

/** Names the kind of an item, documents and lines of the book by what became of them; undefined for other organs' items. */
export function kindOf(item: StoredItem): string | undefined {
  const [pk, sk] = [String(item['PK']), String(item['SK'])];
  const { broughtIn, registered, state } = item;
  const origin = broughtIn ? 'brought in' : registered ? 'registered' : '';
  if (sk === 'META' && pk.includes('#D#')) return `document ${origin || state}`;
  if (sk.startsWith('N#')) return `row ${origin}`.trim();
  return KINDS.find(([, inPk, inSk]) => inPk.test(pk) && inSk.test(sk))?.[0];
}
