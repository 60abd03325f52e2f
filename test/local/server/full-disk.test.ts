import { closeSync, copyFileSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoPerson, foundOf, signIn } from '#local/demo/demo-client.ts';
import { addUser } from '#local/users/users.ts';
import { CITY, letter, writeExampleOrgans } from '../../support/desk.ts';
import { smallDisk } from '../../support/small-disk.ts';
import { banhanh, end, type ServerProcess, serve } from '../run-banhanh.ts';

const PASSWORD = 'mot mat khau dai';
const disk = smallDisk(24);
const dir = join(disk?.dir ?? '', 'data');
const filler = join(disk?.dir ?? '', 'filler');

/** Leaves no byte free. */
function fill(): void {
  const file = openSync(filler, 'w');
  try {
    for (let size = 64 * 1024; size >= 1; size = size > 1 ? size >> 1 : 0) {
      try {
        for (;;) writeSync(file, Buffer.alloc(size));
      } catch {
        // Not so much is left: less, then.
      }
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

describe.skipIf(!disk)('a disk that is full', () => {
  let server: ServerProcess;
  let people: Record<'drafter' | 'signer' | 'clerk', DemoPerson>;
  beforeAll(async () => {
    copyFileSync(await writeExampleOrgans(dir, () => 'signer'), join(dir, 'organs.json'));
    for (const role of ['drafter', 'signer', 'clerk'] as const)
      await addUser(join(dir, 'users.json'), { username: role, staffId: role, organ: CITY, roles: [role] }, PASSWORD);
    server = await serve(dir);
    const [drafter, signer, clerk] = await Promise.all(
      ['drafter', 'signer', 'clerk'].map((name) => signIn(server.url, name, PASSWORD)),
    );
    people = { drafter: drafter!, signer: signer!, clerk: clerk! };
  });
  afterAll(async () => {
    await end(server, 'SIGKILL');
    disk?.remove();
  });

  const approved = async (docId: string) => {
    const draft = await people.drafter.send('POST', '/documents', { docId, data: letter(`Việc ${docId}`) });
    const submitted = await people.drafter.send('POST', `/documents/${docId}/submit`, {}, draft.etag);
    return (await people.signer.send('POST', `/documents/${docId}/approve`, {}, submitted.etag)).etag;
  };
  const issue = (docId: string, etag: string) =>
    people.clerk.ask('POST', `/documents/${docId}/issue`, { signatureConfirmed: true }, etag);

  test('says so in words, loses nothing, and goes on by itself when there is room', async () => {
    const docId = 'khi-day-dia';
    const etag = await approved(docId);
    fill();
    try {
      const refused = await issue(docId, etag);
      expect([refused.status, refused.json()]).toMatchObject([
        503,
        { code: 'no-space', detail: expect.stringContaining('Hết chỗ trên máy chủ') },
      ]);
      expect(refused.headers.get('retry-after')).not.toBeNull();
      expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
      const ready = await fetch(`${server.url}/readyz`);
      expect([ready.status, await ready.json()]).toMatchObject([503, { status: 'not-ready' }]);
    } finally {
      rmSync(filler);
    }
    const issued = await issue(docId, etag);
    expect([issued.status, foundOf(issued).document.state]).toEqual([200, 'issued']);
    expect(banhanh(['verify', '--data', dir]).stdout).toContain('không có sai lệch');
  });
});
