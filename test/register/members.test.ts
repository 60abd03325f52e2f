import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createFileMembers } from '#local/target/file-members.ts';
import { createMembers, type Members } from '#register/organs/members.ts';
import type { PutMemberCommand } from '#register/organs/members-change.ts';
import { openTestTable, type TestTable } from '../support/test-table.ts';

let table: TestTable;
let dir: string;
beforeAll(async () => {
  table = await openTestTable();
  dir = await mkdtemp(join(tmpdir(), 'banhanh-members-'));
});
afterAll(async () => {
  await table.stop();
  await rm(dir, { recursive: true, force: true });
});

const adapters: [name: string, open: () => Members][] = [
  ['the table', () => createMembers(table.table)],
  ['the file of users', () => createFileMembers(join(dir, 'users.json'))],
];

describe.each(adapters)('members in %s', (_name, open) => {
  let members: Members;
  let organ: string;
  let username: string;
  beforeEach(() => {
    members = open();
    organ = `organ-${randomUUID()}`;
    username = `user-${randomUUID()}`;
  });

  const command = (more: Partial<PutMemberCommand> = {}): PutMemberCommand => ({
    organ,
    staffId: 'vt-01',
    username,
    name: 'Nguyễn Thị Lan',
    roles: ['clerk'],
    active: true,
    rev: null,
    actor: 'quan-tri',
    at: new Date('2026-03-16T02:00:00Z'),
    ...more,
  });

  test('adds one, who is found by id and by sign-in name, with who did it and when', async () => {
    const added = await members.put(command());
    expect(added).toMatchObject({ rev: 1, updatedBy: 'quan-tri', updatedAt: '2026-03-16T02:00:00.000Z', active: true });
    expect(await members.get(organ, 'vt-01')).toEqual(added);
    expect(await members.ofLogin(username)).toEqual(added);
    expect(await members.list(organ)).toEqual([added]);
    expect(await members.get(organ, 'vt-02')).toBeUndefined();
    expect(await members.ofLogin('khong-co')).toBeUndefined();
  });

  test('keeps every change, and refuses one of what was not seen', async () => {
    await members.put(command());
    await members.put(command({ rev: 1, roles: ['clerk', 'admin'], at: new Date('2026-04-01T00:00:00Z') }));
    const ended = await members.put(command({ rev: 2, active: false, actor: 'khac' }));
    expect(ended.changes.map(({ rev, roles, active, by }) => [rev, roles.join(), active, by])).toEqual([
      [1, 'clerk', true, 'quan-tri'],
      [2, 'clerk,admin', true, 'quan-tri'],
      [3, 'clerk', false, 'khac'],
    ]);
    await expect(members.put(command({ rev: 2 }))).rejects.toMatchObject({ code: 'stale', params: { rev: 3 } });
    await expect(members.put(command())).rejects.toMatchObject({ code: 'stale' });
    expect(await members.list(organ)).toEqual([ended]);
  });

  test('gives a sign-in name to one at a time', async () => {
    await members.put(command());
    const other = command({ staffId: 'vt-02', actor: 'x' });
    await expect(members.put(other)).rejects.toMatchObject({ code: 'login-taken' });
    await members.put(command({ rev: 1, active: false }));
    await members.put(other);
    expect(await members.ofLogin(username)).toMatchObject({ staffId: 'vt-02' });
    await expect(members.put(command({ rev: 2 }))).rejects.toMatchObject({ code: 'login-taken' });
    expect((await members.list(organ)).map(({ staffId, active }) => [staffId, active])).toEqual([
      ['vt-01', false],
      ['vt-02', true],
    ]);
  });

  test('lets one of many win who ask for a sign-in name at once', async () => {
    const asked = Array.from({ length: 8 }, (_, n) => members.put(command({ staffId: `vt-${n}` })));
    const outcomes = await Promise.allSettled(asked);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await members.list(organ)).toHaveLength(1);
  });

  test('the operator moves a person to another organ with their name and id, once the first has let them go', async () => {
    const second = `organ-${randomUUID()}`;
    await members.put(command());
    const there = command({ organ: second });
    await expect(members.put(there)).rejects.toMatchObject({ code: 'login-taken' });
    await members.put(command({ rev: 1, active: false }));
    await expect(members.put({ ...there, staffId: 'ke-gian' })).rejects.toMatchObject({ code: 'login-taken' });
    await expect(members.put(there)).rejects.toMatchObject({ code: 'login-taken' });
    await members.put({ ...there, mayMoveLogin: true });
    expect(await members.ofLogin(username)).toMatchObject({ organ: second, staffId: 'vt-01' });
    expect(await members.get(organ, 'vt-01')).toMatchObject({ active: false });
  });

  test('never changes a sign-in name', async () => {
    await members.put(command());
    const renamed = members.put(command({ rev: 1, username: `${username}-2` }));
    await expect(renamed).rejects.toMatchObject({ code: 'login-fixed', params: { username } });
  });

  test('takes over members as they stand elsewhere, once, and no other in their place', async () => {
    const added = await members.put(command());
    const elsewhere = { ...added, staffId: 'vt-09', username: `${username}-9` };
    expect(await members.importMember(elsewhere)).toBe(true);
    expect(await members.importMember(elsewhere)).toBe(false);
    expect(await members.get(organ, 'vt-09')).toEqual(elsewhere);
    expect(await members.ofLogin(`${username}-9`)).toEqual(elsewhere);
    await expect(members.importMember({ ...elsewhere, roles: ['admin'] })).rejects.toMatchObject({ code: 'stale' });
    await expect(members.importMember({ ...elsewhere, organ: 'another' })).rejects.toMatchObject({
      code: 'login-taken',
    });
  });
});

describe('sign-in names in the table', () => {
  const lan = (organ: string, username: string): PutMemberCommand => ({
    organ,
    staffId: `vt-${organ}`,
    username,
    name: 'Nguyễn Thị Lan',
    roles: ['clerk'],
    active: true,
    rev: null,
    actor: 'quan-tri',
    at: new Date('2026-03-16T02:00:00Z'),
  });

  test('are one name in whatever case, because Cognito has one account for them', async () => {
    const members = createMembers(table.table);
    const added = await members.put(lan('dong-nai', 'Lan.Nguyen'));
    expect(await members.ofLogin('lan.nguyen')).toEqual(added);
    expect(await members.ofLogin('LAN.NGUYEN')).toEqual(added);
    await expect(members.put(lan('ha-noi', 'lan.nguyen'))).rejects.toMatchObject({ code: 'login-taken' });
  });
});
