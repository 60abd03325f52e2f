import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import mammoth from 'mammoth';
import { checkRead } from '#check/check-docx.ts';
import { recognise } from '#read/elements/recognise.ts';
import { readDocx } from '#read/read-docx.ts';
import { measure, runSlot } from '../measure.ts';
import { type WordCase, wordCases } from './word-files.ts';

/** Rounds of each contender. */
const ROUNDS = 15;
/** Files of the folder, as an office's year has. */
const FILES = 500;
const root = fileURLToPath(new URL('../..', import.meta.url));

const cases = await wordCases();
const rows: string[] = [];
for (const one of cases) rows.push(await row(one));
const folder = await folderSeconds(cases[1]?.bytes ?? new Uint8Array());
const text = `# Word files: read and checked

\`npm run bench:word\`, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}. Milliseconds of the processor a file, median of ${ROUNDS} rounds, warm.
mammoth 1.13 reads the same bytes into HTML; it does not keep looks and checks nothing.

| file | KB | read | read and checked | mammoth |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

A folder of ${FILES} files of 5 pages, \`banhanh check\`, from start to end: ${folder.toFixed(1)} s.
`;
await writeFile(new URL('../RESULTS-word.md', import.meta.url), text);
console.log(text);

async function row({ name, bytes }: WordCase): Promise<string> {
  const [read, checked, theirs] = await measure(
    [
      contender('read', async () => bytesLike(readDocx(bytes).blocks.length)),
      contender('read and checked', async () => {
        const document = readDocx(bytes);
        return bytesLike(checkRead(document, recognise(document)).results.length);
      }),
      contender('mammoth', async () =>
        bytesLike((await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })).value.length),
      ),
    ],
    ROUNDS,
  );
  const ms = (timing: typeof read) => (timing?.ms ?? 0).toFixed(1);
  return `| ${name} | ${(bytes.length / 1024).toFixed(0)} | ${ms(read)} | ${ms(checked)} | ${ms(theirs)} |`;
}

function contender(name: string, work: () => Promise<Uint8Array>) {
  return { name, run: (documents: number) => runSlot(work, documents) };
}

/** Makes an array that stands for a length alone. */
function bytesLike(length: number): Uint8Array {
  return new Uint8Array(Math.min(1, length));
}

/** Seconds in which the command line checks a folder. */
async function folderSeconds(bytes: Uint8Array): Promise<number> {
  const dir = await mkdtemp(join(tmpdir(), 'banhanh-bench-word-'));
  try {
    for (let i = 0; i < FILES; i++) await writeFile(join(dir, `van-ban-${i}.docx`), bytes);
    const start = performance.now();
    await new Promise((done) => {
      spawn(process.execPath, ['local/banhanh.ts', 'check', dir], { cwd: root, stdio: 'ignore' }).on('close', done);
    });
    return (performance.now() - start) / 1000;
  } finally {
    await rm(dir, { recursive: true });
  }
}
