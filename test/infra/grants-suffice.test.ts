import { createHash } from 'node:crypto';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { FunctionName } from '#infra/grants.ts';
import { createMembers } from '#register/organs/members.ts';
import { exists } from '#register/table/condition.ts';
import { rowKeyOf } from '#register/table/keys/row-keys.ts';
import { putBlob } from '#usecases/blobs.ts';
import { startFanOut } from '#usecases/fan-out/start-fan-out.ts';
import { example, office, someone } from '../api/test-api.ts';
import { type Answered, ask, must } from '../jobs/support/ask.ts';
import { startTestCloud, type TestCloud } from '../jobs/support/cloud.ts';
import { lose } from '../jobs/support/damage.ts';
import { batchEvent, scheduledEvent, sqsEvent } from '../jobs/support/events.ts';
import { issued, numbered } from '../jobs/support/numbered.ts';
import type { RunningFunction } from '../jobs/support/run-function.ts';
import { provincePlan } from '../localise/support/example.ts';
import { fakeOffice } from '../pdf/support/fake-office.ts';
import { CITY, letter } from '../support/desk.ts';
import { smallPdf } from '../support/pdf.ts';
import { startFakeSes } from './support/fake-ses.ts';
import { type Guard, startGuard } from './support/guard.ts';
import { rightsOf } from './support/policies.ts';
import { resourcesOf, templatesOf } from './support/stage.ts';

// Each bundled function works behind a guard that lets through what its synthesized role allows, and nothing else.

const PARTS = { api: 'api', 'pre-token': 'api', tell: 'api', 'make-pdf': 'pdf' } as const;
const WARD = 'phuong-binh-long';
const { drafter, signer, clerk } = office(WARD);
const admin = someone(WARD, 'admin');

let cloud: TestCloud;
let templates: ReturnType<typeof templatesOf>;
const guards: Guard[] = [];

beforeAll(async () => {
  templates = templatesOf('production', { mailFrom: 'ban-hanh@example.gov.vn' });
  cloud = await startTestCloud();
});
afterAll(async () => {
  await cloud.stop();
  for (const guard of guards) await guard.stop();
});
afterEach(() => {
  expect(guards.flatMap(({ denied }) => denied.splice(0))).toEqual([]);
});

/** A function with the rights of its role. */
async function guarded(name: FunctionName, more: Record<string, string> = {}) {
  const template = templates[name in PARTS ? PARTS[name as keyof typeof PARTS] : 'jobs'];
  const prefix = name.replaceAll('-', '').toLowerCase();
  const roles = Object.keys(resourcesOf(template, 'AWS::IAM::Role'));
  const role = roles.find((id) => id.replace(/Role[0-9A-F]{8}$/, '').toLowerCase() === prefix)!;
  const guard = await startGuard(
    rightsOf(template, role),
    { table: cloud.table.endpoint, files: cloud.env['S3_ENDPOINT']!, engines: cloud.engines.endpoint },
    { 'issued-files': 'IssuedFiles', 'work-files': 'WorkFiles' },
  );
  guards.push(guard);
  const { endpoint } = guard;
  const running = await cloud.start(name, {
    DYNAMODB_ENDPOINT: endpoint,
    S3_ENDPOINT: endpoint,
    SQS_ENDPOINT: endpoint,
    SFN_ENDPOINT: endpoint,
    ISSUE_QUEUE_URL: `${endpoint}/123456789012/issue`,
    PDF_QUEUE_URL: `${endpoint}/123456789012/pdf`,
    ...more,
  });
  return { running, guard };
}

const usedActions = ({ used }: Guard) =>
  new Set(used.map(({ action, resource }) => `${action} ${resource.split('/')[0]}`));

