import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashPassword, verifyPassword } from '../../local/passwords.ts';
import { addUser, checkPassword } from '../../local/users.ts';
import { banhanh } from './run-banhanh.ts';

let dir: string;
let path: string;
const clerk = { username: 'van-thu', staffId: 'vt-01', organ: 'dong-nai', roles: ['clerk' as const] };

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'banhanh-users-'));
  path = join(dir, 'users.json');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test('a password is known again, in either form of its marks, and no other is', async () => {
  const kept = await hashPassword('mật khẩu dài');
  expect(kept).not.toContain('mật khẩu');
  expect(await verifyPassword('mật khẩu dài'.normalize('NFD'), kept)).toBe(true);
  expect(await verifyPassword('mật khẩu dài ', kept)).toBe(false);
  expect(await hashPassword('mật khẩu dài')).not.toBe(kept);
  expect(await verifyPassword('mật khẩu dài', 'plain$mật khẩu dài')).toBe(false);
});

test('a user is added once, and signs in with the password alone', async () => {
  await addUser(path, clerk, 'mật khẩu dài');
  expect(await checkPassword(path, 'van-thu', 'mật khẩu dài')).toMatchObject(clerk);
  expect(await checkPassword(path, 'van-thu', 'mật khẩu khác')).toBeNull();
  expect(await checkPassword(path, '__proto__', 'mật khẩu dài')).toBeNull();
  await expect(addUser(path, clerk, 'mật khẩu dài')).rejects.toThrow('Đã có người dùng “van-thu”.');
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('a short password and a name that is no id are refused', async () => {
  await expect(addUser(path, clerk, 'ngắn')).rejects.toThrow('ít nhất 8 ký tự');
  await expect(addUser(path, { ...clerk, username: 'Văn thư' }, 'mật khẩu dài')).rejects.toThrow('username');
});

test('the command line adds a user with the password from stdin', () => {
  const args = ['user', 'add', 'van-thu', '--organ', 'dong-nai', '--roles', 'clerk,reader', '--data', dir];
  expect(banhanh(args, { input: 'mật khẩu dài\n' })).toMatchObject({ status: 0 });
  expect(JSON.parse(readFileSync(path, 'utf8')).users).toMatchObject([
    { username: 'van-thu', roles: ['clerk', 'reader'] },
  ]);
  expect(banhanh(['user', 'list', '--data', dir]).stdout).toBe('van-thu\tdong-nai\tclerk,reader\n');
  const wrong = ['user', 'add', 'x', '--organ', 'dong-nai', '--roles', 'root', '--data', dir];
  expect(banhanh(wrong, { input: 'mật khẩu dài\n' })).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('“root”'),
  });
});
