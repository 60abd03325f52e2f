import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withFileLock } from '#local/data-directory/file-lock.ts';
import { OPERATOR } from '#local/target/seed-organs.ts';
import { readUsers } from '#local/target/users-file.ts';
import { hashPassword, verifyPassword } from '#local/users/passwords.ts';
import { addUser, checkPassword, removeUser, setPassword } from '#local/users/users.ts';
import { SYSTEM_ACTOR } from '#usecases/issuing/recover-issues.ts';
import { NO_DRAFTER_YET } from '#usecases/read-document.ts';
import { banhanh, root } from '../run-banhanh.ts';

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
  await expect(addUser(path, clerk, 'ngắn')).rejects.toMatchObject({
    code: 'password-refused',
    params: { why: 'short', least: 8 },
  });
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

test('loses none of many users that are added at once, by commands or within one process', async () => {
  const names = Array.from({ length: 4 }, (_, index) => `nguoi-${index}`);
  const commands = names.map((name) => {
    const args = ['user', 'add', name, '--organ', 'dong-nai', '--roles', 'clerk', '--data', dir];
    const child = spawn(process.execPath, [join(root, 'local/banhanh.js'), ...args], { stdio: 'pipe' });
    child.stdin.end('mật khẩu dài\n');
    return once(child, 'exit');
  });
  const own = ['a', 'b', 'c'].map((name) =>
    addUser(path, { ...clerk, username: `trong-${name}`, staffId: name }, 'mật khẩu dài'),
  );
  expect(await Promise.all(commands)).toEqual(names.map(() => [0, null]));
  await Promise.all(own);
  expect((await readUsers(path)).map(({ username }) => username).sort()).toEqual(
    [...names, 'trong-a', 'trong-b', 'trong-c'].sort(),
  );
}, 120_000);

test('a lock is free again when its holder was killed, and refuses while a living one keeps it', async () => {
  const code = `import('${join(root, 'local/data-directory/file-lock.ts')}').then(({ withFileLock }) =>
    withFileLock('${path}', () => { console.log('held'); return new Promise((r) => setTimeout(r, 600_000)); }))`;
  const holder = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(holder.stdout, 'data');
  await expect(withFileLock(path, async () => 1, 100)).rejects.toThrow('đang có lệnh khác sửa');
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  expect(await withFileLock(path, async () => 1, 100)).toBe(1);
}, 60_000);

test('a password is changed and a user removed', async () => {
  await addUser(path, clerk, 'mật khẩu dài');
  await addUser(path, { ...clerk, username: 'khac', staffId: 'vt-02' }, 'mật khẩu dài');
  await setPassword(path, 'van-thu', 'mật khẩu mới');
  expect(await checkPassword(path, 'van-thu', 'mật khẩu dài')).toBeNull();
  expect(await checkPassword(path, 'van-thu', 'mật khẩu mới')).toMatchObject(clerk);
  await removeUser(path, 'van-thu');
  expect(await checkPassword(path, 'van-thu', 'mật khẩu mới')).toBeNull();
  const active = async () => (await readUsers(path)).filter((one) => one.active).map(({ username }) => username);
  expect(await active()).toEqual(['khac']);
  expect(await checkPassword(path, 'van-thu', 'mật khẩu mới')).toBeNull();
  await expect(removeUser(path, 'van-thu')).rejects.toThrow('Không có người dùng “van-thu”');
  await expect(setPassword(path, 'van-thu', 'mật khẩu mới')).rejects.toThrow('Không có người dùng “van-thu”');
  const input = 'mật khẩu thứ ba\n';
  expect(banhanh(['user', 'password', 'khac', '--data', dir], { input })).toMatchObject({ status: 0 });
  expect(await checkPassword(path, 'khac', 'mật khẩu thứ ba')).not.toBeNull();
  expect(banhanh(['user', 'remove', 'khac', '--data', dir])).toMatchObject({ status: 0 });
  expect(await active()).toEqual([]);
  expect(readFileSync(path, 'utf8')).not.toContain('scrypt');
}, 60_000);

test('a user of an organ that the directory does not know is refused, but for the admin who is to put its profile', () => {
  copyFileSync(join(root, 'examples/organs.json'), join(dir, 'organs.json'));
  const add = (name: string, organ: string, roles: string) =>
    banhanh(['user', 'add', name, '--organ', organ, '--roles', roles, '--data', dir], { input: 'mật khẩu dài\n' });
  expect(add('mot', 'dong-nai', 'clerk')).toMatchObject({ status: 0 });
  expect(add('hai', 'dong-nay', 'clerk')).toMatchObject({ status: 1, stderr: expect.stringContaining('dong-nai') });
  expect(add('ba', 'dong-nay', 'admin')).toMatchObject({ status: 0, stdout: expect.stringContaining('PUT /profiles') });
}, 60_000);

test('who was taken away comes back with other roles, a new password and all that was recorded of them', async () => {
  await addUser(path, clerk, 'mật khẩu dài', new Date('2026-03-01T00:00:00Z'));
  await removeUser(path, 'van-thu', new Date('2026-04-01T00:00:00Z'));
  await addUser(path, { ...clerk, roles: ['signer'] }, 'mật khẩu mới', new Date('2026-05-01T00:00:00Z'));
  expect(await checkPassword(path, 'van-thu', 'mật khẩu dài')).toBeNull();
  const user = await checkPassword(path, 'van-thu', 'mật khẩu mới');
  expect(user?.changes.map(({ roles, active, at }) => [roles.join(), active, at.slice(0, 7)])).toEqual([
    ['clerk', true, '2026-03'],
    ['clerk', false, '2026-04'],
    ['signer', true, '2026-05'],
  ]);
});

