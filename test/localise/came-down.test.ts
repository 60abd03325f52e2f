import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PDF } from '#base/content-types.ts';
import { sha256Hex } from '#base/node/hash.ts';
import type { Actor, Role } from '#usecases/actor.ts';
import { getDocument } from '#usecases/drafting/get-document.ts';
import { listReminders } from '#usecases/drafting/list-reminders.ts';
import { saveDocument } from '#usecases/drafting/save-document.ts';
import type { FanOutDeps } from '#usecases/fan-out/fan-out-deps.ts';
import { fanOutTargets } from '#usecases/fan-out/fan-out-targets.ts';
import { listCameDown } from '#usecases/fan-out/list-came-down.ts';
import { markOutside, readOutsidePaper } from '#usecases/fan-out/mark-outside.ts';
import { remindUnits } from '#usecases/fan-out/remind-units.ts';
import { runFanOut } from '#usecases/fan-out/run-fan-out.ts';
import { startFanOut } from '#usecases/fan-out/start-fan-out.ts';
import { unitStates } from '#usecases/fan-out/unit-states.ts';
import { approveDocument } from '#usecases/issuing/approve-document.ts';
import { issueDocument } from '#usecases/issuing/issue-document.ts';
import { submitDocument } from '#usecases/issuing/submit-document.ts';
import { putProfile } from '#usecases/organs/put-profile.ts';
import { sendDocument } from '#usecases/sending/send-document.ts';
import { listTurns } from '#usecases/telling/who-waits.ts';
import { receiveUpload } from '#usecases/uploads/receive-upload.ts';
import { startUpload } from '#usecases/uploads/start-upload.ts';
import { exampleProfiles } from '../support/desk.ts';
import { smallPdf } from '../support/pdf.ts';
import { openTestTable, type TestTable } from '../support/test-table.ts';
import { provincePlan } from './support/example.ts';
import { fanOutDeps } from './support/fan-out-scene.ts';

const WARD = 'phuong-binh-long';
const clerk: Actor = { organ: 'dong-nai', staffId: 'van-thu', roles: ['clerk'] };
const ward = (staffId: string, ...roles: readonly Role[]): Actor => ({ organ: WARD, staffId, roles });

let table: TestTable;
let deps: FanOutDeps;
beforeAll(async () => {
  table = await openTestTable();
  deps = fanOutDeps({ table: table.table, files: join(table.dir, 'files'), startsAt: '2026-03-16T09:00:00+07:00' });
  for (const profile of await exampleProfiles()) {
    const admin: Actor = { organ: profile.organId, staffId: 'quan-tri', roles: ['admin'] };
    // The city names an office that is no unit's as well: nothing goes there.
    const units = profile.organId === 'dong-nai' ? { unitOrgans: [WARD, 'so-noi-vu'] } : {};
    await putProfile(deps, admin, { profile: { ...profile, ...units }, rev: null });
  }
});
afterAll(() => table.stop());

test('a draft goes to the office that its province names, where it calls itself by the unit’s name; else to the unit’s own id', async () => {
  await startFanOut(deps, clerk, { runId: 'mot', plan: provincePlan(), units: '25326, 26179' });
  await runFanOut(deps, 'dong-nai', 'mot', { worker: 'a' });
  const rows = await deps.fanOuts.rows('dong-nai', 'mot');
  expect(rows.map(({ unitCode, unitOrgan }) => [unitCode, unitOrgan])).toEqual([
    ['25326', WARD],
    ['26179', 'dv-26179'],
  ]);
});

test('what was issued here is told to the superior with its number, and is not said to be issued elsewhere', async () => {
  const [came] = await listCameDown(deps, ward('soan', 'drafter'));
  const { docId } = came!.document;
  const drafter = ward('soan', 'drafter');
  const figure = '"measure":"bản tin, bài viết","period":"tháng","value":';
  const text = JSON.stringify((await getDocument(deps, drafter, docId)).data);
  const data: unknown = JSON.parse(text.replace(`${figure}4`, `${figure}7`));
  const { document: saved } = await saveDocument(deps, drafter, { docId, seen: came!.document, data });
  const target = async () => (await fanOutTargets(deps, clerk, 'mot')).find(({ rowId }) => rowId === 'ban-tin');
  // What the unit writes is its own: until it sends its plan, the figure that went down to it counts.
  const asGiven = { sum: 4 + 4, sent: 0, differing: [] };
  expect(await target()).toMatchObject(asGiven);
  const seen = { version: saved.version, rev: saved.rev };
  const submitted = await submitDocument(deps, ward('soan', 'drafter'), { docId, seen });
  const approved = await approveDocument(deps, ward(submitted.approverId ?? '', 'signer'), {
    docId,
    seen: { version: submitted.version, rev: submitted.rev },
  });
  const { document: numbered } = await issueDocument(deps, ward('van-thu', 'clerk'), {
    docId,
    seen: { version: approved.version, rev: approved.rev },
    signatureConfirmed: true,
  });
  expect(await target()).toMatchObject(asGiven);
  const recipients = [{ name: 'Ủy ban nhân dân thành phố Đồng Nai', way: 'system' as const }];
  await sendDocument(deps, ward('van-thu', 'clerk'), { docId, seen: numbered, recipients });
  expect(await target()).toMatchObject({ sum: 7 + 4, sent: 1, differing: ['25326'] });
  const [state] = await unitStates(deps, clerk, 'mot');
  expect(state).toMatchObject({ stage: 'issued', code: '01/KH-UBND', issuedDate: '2026-03-16' });
  const issued = { code: '9/KH-UBND', issuedDate: '2026-03-12' } as const;
  await expect(markOutside(deps, ward('van-thu', 'clerk'), { docId, issued })).rejects.toMatchObject({
    code: 'already-issued-here',
  });
});

