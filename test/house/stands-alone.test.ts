import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** The project's files that hold a text, as `git grep` finds them: status 1 means that there are none. */
function filesWith(text: string) {
  const args = ['grep', '--untracked', '--files-with-matches', '--fixed-strings', '-e', text];
  const { status, stdout } = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  return { status, files: stdout.split('\n').filter(Boolean) };
}

test('no file of the project reads the folder beside it', () => {
  const outside = ['..', 'shared'].join('/');
  expect(filesWith(outside)).toEqual({ status: 1, files: [] });
  expect(filesWith('"name": "banhanh"').files).toContain('package.json');
});

test('the emulator of DynamoDB is imported by tests and benches alone, and starts nowhere else', () => {
  const { files } = filesWith(['@dynoxide', 'linux-x64'].join('/'));
  const outside = files.filter((file) => !/^(test|bench|docs)\//.test(file) && /\.(ts|js|json)$/.test(file));
  expect(outside.sort()).toEqual(['package-lock.json', 'package.json']);
  expect(files).toContain('test/support/dynoxide-process.ts');
});