test('a post changes hands: its sign-in name goes to another person, without the password', async () => {
  await addUser(path, clerk, 'mật khẩu dài');
  await expect(addUser(path, { ...clerk, username: 'khac' }, 'mật khẩu dài')).rejects.toThrow(
    '“vt-01” đã là của van-thu',
  );
  await removeUser(path, 'van-thu');
  await addUser(path, { ...clerk, staffId: 'vt-02' }, 'mật khẩu khác');
  expect(await checkPassword(path, 'van-thu', 'mật khẩu dài')).toBeNull();
  expect(await checkPassword(path, 'van-thu', 'mật khẩu khác')).toMatchObject({ staffId: 'vt-02' });
});

test('a file of the first kind is read, and its people sign in as before', async () => {
  const password = await hashPassword('mật khẩu dài');
  writeFileSync(path, JSON.stringify({ schema: 'users@1', users: [{ ...clerk, password }] }));
  expect(await checkPassword(path, 'van-thu', 'mật khẩu dài')).toMatchObject({ ...clerk, name: 'van-thu', rev: 1 });
  await setPassword(path, 'van-thu', 'mật khẩu mới');
  expect(await checkPassword(path, 'van-thu', 'mật khẩu mới')).toMatchObject(clerk);
});

test('a password is hashed at OWASP’s least, and one of an older cost anew at the next sign-in', async () => {
  await addUser(path, clerk, 'mật khẩu dài');
  const kept = () => JSON.parse(readFileSync(path, 'utf8')).users[0].password;
  expect(kept()).toMatch(/^scrypt\$32768\$8\$3\$/);
  const file = JSON.parse(readFileSync(path, 'utf8'));
  file.users[0].password = await hashPassword('mật khẩu dài', { N: 32_768, r: 8, p: 1 });
  writeFileSync(path, JSON.stringify(file));
  expect(await checkPassword(path, 'van-thu', 'mật khẩu sai')).toBeNull();
  expect(kept()).toMatch(/^scrypt\$32768\$8\$1\$/);
  expect(await checkPassword(path, 'van-thu', 'mật khẩu dài')).not.toBeNull();
  expect(kept()).toMatch(/^scrypt\$32768\$8\$3\$/);
  expect(await checkPassword(path, 'van-thu', 'mật khẩu dài')).not.toBeNull();
});

test.each([
  ['short', 'bảy ký '],
  ['short', '        '],
  ['name', 'van-thu-'],
  ['name', 'VanThu2026!'],
  ['name', 'vanthu.vanthu'],
  ['name', 'Nguyễn Thị Lan'],
  ['name', 'nguyenthilan1'],
  ['common', '12345678'],
  ['common', 'PassWord'],
  ['common', 'qwertyuiop'],
])('a password is refused as %s: %s', async (why, password) => {
  const user = { ...clerk, name: 'Nguyễn Thị Lan' };
  await expect(addUser(path, user, password)).rejects.toMatchObject({ code: 'password-refused', params: { why } });
});

test('a user name is one, whatever its capitals, outer spaces and form', async () => {
  await addUser(path, { ...clerk, username: ' Van-Thu ' }, 'mật khẩu dài');
  expect((await readUsers(path))[0]?.username).toBe('van-thu');
  for (const typed of ['VAN-THU', ' van-thu\t', 'Van-Thu']) {
    expect(await checkPassword(path, typed, 'mật khẩu dài')).toMatchObject({ staffId: 'vt-01' });
  }
  await expect(addUser(path, { ...clerk, staffId: 'x', username: 'VAN-thu' }, 'mật khẩu dài')).rejects.toThrow('Đã có');
});

test('nobody is called as the system calls itself in records', async () => {
  for (const id of [SYSTEM_ACTOR, NO_DRAFTER_YET, OPERATOR]) {
    await expect(addUser(path, { ...clerk, staffId: id }, 'mật khẩu dài')).rejects.toMatchObject({
      code: 'reserved-id',
    });
    await expect(addUser(path, { ...clerk, username: id }, 'mật khẩu dài')).rejects.toMatchObject({
      code: 'reserved-id',
    });
  }
});

test('a one-time password signs nobody in after its time, and the command prints one', async () => {
  await addUser(path, clerk, 'mật khẩu dài');
  const { stdout } = banhanh(['user', 'reset', 'Van-Thu', '--data', dir]);
  const [, printed = ''] = /một lần của van-thu: ([A-Z2-9-]{14}) \(đến /.exec(stdout) ?? [];
  expect(await checkPassword(path, 'van-thu', 'mật khẩu dài')).toBeNull();
  expect(await checkPassword(path, 'van-thu', printed)).toMatchObject({ oneTimeUntil: expect.any(String) });
  const later = new Date(Date.now() + 73 * 3_600_000);
  expect(await checkPassword(path, 'van-thu', printed, later)).toBeNull();
});
