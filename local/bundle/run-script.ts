import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { OperatorError } from '../output/operator-error.ts';

/** Root of the program's own files. */
export const ROOT = join(import.meta.dirname, '../..');

/** Runs a script of the program in a process of its own. Throws `OperatorError`: the sentence, then what the script said. */
export function runScript(sentence: string, script: string, ...args: readonly string[]): Promise<void> {
  return new Promise((done, failed) => {
    const command = [join(ROOT, script), ...args];
    // A page built by a test is the one that people get.
    const env = { ...process.env, NODE_ENV: 'production' };
    const child = spawn(process.execPath, command, { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    child.once('error', failed);
    child.once('exit', (code) => (code === 0 ? done() : failed(new OperatorError(`${sentence}\n${said.trim()}`))));
  });
}
