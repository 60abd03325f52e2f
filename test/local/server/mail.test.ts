import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTeller, type Teller } from '#local/mail/teller.ts';
import { MailRefused, type SendLetter } from '#usecases/telling/letter.ts';
import { tellOrgan } from '#usecases/telling/tell-organ.ts';
import { example, must, office, openTestApi, type Reply, someone, type TestApi, type Who } from '../../api/test-api.ts';
import { type MailServer, startMailServer } from '../../support/mail-server.ts';
import { banhanhAside } from '../run-banhanh.ts';

const OWN = 'phuong-binh-long';
const { drafter, signer, clerk } = office(OWN);
const admin = someone(OWN, 'admin');
const PAGE = 'https://vanban.example.vn';
let api: TestApi;
let mail: MailServer;
let teller: Teller;
let failures: string[];
// biome-ignore lint/suspicious/noExplicitAny: an example as it is
let data: any;

const addressOf = ({ staffId }: Who) => `${staffId}@example.vn`;

beforeAll(async () => {
  data = await example('ke-hoach-phuong-2026');
});
beforeEach(async () => {
  // A Monday, before the first digest.
  api = await openTestApi('2026-03-16T07:00:00+07:00');
  mail = await startMailServer();
  failures = [];
  for (const who of [drafter, signer, clerk]) {
    const body = { username: who.staffId, name: `Người ${who.roles[0]}`, roles: who.roles, active: true };
    const put = { ...body, email: addressOf(who) };
    await must(api.send(admin, 'PUT', `/members/${who.staffId}`, put, { 'if-none-match': '*' }), 200);
  }
  teller = open();
  // The digest of Friday has nothing in it.
  await teller.run();
});
afterEach(async () => {
  await teller.stop();
  await mail.close();
  await api.close();
});

function open(): Teller {
  const { deps, members, tellings } = api;
  const settings = {
    ...({ schema: 'mail@1', host: '127.0.0.1', port: mail.port, isTls: false } as const),
    ...{ from: 'Ban Hành <vanthu@example.vn>', pageAddress: PAGE },
  };
  return startTeller({
    ...{ deps, members, tellings, settings },
    organs: async () => [OWN],
    onFailure: (sentence) => failures.push(sentence),
  });
}

async function submitted(docId: string, more: object = {}): Promise<Reply> {
  const draft = await must(api.send(drafter, 'POST', '/documents', { docId, data: { ...data, ...more } }), 201);
  return post(docId, 'submit', draft.etag, drafter);
}

const post = (docId: string, act: string, etag: string, who: Who, body: object = {}): Promise<Reply> =>
  must(api.send(who, 'POST', `/documents/${docId}/${act}`, body, { 'if-match': etag }), 200);

test('tells of what waits at 7:30 and 13:30 of a working day: trích yếu and link, never the text', async () => {
  const waiting = await submitted('for-the-signer');
  await teller.run();
  expect(mail.taken).toEqual([]);
  api.calendar.moveTo('2026-03-16T07:30:00+07:00');
  await teller.run();
  await teller.run();
  expect(mail.taken.map(({ to }) => to)).toEqual([[addressOf(signer)]]);
  const [letter] = mail.taken;
  expect(letter?.subject).toBe('Ban Hành: 1 văn bản đang chờ');
  expect(letter?.text).toContain(`Chờ ký\n\n- Kế hoạch: ${data.subject}`);
  expect(letter?.text).toContain(`${PAGE}/van-ban/${OWN}/for-the-signer`);
  expect(letter?.text).not.toContain(data.body[0].children?.[0]?.text ?? data.body[0].text);
  expect(letter?.headers).toMatch(/^auto-submitted: auto-generated$/im);

  await post('for-the-signer', 'approve', waiting.etag, signer);
  await teller.run();
  expect(mail.taken).toHaveLength(1);
  api.calendar.moveTo('2026-03-16T13:31:00+07:00');
  await teller.run();
  expect(mail.taken.slice(1).map(({ to, text }) => [to, text.includes('Chờ cấp số')])).toEqual([
    [[addressOf(clerk)], true],
  ]);
  // A Saturday has no digest; Monday's tells what still waits.
  api.calendar.moveTo('2026-03-21T14:00:00+07:00');
  mail.taken.length = 0;
  await teller.run();
  expect(mail.taken).toHaveLength(1);
  await teller.run();
  expect(mail.taken).toHaveLength(1);
  api.calendar.moveTo('2026-03-22T14:00:00+07:00');
  await teller.run();
  expect(mail.taken).toHaveLength(1);
  expect(failures).toEqual([]);
  expect(await api.verify()).toEqual([]);
});

test('tells of what is urgent at once, each person of each turn once', async () => {
  const first = await submitted('urgent-one', { urgency: 'HOẢ TỐC' });
  await teller.run();
  await teller.run();
  expect(mail.taken.map(({ to, subject }) => [to[0], subject])).toEqual([
    [addressOf(signer), `[HOẢ TỐC] Chờ ký: ${data.subject}`.slice(0, 200)],
  ]);
  const returned = await post('urgent-one', 'return', first.etag, signer, { reason: 'Thiếu căn cứ' });
  await teller.run();
  expect(mail.taken.at(-1)?.to).toEqual([addressOf(drafter)]);
  await post('urgent-one', 'submit', returned.etag, drafter);
  await teller.run();
  expect(mail.taken.map(({ to }) => to[0])).toEqual([addressOf(signer), addressOf(drafter), addressOf(signer)]);
});

