import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Path of the project. */
export const PROJECT = join(import.meta.dirname, '../..');

/** Paths of the project's own files, new ones too, from its root on: of these folders, or all. */
export function projectFiles(...folders: readonly string[]): string[] {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', ...folders];
  const listed = execFileSync('git', args, { cwd: PROJECT, encoding: 'utf8' });
  return listed.split('\n').filter((file) => file !== '');
}
