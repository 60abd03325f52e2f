import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { banhanh, end, root, type ServerProcess, serve } from '../local/run-banhanh.ts';

/** Commands of the page's shell blocks. */
function commandsOf(page: string): string[] {
  const blocks = readFileSync(join(root, page), 'utf8').matchAll(/```sh\n(.*?)```/gs);
  return [...blocks].flatMap((block) => (block[1] ?? '').split('\n')).filter((line) => line !== '');
}

/** Arguments of a line, quotes taken off. */
function argsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '').slice(2);
}

const home = mkdtempSync(join(tmpdir(), 'banhanh-readme-'));
const data = join(home, 'data');
const pages = ['README.md', 'docs/huong-dan.md', 'docs/lap-trinh.md'];
const lines = pages.flatMap(commandsOf);
let server: ServerProcess;

beforeAll(async () => {
  cpSync(join(root, 'examples'), join(home, 'examples'), { recursive: true });
  server = await serve(data);
});

afterAll(async () => {
  await end(server, 'SIGTERM');
  rmSync(home, { recursive: true, force: true });
});

test('the pages hold the commands of set-up', () => {
  expect(lines).toContain('npm ci && npm start');
  expect(lines).toContain('npm ci && npm run demo');
  expect(lines).toContain('npm ci && npm test');
});

describe('each command of the pages', () => {
  const commands = lines.filter((line) => line.startsWith('npx banhanh'));

  test.each(commands.filter((line) => argsOf(line)[0] === 'serve'))('%s: is what a server is started with', (line) => {
    expect(argsOf(line)).toEqual(expect.arrayContaining(['serve', '--data', '--port', '--organs']));
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  const others = commands.filter((line) => argsOf(line)[0] !== 'serve' && argsOf(line)[0] !== 'find');
  test.each(others)('%s', (line) => {
    const args = argsOf(line).map((arg, i, all) => (all[i - 1] === '--data' ? data : arg));
    const { status, stderr } = banhanh(args, { cwd: home, input: 'mật khẩu đủ dài 2026\n' });
    expect({ status, stderr: stderr.includes('[') ? 'cảnh báo' : stderr }).toMatchObject({ status: 0 });
  });

  test.each(commands.filter((line) => argsOf(line)[0] === 'find'))('%s', (line) => {
    const plan = join(root, 'examples/ke-hoach-tinh-2025.json');
    banhanh(['bring-in', plan, '--number', '35', '--date', '2025-01-24', '--data', data]);
    const { status, stdout } = banhanh(argsOf(line).map((arg, i, all) => (all[i - 1] === '--data' ? data : arg)));
    expect(stdout).toContain('35/KH-UBND');
    expect(status).toBe(0);
  });
});

// A cache of its own: npx links the program into it, and other tests' and users' calls of npx write to the usual one.
test('npx finds the program, on the Node that the project brings', () => {
  const { status, stdout, stderr } = spawnSync('npx', ['--no', 'banhanh', 'schema', 'KeHoach'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, npm_config_cache: join(home, 'npm') },
  });
  expect({ status, stderr }).toMatchObject({ status: 0 });
  expect(JSON.parse(stdout)).toMatchObject({ $schema: expect.stringContaining('json-schema.org') });
});