test('tells again after a crash between the mail and its note, and never leaves one out', async () => {
  await submitted('told-twice', { urgency: 'KHẨN' });
  const { write } = api.tellings;
  api.tellings.write = async () => {
    throw new Error('the machine dies here');
  };
  await teller.run();
  expect(mail.taken).toHaveLength(1);
  api.tellings.write = write;
  await teller.stop();
  teller = open();
  await teller.run();
  await teller.run();
  expect(mail.taken.map(({ to }) => to[0])).toEqual([addressOf(signer), addressOf(signer)]);
});

test('tries again when the server is down, and goes on past an address that is refused for good', async () => {
  await submitted('server-is-down', { urgency: 'KHẨN' });
  mail.isDown = true;
  await teller.run();
  expect(mail.taken).toEqual([]);
  expect(failures).toHaveLength(1);
  mail.isDown = false;
  await teller.run();
  expect(mail.taken).toHaveLength(1);

  mail.refused.add(addressOf(signer));
  await submitted('refused-address', { urgency: 'KHẨN' });
  await teller.run();
  expect(failures).toHaveLength(2);
  await teller.run();
  expect(failures).toHaveLength(2);
});

test('counts the letters that went, of which a refused one is none, and asks a refused address no more', async () => {
  await submitted('one-of-two', { urgency: 'KHẨN' });
  const { deps, members, tellings } = api;
  const asked: string[] = [];
  const round = (send: SendLetter) =>
    tellOrgan({ ...deps, members, tellings, send, onFailure: ({ staffId }) => failures.push(staffId) }, OWN);
  const refuse: SendLetter = async ({ to }) => {
    asked.push(to);
    throw new MailRefused('no such address');
  };
  expect(await round(refuse)).toBe(0);
  expect(await round(refuse)).toBe(0);
  expect(asked).toEqual([addressOf(signer)]);
  await submitted('another-one', { urgency: 'KHẨN' });
  expect(await round(async ({ to }) => void asked.push(to))).toBe(1);
});

test('tells who stands in for someone away, and nobody without an address or who has left', async () => {
  const head: Who = { organ: OWN, staffId: 'truong-don-vi', roles: ['checker'] };
  const deputy: Who = { organ: OWN, staffId: 'pho-don-vi', roles: ['checker'] };
  const body = { username: deputy.staffId, name: 'Phó', roles: ['checker'], active: true, email: addressOf(deputy) };
  await must(api.send(admin, 'PUT', `/members/${deputy.staffId}`, body, { 'if-none-match': '*' }), 200);
  const way = {
    ownDraftAllowed: false,
    steps: [{ steps: [{ step: 'content', by: { kind: 'person', staffId: head.staffId } }] }],
    absences: [{ staffId: head.staffId, from: '2026-03-16', to: '2026-03-16', deputy: deputy.staffId }],
  };
  await must(api.send(admin, 'PUT', '/office', way, { 'if-none-match': '*' }), 200);
  await teller.run();
  await submitted('head-is-away', { urgency: 'KHẨN' });
  await teller.run();
  expect(mail.taken.map(({ to, subject }) => [to[0], subject.slice(0, 22)])).toEqual([
    [addressOf(deputy), '[KHẨN] Chờ kiểm tra: T'],
  ]);
  await must(
    api.send(admin, 'PUT', `/members/${deputy.staffId}`, { ...body, email: null }, { 'if-match': '"r1"' }),
    200,
  );
  await submitted('nobody-to-tell', { urgency: 'KHẨN' });
  await teller.run();
  expect(mail.taken).toHaveLength(1);
  const { items } = (await must(api.send(admin, 'GET', '/members'), 200)).body;
  const standing = items.find(({ staffId }: { readonly staffId: string }) => staffId === deputy.staffId);
  expect(standing.email).toBeUndefined();
  expect(standing.changes.map(({ email }: { readonly email?: string }) => email)).toEqual([
    addressOf(deputy),
    undefined,
  ]);
});

test('is set up, tried and ended at the command line', async () => {
  const at = ['--data', api.dir];
  const run = (...args: readonly string[]) => banhanhAside(['mail', ...args, ...at]);
  expect((await run('status')).stdout).toContain('không ai được báo');
  const address = ['--host', '127.0.0.1', '--port', String(mail.port), '--from', 'vanthu@example.vn'];
  expect((await run('set', ...address, '--page', 'vanban')).status).toBe(2);
  expect((await run('set', ...address, '--page', `${PAGE}/`)).status).toBe(0);
  expect((await run('status')).stdout).toContain(`trang: ${PAGE}.`);
  expect((await run('test', 'ai@example.vn')).status).toBe(0);
  expect(mail.taken.map(({ to, subject }) => [to[0], subject])).toEqual([['ai@example.vn', 'Ban Hành: thư thử']]);
  mail.refused.add('khong@example.vn');
  const refused = await run('test', 'khong@example.vn');
  expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('chưa nhận')]);
  expect((await run('off')).status).toBe(0);
  expect((await run('status')).stdout).toContain('không ai được báo');
}, 60_000);