describe('api', () => {
  let api: RunningFunction;
  let guard: Guard;
  beforeAll(async () => {
    ({ running: api, guard } = await guarded('api'));
  });

  const send = (who: typeof drafter, method: string, target: string, json?: unknown, headers = {}) =>
    ask(api, cloud, who, method, target, { ...(json !== undefined && { json }), headers });
  const seen = ({ headers }: Answered) => ({ 'if-match': headers['etag'] ?? '' });

  async function issue(docId: string, more: object = {}): Promise<Answered> {
    const data = { ...(await example('ke-hoach-phuong-2026')), ...more };
    const path = `/documents/${docId}`;
    const created = await must(send(drafter, 'POST', '/documents', { docId, data }), 201);
    const saved = await must(send(drafter, 'PUT', path, { data }, seen(created)), 200);
    const submitted = await must(send(drafter, 'POST', `${path}/submit`, {}, seen(saved)), 200);
    const returned = await must(send(signer, 'POST', `${path}/return`, { reason: 'Xem lại' }, seen(submitted)), 200);
    const again = await must(send(drafter, 'POST', `${path}/submit`, {}, seen(returned)), 200);
    const approved = await must(send(signer, 'POST', `${path}/approve`, {}, seen(again)), 200);
    return must(send(clerk, 'POST', `${path}/issue`, { signatureConfirmed: true }, seen(approved)), 200);
  }

  test('takes documents their whole way, keeps what is signed, finds, lists and withdraws them', async () => {
    const first = await issue('di-het-duong');
    const { files } = first.body;
    await must(send(clerk, 'GET', files[0].href), 303);
    await must(send(clerk, 'GET', `${files[0].href}/pdf`), 404);
    const signed = smallPdf();
    const ticket = await must(
      send(clerk, 'POST', '/uploads', {
        size: signed.length,
        sha256: createHash('sha256').update(signed).digest('hex'),
        contentType: 'application/pdf',
      }),
      201,
    );
    const put = await fetch(ticket.body.url, { method: 'PUT', headers: ticket.body.headers, body: signed });
    expect(put.status).toBe(200);
    const { uploadId } = ticket.body;
    const kept = await must(send(clerk, 'PUT', '/documents/di-het-duong/signed', { uploadId }, seen(first)), 200);
    await must(send(clerk, 'GET', '/documents/di-het-duong/views'), 200);
    for (const target of [
      '/find?number=1%2FKH-UBND',
      '/find?number=2%2FKH-UBND',
      '/search?text=c%E1%BA%A3i%20c%C3%A1ch',
      '/search?from=2026-01-01',
      '/documents?state=issued',
      '/documents/di-het-duong',
      '/documents/di-het-duong/audit',
      `/issued/${WARD}/di-het-duong`,
      `/issued/${WARD}/di-het-duong/metadata`,
      '/book?year=2026&format=xlsx',
      '/series?year=2026',
      '/statistics?year=2026',
      '/reminders',
    ]) {
      expect((await send(clerk, 'GET', target)).status, target).toBe(200);
    }
    const settings = { schema: 'ExchangeSettings@1', organCode: '000.00.00.H19' };
    await must(send(clerk, 'POST', '/documents/di-het-duong/edxml', settings), 200);
    await must(send(drafter, 'POST', '/documents/di-het-duong/copy', {}), 201);
    const data = letter('phối hợp tổng kết năm trước');
    const old = {
      docId: 'mot-so-cu-2025',
      codeNumber: 7,
      issuedDate: '2025-09-03',
      data: { ...data, signer: { ...data.signer, fullName: 'Trần Văn Hai' } },
    };
    await must(send(someone(CITY, 'clerk'), 'POST', '/brought-in', old), 201);
    await must(send(clerk, 'POST', '/documents/di-het-duong/withdraw', { reason: 'Ban hành nhầm' }, seen(kept)), 200);
    expect(usedActions(guard)).toContain('dynamodb:ConditionCheckItem Register');
    expect(cloud.engines.messages.at(-1)).toContain('pdf@1');
  });

  test('keeps profiles, members and series', async () => {
    const profile = await example('ho-so/phuong-binh-long').catch(() => undefined);
    const profiles = await must(send(admin, 'GET', '/profiles'), 200);
    const standing = profile ?? profiles.body.items[0].profile;
    const next = { ...standing, validFrom: '2026-02-02' };
    await must(send(admin, 'PUT', '/profiles/2026-02-02', next, { 'if-none-match': '*' }), 200);
    const lan = { username: 'lan', name: 'Nguyễn Thị Lan', roles: ['clerk'], active: true };
    const made = await must(send(admin, 'PUT', '/members/vt-01', lan, { 'if-none-match': '*' }), 200);
    const gone = { ...lan, active: false };
    await must(send(admin, 'PUT', '/members/vt-01', gone, seen(made)), 200);
    await must(send(admin, 'PUT', '/members/vt-02', { ...lan, name: 'Trần Văn Hai' }, { 'if-none-match': '*' }), 200);
    await must(send(admin, 'GET', '/members'), 200);
    await must(send(clerk, 'PUT', `/series/${new Date().getFullYear()}/cong-van`, { start: 5 }), 200);
    await must(send(clerk, 'POST', '/series/2025/ke-hoach/close', {}), 200);
  });

  test('starts a fan-out and tells how far it is', async () => {
    const plan = provincePlan();
    plan.superior.docId = 'kh-cua-tinh';
    const tinh = someone('dong-nai', 'clerk');
    await must(send(tinh, 'POST', '/fan-outs', { runId: 'qua-cong', plan, units: '25326' }), 202);
    for (const rest of ['', '/targets']) await must(send(tinh, 'GET', `/fan-outs/qua-cong${rest}`), 200);
    await must(send(tinh, 'GET', '/fan-outs/qua-cong/zip'), 303);
    await must(send(tinh, 'POST', '/fan-outs/qua-cong/retry', {}), 202);
    expect(usedActions(guard)).toContain('states:StartExecution FanOut');
  });

  test('is kept from what it has no right to: the guard is no open door', async () => {
    const { denied } = await denying(async ({ endpoint }) => {
      const post = (target: string, body: object) =>
        fetch(endpoint, {
          method: 'POST',
          headers: { 'x-amz-target': `DynamoDB_20120810.${target}` },
          body: JSON.stringify(body),
        });
      const TableName = cloud.table.tableName;
      await fetch(`${endpoint}/work-files/issued/x/y/z`, { method: 'PUT', body: 'x' });
      const Key = { PK: { S: 'A#x#D#y' }, SK: { S: 'META' } };
      await post('DeleteItem', { TableName, Key });
      await post('PutItem', { TableName, Item: Key });
      await post('Scan', { TableName });
      await post('Query', {
        TableName,
        IndexName: 'outbox',
        KeyConditionExpression: '#a = :a',
        ExpressionAttributeValues: { ':a': { S: 'OUT#0' } },
      });
      await post('TransactWriteItems', { TransactItems: [{ Delete: { TableName, Key } }] });
      await post('TransactWriteItems', { TransactItems: [{ Update: { TableName, Key: { PK: { S: 'A#x#P' } } } }] });
      await fetch(`${endpoint}/issued-files/issued/x/y/z`, { method: 'DELETE' });
    });
    expect(denied.map(({ action }) => action)).toEqual([
      's3:PutObject',
      'dynamodb:DeleteItem',
      'dynamodb:PutItem',
      'dynamodb:Scan',
      'dynamodb:Query',
      'dynamodb:DeleteItem',
      'dynamodb:UpdateItem',
      's3:DeleteObject',
    ]);
  });

  /** Runs something against a guard of the API that is not looked at afterwards. */
  async function denying(work: (guard: Guard) => Promise<void>): Promise<{ readonly denied: Guard['denied'] }> {
    const { guard: own } = await guarded('api');
    guards.pop();
    await work(own);
    await own.stop();
    return own;
  }
});

