import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemErrorText } from '#local/output/system-error.ts';
import { unitText } from '#local/service/systemd-unit.ts';
import { banhanh, root } from './run-banhanh.ts';

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
