import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { validateFile } from './ooxml-validator.ts';

const run = promisify(execFile);

/** LibreOffice starts in 5 s and takes well under 1 s a file; past this it hangs. */
const CONVERSION_TIMEOUT_MS = 120_000;
const TOOL_TIMEOUT_MS = 60_000;
const MAX_OUTPUT_BYTES = 256 * 1024 * 1024;

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'banhanh-office-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function tool(name: string, args: readonly string[]): Promise<string> {
  const options = { timeout: TOOL_TIMEOUT_MS, maxBuffer: MAX_OUTPUT_BYTES, killSignal: 'SIGKILL' } as const;
  return (await run(name, args, options)).stdout;
}

/**
 * Makes PDFs of .docx files by LibreOffice in one call. It has a profile of its own, so that calls do not meet.
 *
 * @param files the bytes by a name of ASCII letters, digits and hyphens, without extension
 * @throws Error naming the files that it gave no PDF of, or when it takes longer than two minutes
 */
export function convertToPdf(files: ReadonlyMap<string, Uint8Array>): Promise<Map<string, Uint8Array>> {
  return inFolder(async (folder) => {
    const sources = [...files.keys()].map((name) => join(folder, `${name}.docx`));
    await Promise.all([...files].map(([name, bytes]) => writeFile(join(folder, `${name}.docx`), bytes)));
    const profile = pathToFileURL(join(folder, 'profile')).href;
    const args = [
      `-env:UserInstallation=${profile}`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      ...sources,
    ];
    await run('soffice', args, { timeout: CONVERSION_TIMEOUT_MS, killSignal: 'SIGKILL', maxBuffer: MAX_OUTPUT_BYTES });
    const missing = sources.filter((source) => !existsSync(source.replace(/docx$/, 'pdf')));
    if (missing.length > 0)
      throw new Error(`LibreOffice made no PDF of ${missing.map((path) => basename(path)).join(', ')}`);
    const pdfs = await Promise.all([...files.keys()].map((name) => readFile(join(folder, `${name}.pdf`))));
    return new Map([...files.keys()].map((name, index) => [name, new Uint8Array(pdfs[index]!)]));
  });
}

function withPdf<T>(pdf: Uint8Array, work: (path: string, folder: string) => Promise<T>): Promise<T> {
  return inFolder(async (folder) => {
    const path = join(folder, 'document.pdf');
    await writeFile(path, pdf);
    return work(path, folder);
  });
}

/** Text of each page, laid out as it is seen (`pdftotext -layout`). */
export function pageTexts(pdf: Uint8Array): Promise<string[]> {
  return withPdf(pdf, async (path) => (await tool('pdftotext', ['-layout', path, '-'])).split('\f').slice(0, -1));
}

/** Number of pages. */
export async function pageCount(pdf: Uint8Array): Promise<number> {
  return (await pageTexts(pdf)).length;
}

/** XHTML with the box of every line and word (`pdftotext -bbox-layout`). */
export function wordBoxes(pdf: Uint8Array): Promise<string> {
  return withPdf(pdf, (path) => tool('pdftotext', ['-bbox-layout', path, '-']));
}

/** SVG of one page, counted from 1: all that is drawn, lines and frames too (`pdftocairo -svg`). */
export function pageSvg(pdf: Uint8Array, page: number): Promise<string> {
  return withPdf(pdf, (path) =>
    tool('pdftocairo', ['-svg', '-origpagesizes', '-noshrink', '-f', String(page), '-l', String(page), path, '-']),
  );
}

/** A picture of each page as PNG, at so many dots an inch. */
export function pagePictures(pdf: Uint8Array, dotsPerInch = 80): Promise<Uint8Array[]> {
  return withPdf(pdf, async (path, folder) => {
    const pages = await pageCount(pdf);
    await tool('pdftoppm', ['-png', '-r', String(dotsPerInch), path, join(folder, 'page')]);
    const width = String(pages).length;
    const names = Array.from({ length: pages }, (_, i) => `page-${String(i + 1).padStart(width, '0')}.png`);
    return Promise.all(names.map(async (name) => new Uint8Array(await readFile(join(folder, name)))));
  });
}

/** Findings of Microsoft's Open XML SDK in a file, one line each: part, place, description. */
export interface SchemaFindings {
  readonly name: string;
  readonly findings: readonly string[];
}

/** The validator takes one file a call and starts in half a second: one call for each core. */
const VALIDATORS_AT_ONCE = 2;

/** Validates .docx files against the schemas of Microsoft 365, in the order in which they are given. */
export function validateOoxml(files: ReadonlyMap<string, Uint8Array>): Promise<SchemaFindings[]> {
  return inFolder(async (folder) => {
    const waiting = [...files].map(([name, bytes], index) => ({ name, bytes, index }));
    const results: SchemaFindings[] = [];
    const work = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const path = join(folder, `${next.index}.docx`);
        await writeFile(path, next.bytes);
        const { errors } = await validateFile(path);
        const findings = errors.map((error) => `${error.path} ${error.xPath}: ${error.description}`);
        results[next.index] = { name: next.name, findings };
      }
    };
    await Promise.all(Array.from({ length: VALIDATORS_AT_ONCE }, work));
    return results;
  });
}
