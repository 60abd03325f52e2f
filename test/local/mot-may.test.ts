import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { banhanh, end, root, serve } from './run-banhanh.ts';

const text = readFileSync(join(root, 'docs/mot-may.md'), 'utf8');
const lines = [...text.matchAll(/^npx banhanh (.+)$/gm)].map(([, line]) => line!);

let cwd: string;
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'banhanh-mot-may-'));
  const server = await serve(join(cwd, 'du-lieu'));
  await end(server, 'SIGTERM');
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

/** Runs a line of the handbook, at home in a directory of the test. */
const run = (start: string) => {
  const line = lines.find((one) => one.startsWith(start));
  expect(line, start).toBeDefined();
  return banhanh(line!.replaceAll('/mnt/', `${cwd}/`).split(' '), { cwd });
};

describe('the handbook of one machine', () => {
  test.each([...new Set(lines.map((line) => line.split(' ')[0]!))])('gives options that banhanh %s has', (name) => {
    const { stdout, status } = banhanh([name, '--help']);
    expect(status).toBe(0);
    const options = lines
      .filter((line) => line.startsWith(`${name} `))
      .flatMap((line) => line.match(/(?<= )--[a-z-]+/g) ?? []);
    for (const option of options) expect(stdout, option).toContain(option);
  });

  test('has commands that do what it says: certificate, backup, drill, way back with the files, move', () => {
    expect(run('tls init')).toMatchObject({ status: 0, stdout: expect.stringContaining('van-ban.local') });
    expect(existsSync(join(cwd, 'du-lieu/tls/ca.crt'))).toBe(true);
    expect(run('user list')).toMatchObject({ status: 0 });
    expect(run('service status')).toMatchObject({ status: 1, stdout: 'Máy chủ không chạy.\n' });
    expect(run('backup --out')).toMatchObject({ status: 0, stdout: expect.stringContaining('Đã sao lưu') });
    expect(run('restore --from /mnt/sao-luu --data thu-phuc-hoi')).toMatchObject({ status: 0 });
    expect(run('verify --data thu-phuc-hoi')).toMatchObject({ status: 0 });
    expect(run('export --organ')).toMatchObject({ status: 0 });
    expect(run('import goi')).toMatchObject({ status: 0 });
    cpSync(join(cwd, 'du-lieu'), join(cwd, 'du-lieu-hong'), { recursive: true });
    rmSync(join(cwd, 'du-lieu'), { recursive: true });
    expect(run('restore --from /mnt/sao-luu --data du-lieu --files')).toMatchObject({ status: 0 });
  });
});