describe('what runs behind', () => {
  test('sweep, finish-issue and verify take up an issue that was cut off', async () => {
    const [sweep, finish, verify] = [
      await guarded('sweep'),
      await guarded('finish-issue'),
      await guarded('verify', { VERIFY_DAYS: '1' }),
    ];
    await numbered(cloud.deps, 'bo-do');
    await issued(cloud.deps, 'da-xong');
    cloud.engines.messages.length = 0;
    expect(await sweep.running.invoke(scheduledEvent())).toMatchObject({ issues: 1 });
    const message = JSON.stringify({ schema: 'issue@1', organ: CITY, docId: 'bo-do' });
    expect(cloud.engines.messages).toEqual([message]);
    expect(await finish.running.invoke(sqsEvent(message, message))).toEqual({ batchItemFailures: [] });
    expect(await verify.running.invoke(scheduledEvent())).toMatchObject({ isComplete: true });
    for (const one of ['dynamodb:Scan Register', 's3:ListBucket IssuedFiles', 's3:GetObject WorkFiles']) {
      expect(usedActions(verify.guard)).toContain(one);
    }
  });

  test('heads stand in the locked bucket, and reindex gives an older line its tokens', async () => {
    await issued(cloud.deps, 'co-dau-chuoi');
    const [heads, reindex] = [await guarded('heads'), await guarded('reindex')];
    expect(await heads.running.invoke(scheduledEvent())).toMatchObject({ isComplete: true, root: expect.any(String) });
    expect(await heads.running.invoke(scheduledEvent())).toEqual({ isComplete: true });
    const used = usedActions(heads.guard);
    for (const one of ['s3:PutObject IssuedFiles', 's3:GetObject IssuedFiles']) expect(used).toContain(one);
    const { row } = await cloud.deps.register.getNumbered(CITY, 'co-dau-chuoi');
    const older = { update: rowKeyOf(row), set: {}, remove: ['wordsVersion'], if: exists('PK') };
    await cloud.table.table().transact([older]);
    expect(await reindex.running.invoke({})).toEqual({ isComplete: true, count: 1 });
    expect(await reindex.running.invoke({})).toEqual({ isComplete: true, count: 0 });
    expect(usedActions(reindex.guard)).toContain('dynamodb:UpdateItem Register');
  });

  test('texts of drafts that nothing names are looked for, and may be marked', async () => {
    await issued(cloud.deps, 'co-ban-thao');
    const clear = await guarded('clear-drafts');
    const { key } = await putBlob(cloud.deps, CITY, 'co-ban-thao', { left: 'by a save' });
    const weekAgo = new Date(Date.now() - 8 * 24 * 60 * 60 * 1000);
    await utimes(join(cloud.dirs.work, `${key}._S3rver_object`), weekAgo, weekAgo);
    expect(await clear.running.invoke({ all: true })).toMatchObject({ removed: 1, isComplete: true });
    const used = usedActions(clear.guard);
    for (const one of ['s3:PutObjectVersionTagging WorkFiles', 's3:ListBucket WorkFiles', 'dynamodb:Query Register']) {
      expect(used).toContain(one);
    }
  });

  test('verify tells of a frozen document that is gone, and is not told that it is forbidden', async () => {
    const { document } = await issued(cloud.deps, 'mat-ban-dong-bang');
    await lose(cloud.dirs.work, document.frozen!.key);
    const { running } = await guarded('verify', { VERIFY_DAYS: '1' });
    expect(await running.invoke(scheduledEvent())).toMatchObject({ isComplete: true });
    expect(running.logs()).toContainEqual(expect.objectContaining({ message: 'breach', code: 'frozen-missing' }));
  });

  test('fan-out-units and fan-out-batch make the drafts of a run', async () => {
    const [units, worker] = [await guarded('fan-out-units'), await guarded('fan-out-batch')];
    const plan = provincePlan();
    plan.superior.docId = 'kh-giao-viec';
    const deps = { ...cloud.deps, clock: { ...cloud.deps.clock, now: () => new Date('2026-03-16T09:00:00+07:00') } };
    const tinh = { organ: 'dong-nai', staffId: 'van-thu-tinh', roles: ['clerk'] } as const;
    await startFanOut(deps, tinh, { runId: 'giao-viec', plan, units: '25326,25333' });
    const { units: todo } = await units.running.invoke({ organ: 'dong-nai', runId: 'giao-viec' });
    const batch = batchEvent('dong-nai', 'giao-viec', todo);
    expect(await worker.running.invoke(batch)).toMatchObject({ done: todo.length, failed: 0 });
    expect(await worker.running.invoke(batch)).toMatchObject({ done: 0, failed: 0, left: 0 });
    expect(await units.running.invoke({ organ: 'dong-nai', runId: 'giao-viec' })).toMatchObject({ units: [] });
  });

  test('pre-token reads the member whose sign-in name it is', async () => {
    const members = createMembers(cloud.table.table());
    await members.put({
      organ: CITY,
      staffId: 'vt-09',
      username: 'hoa',
      name: 'Lê Thị Hoa',
      roles: ['clerk'],
      active: true,
      rev: null,
      actor: 'quan-tri',
      at: new Date(),
    });
    const { running } = await guarded('pre-token');
    const answer = await running.invoke({ version: '2', userName: 'hoa', request: {}, response: {} });
    expect(JSON.stringify(answer)).toContain('vt-09');
  });

  test('make-pdf copies an issued file, and once', async () => {
    const soffice = await fakeOffice('printf "%%PDF-1.6 made" >"$OUT/document.pdf"');
    const { running, guard } = await guarded('make-pdf', { SOFFICE: soffice.program });
    const { row } = await issued(cloud.deps, 'can-ban-pdf');
    const asked = JSON.stringify({ schema: 'pdf@1', organ: CITY, docId: 'can-ban-pdf', fileId: row.files[0]!.fileId });
    expect(await running.invoke(sqsEvent(asked))).toEqual({ batchItemFailures: [] });
    expect(await running.invoke(sqsEvent(asked))).toEqual({ batchItemFailures: [] });
    expect(usedActions(guard)).toContain('s3:PutObject WorkFiles');
  });

  test('tell reads what waits, hands letters to SES, and notes them', async () => {
    const ses = await startFakeSes();
    const members = createMembers(cloud.table.table());
    const about = { active: true, rev: null, actor: 'quan-tri', at: new Date() };
    const person = { organ: CITY, staffId: 'vt-10', username: 'vt-10', name: 'Văn thư', email: 'vt@example.gov.vn' };
    await members.put({ ...person, roles: ['clerk'], ...about });
    await issued(cloud.deps, 'cho-gui-qua-thu');
    const { running, guard } = await guarded('tell', {
      SES_ENDPOINT: ses.endpoint,
      MAIL_FROM: 'ban-hanh@example.gov.vn',
      PAGE_ORIGIN: 'https://vanban.example.gov.vn',
    });
    expect(await running.invoke(scheduledEvent())).toEqual({ sent: 1 });
    expect(await running.invoke(scheduledEvent())).toEqual({ sent: 0 });
    const [mail] = ses.taken;
    expect(mail).toMatchObject({
      FromEmailAddress: 'ban-hanh@example.gov.vn',
      Destination: { ToAddresses: ['vt@example.gov.vn'] },
    });
    expect(JSON.stringify(mail)).toContain(`https://vanban.example.gov.vn/van-ban/${CITY}/cho-gui-qua-thu`);
    expect(ses.taken).toHaveLength(1);
    expect(usedActions(guard)).toContain('dynamodb:PutItem Register');
    await ses.stop();
  });
});
