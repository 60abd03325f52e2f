import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withSlowSync } from '../../test/support/slow-sync.ts';
import type { Part } from './part.ts';

const NUMBERS = Number(process.env['BENCH_NUMBERS'] ?? 200);
const CHILD = join(import.meta.dirname, 'slow-sync-child.ts');

/** Part that measures numbers a second on one series where every sync takes 10 ms longer. */
export const slowSync: Part = {
  title: 'One series on a slow disk',
  run: async (say) => {
    const lines = ['| every sync takes longer by | numbers | s | numbers a second |', '| --- | --- | --- | --- |'];
    for (const delayMs of [0, 10]) {
      const dir = await mkdtemp(join(tmpdir(), 'banhanh-slow-'));
      const code = `import { giveNumbers } from ${JSON.stringify(CHILD)};\nconsole.log(await giveNumbers(${NUMBERS}));\n`;
      const { lines: printed } = await withSlowSync(dir, code, delayMs);
      const seconds = Number(printed.at(-1));
      if (!(seconds > 0)) process.exitCode = 1;
      lines.push(`| ${delayMs} ms | ${NUMBERS} | ${seconds.toFixed(2)} | ${Math.round(NUMBERS / seconds)} |`);
      say(lines.at(-1) ?? '');
      await rm(dir, { recursive: true, force: true });
    }
    lines.push(
      '',
      'Over a data directory with its marks, all asked for at one moment; strace delays the calls (and costs a little by itself). A number on one series costs one commit and one sync of the mark, so that 10 ms each let 50 a second through.',
    );
    return lines;
  },
};
