import { readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import type { Part } from './part.ts';

/**
 * `npm run bench:register` runs all parts, `npm run bench:register find kill` some. Each writes its own section of
 * bench/RESULTS-register.md; exit 1 where something does not hold.
 */
const PARTS: Readonly<Record<string, () => Promise<Part>>> = {
  'at-once': async () => (await import('./at-once.ts')).atOnce,
  'slow-sync': async () => (await import('./slow-sync.ts')).slowSync,
  find: async () => (await import('./find.ts')).find,
  schedules: async () => (await import('./schedules.ts')).randomSchedules,
  kill: async () => (await import('./kill.ts')).kill,
};
/** The order of the sections. */
const TITLES = [
  'Issues at once',
  'One series on a slow disk',
  'Finding by number and by words',
  'Random schedules (model-based)',
  'SIGKILL of the server under load',
];
const RESULTS = join(import.meta.dirname, '../RESULTS-register.md');

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0)
  throw new Error(`no such part: ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`);
for (const name of asked.length > 0 ? asked : Object.keys(PARTS)) {
  const part = await PARTS[name]?.();
  if (!part) continue;
  console.log(`== ${part.title}`);
  await writeSection(part.title, await part.run((line) => console.log(line)));
}

async function writeSection(title: string, lines: readonly string[]): Promise<void> {
  const text = await readFile(RESULTS, 'utf8').catch(() => '');
  const sections = new Map(
    text
      .split(/^## /m)
      .slice(1)
      .map((section) => {
        const [name = '', ...rest] = section.split('\n');
        return [name, rest.join('\n').trim()] as const;
      }),
  );
  const { model = 'unknown' } = cpus()[0] ?? {};
  const load = (loadavg()[1] ?? 0).toFixed(1);
  const day = new Date().toISOString().slice(0, 10);
  const where = `Node ${process.version}, ${cpus().length} × ${model}, ${day}; load of the machine over 5 minutes: ${load}.`;
  sections.set(title, [where, '', ...lines].join('\n'));
  const body = TITLES.filter((one) => sections.has(one)).map((one) => `## ${one}\n\n${sections.get(one)}\n`);
  const head =
    '# What was measured of the register\n\nWritten by `npm run bench:register`; a part alone: `npm run bench:register -- find`.\n';
  await writeFile(RESULTS, `${head}\n${body.join('\n')}`);
}
