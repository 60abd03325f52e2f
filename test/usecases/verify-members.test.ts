import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFileMembers } from '#local/target/file-members.ts';
import { addUser } from '#local/users/users.ts';
import { verifyMembers } from '#usecases/upkeep/verify-organ-items.ts';

let dir: string;
let path: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'banhanh-verify-members-'));
  path = join(dir, 'users.json');
  for (const name of ['an', 'binh']) {
    await addUser(path, { username: name, staffId: name, organ: 'phu-ly', roles: ['drafter'] }, 'mật khẩu dài');
  }
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const look = () => verifyMembers(createFileMembers(path), 'phu-ly');

test.each([
  ['roles', { roles: ['admin'] }],
  ['name', { name: 'Ai khác' }],
  ['rev', { rev: 7 }],
  ['username', { username: 'an' }],
])('names a member whose %s no change has written', async (what, change) => {
  expect(await look()).toEqual([]);
  const file = JSON.parse(await readFile(path, 'utf8'));
  Object.assign(file.users[1], change);
  await writeFile(path, JSON.stringify(file));
  expect(await look()).toContainEqual(expect.objectContaining({ code: 'member-differs', what }));
});
