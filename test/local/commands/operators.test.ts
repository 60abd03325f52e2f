import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemErrorText } from '#local/output/system-error.ts';
import { unitText } from '#local/service/systemd-unit.ts';
import { describeWith } from '../../support/ci-tools.ts';
import { banhanh, root } from '../run-banhanh.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'banhanh-operator-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('what an operator sees', () => {
  test('is the version, and the help of a command by its name', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(banhanh(['--version']).stdout).toContain(`banhanh ${version}`);
    expect(banhanh(['help', 'backup']).stdout).toBe(banhanh(['backup', '--help']).stdout);
  });

  test('is a sentence for an error of the system, whatever it is wrapped in', () => {
    const full = Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC', path: '/o/so.docx' });
    expect(systemErrorText(new Error('outer', { cause: full }))).toBe(
      'Không dùng được “/o/so.docx”: hết chỗ trên ổ đĩa; hãy dọn bớt rồi chạy lại (ENOSPC).',
    );
    const sqlite = (errcode: number) => Object.assign(new Error('x'), { code: 'ERR_SQLITE_ERROR', errcode });
    expect([13, 4874, 8, 776, 14, 778].map((code) => systemErrorText(sqlite(code)))).toEqual(
      ['ENOSPC', 'ENOSPC', 'EROFS', 'EROFS', 'EACCES', 'EIO'].map((code) => expect.stringContaining(`(${code})`)),
    );
    expect(systemErrorText(sqlite(11))).toBeUndefined();
    expect(systemErrorText(new Error('a bug'))).toBeUndefined();
  });

  test('is a sentence where a folder is a file', () => {
    const file = join(dir, 'a-file');
    writeFileSync(file, '');
    const input = join(root, 'examples/ke-hoach-phuong-2026.json');
    const organs = join(root, 'examples/organs.json');
    const { status, stderr } = banhanh(['render', input, '--organs', organs, '--out', join(file, 'x.docx')]);
    expect(status).toBe(1);
    expect(stderr).not.toContain('    at ');
    expect(stderr).toMatch(/Không|thư mục/);
  });

  test('is no stack where who reads the answer goes away', () => {
    const shown = `"${process.execPath}" "${join(root, 'local/banhanh.js')}" units | head -1`;
    const { stdout, stderr } = spawnSync('sh', ['-c', shown], { encoding: 'utf8' });
    expect(stdout.trim().split('\n')).toHaveLength(1);
    expect(stderr).toBe('');
  });

  test('is a refusal where a backup would lie in its own data, or among other things', () => {
    const data = join(dir, 'data');
    mkdirSync(data);
    writeFileSync(join(data, 'organs.json'), readFileSync(join(root, 'examples/organs.json')));
    expect(banhanh(['backup', '--data', data, '--out', join(data, 'inner')])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('nằm ngoài thư mục dữ liệu'),
    });
    mkdirSync(join(dir, 'photos'));
    writeFileSync(join(dir, 'photos', 'a.jpg'), '');
    expect(banhanh(['backup', '--data', data, '--out', join(dir, 'photos')])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('có thứ khác (a.jpg)'),
    });
  });
});

test.each([
  ['user', 'list'],
  ['user', 'add', 'x', '--organ', 'a', '--roles', 'clerk'],
  ['user', 'password', 'x'],
  ['user', 'reset', 'x'],
  ['user', 'remove', 'x'],
  ['member', 'list', '--organ', 'a'],
  ['verify'],
  ['tls', 'init'],
  ['service', 'install'],
])('a mistyped --data is named, and nothing is made: banhanh %s %s', (...command) => {
  const data = join(dir, 'mistyped');
  const { status, stderr } = banhanh([...command, '--data', data], { input: 'mot mat khau dai\n' });
  expect([status, stderr]).toEqual([1, expect.stringContaining(`“${data}”`)]);
  expect(existsSync(data)).toBe(false);
});

test('what was listed or verified is JSON for programs', () => {
  const data = join(dir, 'data');
  mkdirSync(data);
  writeFileSync(join(data, 'organs.json'), readFileSync(join(root, 'examples/organs.json')));
  const add = ['user', 'add', 'lan', '--organ', 'dong-nai', '--roles', 'clerk', '--data', data];
  expect(banhanh(add, { input: 'mot mat khau dai\n' }).status).toBe(0);
  const json = (...args: readonly string[]) => JSON.parse(banhanh([...args, '--json', '--data', data]).stdout);
  const lan = { username: 'lan', staffId: 'lan', name: 'lan', roles: ['clerk'], active: true };
  expect(json('user', 'list')).toEqual([{ ...lan, organ: 'dong-nai' }]);
  expect(json('member', 'list', '--organ', 'dong-nai')).toEqual([expect.objectContaining(lan)]);
  expect(json('verify')).toMatchObject({ documents: 0, files: 0, violations: [] });
  expect(json('backup', '--out', join(dir, 'copy'))).toMatchObject({ documents: 0, lost: [] });
});

test('bash completes commands, and the options that a command has', () => {
  const complete = (...words: readonly string[]) => {
    const line = `COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}`;
    const script = `eval "$(${process.execPath} ${join(root, 'local/banhanh.js')} completion bash)"; ${line}; _banhanh; echo "\${COMPREPLY[@]}"`;
    return spawnSync('bash', ['-c', script], { encoding: 'utf8' }).stdout.trim().split(' ');
  };
  expect(complete('banhanh', 'ver')).toEqual(['verify']);
  expect(complete('banhanh', 'serve', '--back')).toEqual(['--backup-at', '--backup-to']);
  expect(banhanh(['completion', 'fish'])).toMatchObject({ status: 2 });
});

describeWith('systemd-analyze', 'systemd', () => {
  test('finds nothing to say of the unit', () => {
    const data = join(dir, 'dữ liệu');
    mkdirSync(data);
    writeFileSync(join(data, 'organs.json'), readFileSync(join(root, 'examples/organs.json')));
    const unit = join(dir, 'banhanh.service');
    expect(banhanh(['service', 'install', '--data', data, '--unit', unit]).status).toBe(0);
    const { status, stdout, stderr } = spawnSync('systemd-analyze', ['verify', unit], { encoding: 'utf8' });
    expect([status, stdout + stderr]).toEqual([0, '']);
  });
});

test('a service runs the server as its user, quotes what needs it, and says whether it runs', () => {
  const data = join(dir, 'data');
  mkdirSync(data);
  writeFileSync(join(data, 'organs.json'), readFileSync(join(root, 'examples/organs.json')));
  const unit = join(dir, 'banhanh.service');
  const installed = banhanh(['service', 'install', '--data', data, '--unit', unit, '--', '--host', '0.0.0.0']);
  expect(installed).toMatchObject({ status: 0, stdout: expect.stringContaining('systemctl enable --now banhanh') });
  const text = readFileSync(unit, 'utf8');
  expect(text).toContain(`serve --data ${data} --port 8030 --host 0.0.0.0`);
  expect(text).toContain('Restart=on-failure');
  expect(banhanh(['service', 'status', '--data', data])).toMatchObject({ status: 1, stdout: 'Máy chủ không chạy.\n' });
  expect(banhanh(['service', 'remove', '--unit', unit]).status).toBe(0);
  const options = { node: '/n', program: '/p', root: '/r', user: 'u', port: 1, serveOptions: [] };
  expect(unitText({ ...options, dir: '/d/có dấu "cách" 100%' })).toContain('"/d/có dấu \\"cách\\" 100%%"');
  expect(statSync(data).isDirectory()).toBe(true);
});
