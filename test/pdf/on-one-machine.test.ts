import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { dataPaths } from '#local/data-directory/data-directory.ts';
import { createCalendar } from '#local/demo/demo-calendar.ts';
import type { RunningServer } from '#local/server/start-options.ts';
import { startServer } from '#local/server/start-server.ts';
import { openTokens } from '#local/server/tokens.ts';
import { holderOf, readUsers } from '#local/target/users-file.ts';
import { addUser } from '#local/users/users.ts';
import {
  approve,
  example,
  issue,
  must,
  office,
  type Reply,
  sendOut,
  someone,
  type TestApi,
  type Who,
} from '../api/test-api.ts';
import { banhanh } from '../local/run-banhanh.ts';
import { describeWith } from '../support/ci-tools.ts';
import { writeExampleOrgans } from '../support/desk.ts';
import { pageTexts } from '../support/office.ts';
import { smallPdf } from '../support/pdf.ts';
import { type FakeOffice, fakeOffice, HANGS, living } from './support/fake-office.ts';

const WARD = 'phuong-binh-long';
const { drafter, signer, clerk } = office(WARD);
const reader = someone('dong-nai', 'reader');
const root = join(import.meta.dirname, '../..');
let dir: string;
let server: RunningServer | undefined;

/** Starts the server with this PATH, and issues the ward's plan once. */
async function start(path: string): Promise<Pick<TestApi, 'send'>> {
  vi.stubEnv('PATH', path);
  const isNew = dir === undefined;
  dir ??= await mkdtemp(join(tmpdir(), 'banhanh-one-'));
  const { clock } = createCalendar('2026-03-16T09:00:00+07:00');
  const organsFile = await writeExampleOrgans(dir, (organ) => office(organ).signer.staffId);
  if (isNew) {
    for (const { organ, staffId, roles } of [drafter, signer, clerk, reader])
      await addUser(dataPaths(dir).users, { username: staffId, staffId, organ, roles: [...roles] }, 'mật khẩu dài');
  }
  server = await startServer({ dir, port: 0, organsFile, clock, report: () => {}, onRecovery: () => {} });
  const { url } = server;
  const tokens = await openTokens(dataPaths(dir).tokenKey, () => new Date());
  const send = async (
    who: Who | null,
    method: string,
    target: string,
    body?: unknown,
    headers = {},
  ): Promise<Reply> => {
    const user = who && holderOf(await readUsers(dataPaths(dir).users), who.staffId);
    const token = user && (await tokens.sign(user));
    const response = await fetch(`${url}${target}`, {
      method,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body) }),
    });
    const bytes = await response.bytes();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    const read = isJson ? JSON.parse(new TextDecoder().decode(bytes)) : undefined;
    return {
      status: response.status,
      headers: response.headers,
      etag: response.headers.get('etag') ?? '',
      bytes,
      body: read,
    };
  };
  const api = { send } as TestApi;
  if (isNew) {
    const approved = await approve(api, await example('ke-hoach-phuong-2026'), 'the-plan');
    const { etag } = await must(issue(api, clerk, approved), 200);
    // Another organ's reader asks below.
    await sendOut(api, clerk, { path: approved.path, etag });
  }
  return api;
}

afterEach(async () => {
  vi.unstubAllEnvs();
  await server?.close();
  server = undefined;
});
afterAll(() => rm(dir, { recursive: true, force: true }));

const href = `/issued/${WARD}/the-plan/files/van-ban`;

describe('a machine without LibreOffice', () => {
  test('says what to install, and still hands out the .docx', async () => {
    const api = await start('/nonexistent');
    const { body } = await must(api.send(reader, 'GET', `${href}/pdf`), 503);
    expect(body.code).toBe('pdf-not-installed');
    expect(body.detail).toContain('sudo apt install libreoffice-writer-nogui fonts-liberation2');
    await must(api.send(reader, 'GET', href), 200);
  });
});

describe('a machine whose LibreOffice hangs', () => {
  let fake: FakeOffice;
  beforeAll(async () => {
    fake = await fakeOffice(...HANGS);
  });
  afterAll(() => fake.remove());

  test('ends it when the server ends; who waited is told', async () => {
    const api = await start(`${join(fake.program, '..')}:/usr/bin:/bin`);
    const waiting = api.send(reader, 'GET', `${href}/pdf`).catch((error) => error);
    const too = api.send(clerk, 'GET', `${href}/pdf`).catch((error) => error);
    await expect.poll(async () => (await living(fake)).length, { timeout: 30_000 }).toBe(3);
    await server!.close();
    server = undefined;
    await Promise.all([waiting, too]);
    await expect.poll(() => living(fake), { timeout: 30_000 }).toEqual([]);
    // Two who asked for the same waited for the same.
    expect((await fake.left('pids')).trim().split('\n')).toHaveLength(3);
  });
});

describeWith('soffice', 'a machine with LibreOffice', () => {
  describeWith('pdftotext', 'and poppler', () => {
    test('makes the copy when it is first asked for, and hands out the same ever after', async () => {
      const api = await start(process.env['PATH']!);
      const takers = async (): Promise<string[]> => {
        const { body } = await must(api.send(clerk, 'GET', '/documents/the-plan/views'), 200);
        const downloads = body.items.filter(({ kind }: { readonly kind: string }) => kind === 'download');
        return downloads.map(({ actor }: { readonly actor: string }) => actor).sort();
      };
      const before = await takers();
      const [first, second] = await Promise.all([
        must(api.send(reader, 'GET', `${href}/pdf`), 200),
        must(api.send(clerk, 'GET', `${href}/pdf`), 200),
      ]);
      expect(first.headers.get('content-type')).toBe('application/pdf');
      expect(first.headers.get('content-disposition')).toBe('attachment; filename=01-KH-UBND.pdf');
      expect((await pageTexts(first.bytes)).length).toBe(9);
      expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
      const third = await must(api.send(reader, 'GET', `${href}/pdf`), 200);
      expect(Buffer.compare(first.bytes, third.bytes)).toBe(0);
      expect(await takers()).toEqual([...before, clerk.staffId, reader.staffId, reader.staffId].sort());
    });

    test('hands out a signed file itself', async () => {
      const api = await start(process.env['PATH']!);
      const { etag } = await api.send(clerk, 'GET', '/documents/the-plan');
      const signed = { 'content-type': 'application/pdf', 'if-match': etag };
      await must(api.send(clerk, 'PUT', '/documents/the-plan/signed', smallPdf('by hand'), signed), 200);
      const got = await must(api.send(reader, 'GET', `/issued/${WARD}/the-plan/files/signed-1/pdf`), 200);
      expect(Buffer.from(got.bytes).toString()).toContain('by hand');
    });

    test('`banhanh pdf` makes one of a file, and says why not of another', async () => {
      const docx = join(dir, 'plan.docx');
      const pdf = join(dir, 'plan.pdf');
      const plan = join(root, 'examples/ke-hoach-phuong-2026.json');
      expect(banhanh(['render', plan, '--out', docx]).status).toBe(0);
      expect(banhanh(['pdf', docx, '--out', pdf])).toEqual({ status: 0, stdout: `${pdf}\n`, stderr: '' });
      const refused = banhanh(['pdf', plan, '--out', pdf]);
      expect(refused.status).toBe(1);
      expect(refused.stderr).toContain('chỉ chuyển tệp .docx do Ban Hành tạo');
      expect(banhanh(['pdf', join(dir, 'none.docx'), '--out', pdf]).stderr).toContain('Không có tệp');
    });
  });
});