test('a superior reminds units that still have a draft, once a day; their drafters see it until they submit', async () => {
  const superior = { ...provincePlan().superior, docId: 'ke-hoach-nhac' };
  await startFanOut(deps, clerk, { runId: 'nhac', plan: { ...provincePlan(), superior }, units: '25326' });
  await runFanOut(deps, 'dong-nai', 'nhac', { worker: 'a' });
  const drafter = ward('soan', 'drafter');
  const { document } = (await listCameDown(deps, drafter)).find(({ runs }) =>
    runs.some(({ runId }) => runId === 'nhac'),
  )!;
  const { docId } = document;
  const { data } = await getDocument(deps, drafter, docId);
  const saved = await saveDocument(deps, drafter, { docId, seen: document, data });
  const waits = async () => (await listReminders(deps, drafter)).cameDown.map((one) => one.docId);
  expect(await waits()).not.toContain(docId);
  expect(await remindUnits(deps, clerk, { runId: 'nhac' })).toEqual({ reminded: 1, already: 0 });
  expect(await remindUnits(deps, clerk, { runId: 'nhac', unitCodes: ['25326'] })).toEqual({ reminded: 0, already: 1 });
  expect(await waits()).toContain(docId);
  const turns = await listTurns(deps, WARD, { clerks: [], drafters: ['soan'] });
  expect(turns.filter(({ line }) => line.docId === docId)).toMatchObject([
    { staffId: 'soan', line: { list: 'came-down' } },
  ]);
  expect((await unitStates(deps, clerk, 'nhac'))[0]).toMatchObject({ stage: 'opened', remindedAt: expect.any(String) });
  const { version, rev } = saved.document;
  await submitDocument(deps, drafter, { docId, seen: { version, rev } });
  expect(await remindUnits(deps, clerk, { runId: 'nhac' })).toEqual({ reminded: 0, already: 0 });
  await expect(remindUnits(deps, ward('soan', 'drafter'), { runId: 'nhac' })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('the paper of what was issued by other means is kept with the mark, for the superior alone to take', async () => {
  const superior = { ...provincePlan().superior, docId: 'ke-hoach-ngoai' };
  await startFanOut(deps, clerk, { runId: 'ngoai', plan: { ...provincePlan(), superior }, units: '25326' });
  await runFanOut(deps, 'dong-nai', 'ngoai', { worker: 'a' });
  const [row] = await deps.fanOuts.rows('dong-nai', 'ngoai');
  const docId = row?.docId ?? '';
  const paper = smallPdf('ban hanh ngoai');
  const wardClerk = ward('van-thu', 'clerk');
  const { uploadId } = await startUpload(deps, wardClerk, {
    size: paper.length,
    sha256: sha256Hex(paper),
    contentType: PDF,
  });
  await receiveUpload(deps, wardClerk, { uploadId, bytes: paper, contentType: PDF });
  const issued = { code: '7/KH-UBND', issuedDate: '2026-03-12', uploadId } as const;
  await markOutside(deps, wardClerk, { docId, issued });
  expect((await unitStates(deps, clerk, 'ngoai'))[0]).toMatchObject({ stage: 'outside', hasFile: true });
  const asked = { runId: 'ngoai', unitCode: '25326' };
  expect(Buffer.from(await readOutsidePaper(deps, clerk, asked)).equals(paper)).toBe(true);
  await expect(readOutsidePaper(deps, wardClerk, asked)).rejects.toMatchObject({ code: 'not-found' });
  await markOutside(deps, wardClerk, { docId, issued: null });
  await expect(readOutsidePaper(deps, clerk, asked)).rejects.toMatchObject({ code: 'not-found' });
});
