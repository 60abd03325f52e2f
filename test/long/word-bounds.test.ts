import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { hostilePdfs } from '../read/support/hostile-pdf.ts';
import { type DocxParts, docxParts, p, tbl, zipDocx } from '../read/support/make-docx.ts';

const MAX_MEGABYTES = 300;
/** A hang is ended after so long; what a file takes is measured by `bench/word`. */
const DEADLINE_MS = 60_000;

const good = docxParts({ body: p('Văn bản') });
/** Parts as they are, not compressed: what inflates a hundredfold is refused before it is read. */
function stored(parts: Readonly<Record<string, Uint8Array | string>>): Uint8Array {
  const files: Zippable = {};
  for (const [name, part] of Object.entries(parts)) files[name] = typeof part === 'string' ? strToU8(part) : part;
  return zipSync(files, { level: 0 });
}
const makeDocx = (parts: DocxParts) => stored(docxParts(parts));

const withDocument = (text: string) => stored({ ...good, 'word/document.xml': text });
const times = (count: number, make: (i: number) => string) => Array.from({ length: count }, (_, i) => make(i)).join('');

/** Files that are made to fill memory or time, each as large as the bounds let it be. */
const files: [what: string, bytes: () => Uint8Array, said: RegExp][] = [
  [
    'a zip bomb',
    () => zipDocx({ ...good, 'word/document.xml': `<w:document>${' '.repeat(60_000_000)}</w:document>` }),
    /^ZIP_BOMB$/,
  ],
  [
    'a bomb in another part',
    () => zipDocx({ ...good, 'word/media/a.emf': '0'.repeat(200_000_000) }),
    /^ZIP_BOMB$|^unknown$/,
  ],
  ['elements in elements', () => withDocument('<a>'.repeat(5_000_000)), /^XML_TOO_DEEP$/],
  ['one endless attribute', () => withDocument(`<a b="${'x'.repeat(30_000_000)}"/>`), /^XML_ATTRIBUTE_TOO_LONG$/],
  [
    'one endless text',
    () => makeDocx({ body: p('ă'.repeat(10_000_000)) }),
    /^PARAGRAPH_TOO_LONG$|^XML_TOKEN_TOO_LONG$/,
  ],
  ['a million empty paragraphs', () => makeDocx({ body: '<w:p/>'.repeat(1_000_000) }), /^TOO_MANY_PARAGRAPHS$/],
  [
    'tables in tables',
    () => makeDocx({ body: times(300, () => '<w:tbl><w:tr><w:tc>') + p('a') + '</w:tc></w:tr></w:tbl>'.repeat(300) }),
    /^XML_TOO_DEEP$|^unknown$/,
  ],
  [
    'a row of 100,000 cells',
    () => makeDocx({ body: tbl([Array.from({ length: 100_000 }, () => 'a')]) }),
    /^TABLE_TOO_WIDE$/,
  ],
  ['long paragraphs of one look', () => makeDocx({ body: times(60, () => p('Căn cứ '.repeat(7000))) }), /^unknown$/],
  ['all the paragraphs there may be', () => makeDocx({ body: times(49_000, (i) => p(`Căn cứ ${i};`)) }), /^unknown$/],
  [
    'a page of spaces before each word',
    () => makeDocx({ body: times(2000, () => p(`Số:${' '.repeat(1000)}x`)) }),
    /^unknown$|^administrative$/,
  ],
  [
    'styles based on each other',
    () =>
      makeDocx({
        body: p('a', '<w:pStyle w:val="s0"/>'),
        styles: times(
          20_000,
          (i) =>
            `<w:style w:type="paragraph" w:styleId="s${i}"><w:name w:val="s${i}"/><w:basedOn w:val="s${i + 1}"/></w:style>`,
        ),
      }),
    /^unknown$/,
  ],
  [
    '200,000 tracked changes',
    () =>
      makeDocx({
        body: times(
          2000,
          () => `<w:p>${times(100, (i) => `<w:ins w:id="${i}" w:author="${i}"><w:r><w:t>a</w:t></w:r></w:ins>`)}</w:p>`,
        ),
      }),
    /^unknown$/,
  ],
];

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'banhanh-bounds-'));
});
afterAll(() => rm(folder, { recursive: true }));

const answer = z.object({ said: z.string(), megabytes: z.number() });

test.each(files)(`reads or refuses %s in ${MAX_MEGABYTES} MB, in a process of its own`, async (what, bytes, said) => {
  const path = join(folder, `${what.replaceAll(' ', '-')}.docx`);
  await writeFile(path, bytes());
  const script = join(import.meta.dirname, '../read/support/read-in-child.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script, path], { timeout: DEADLINE_MS });

  const found = answer.parse(JSON.parse(stdout));
  expect(found.said).toMatch(said);
  expect(found.megabytes).toBeLessThan(MAX_MEGABYTES);
});

test.each(hostilePdfs)(
  `reads or refuses a PDF with %s in ${MAX_MEGABYTES} MB, in a process of its own`,
  async (what, bytes, said) => {
    const path = join(folder, `${what.replaceAll(' ', '-')}.pdf`);
    await writeFile(path, bytes());
    const script = join(import.meta.dirname, '../read/support/read-pdf-in-child.ts');
    const { stdout } = await promisify(execFile)(process.execPath, [script, path], { timeout: DEADLINE_MS });

    const found = answer.parse(JSON.parse(stdout));
    expect(found.said).toMatch(said);
    expect(found.megabytes).toBeLessThan(MAX_MEGABYTES);
  },
);
