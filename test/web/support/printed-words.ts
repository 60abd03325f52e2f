import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { PrintedLine } from './preview-probe.ts';

const run = promisify(execFile);
const WORD = /<word xMin="([\d.]+)" yMin="[\d.]+" xMax="[\d.]+" yMax="([\d.]+)">(.*?)<\/word>/g;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** Words whose lower edges are nearer than this stand on one line, in points. */
const SAME_LINE_PT = 1.2;

/** Lines of each page of a PDF, as words from left to right (`pdftotext -bbox`). */
export async function printedWords(pdf: Uint8Array): Promise<string[][][]> {
  const folder = await mkdtemp(join(tmpdir(), 'banhanh-words-'));
  try {
    const path = join(folder, 'file.pdf');
    await writeFile(path, pdf);
    const { stdout } = await run('pdftotext', ['-bbox', path, '-'], { maxBuffer: 256 * 1024 * 1024 });
    return stdout.split('<page ').slice(1).map(linesOf);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function linesOf(page: string): string[][] {
  const lines: Array<{ readonly y: number; readonly words: Array<{ readonly x: number; readonly text: string }> }> = [];
  for (const [, x = '', y = '', text = ''] of page.matchAll(WORD)) {
    let line = lines.find((other) => Math.abs(other.y - Number(y)) < SAME_LINE_PT);
    if (!line) {
      line = { y: Number(y), words: [] };
      lines.push(line);
    }
    line.words.push({ x: Number(x), text: text.replace(/&(\w+);/g, (_, name: string) => ENTITIES[name] ?? '') });
  }
  return lines.sort((a, b) => a.y - b.y).map(({ words }) => words.sort((a, b) => a.x - b.x).map(({ text }) => text));
}

/** Agreement of a preview with the PDF of the same document. */
export interface Agreement {
  readonly lines: number;
  /** Lines that break where the PDF's break. */
  readonly alike: number;
  readonly pages: { readonly preview: number; readonly pdf: number };
  /** Pages of the PDF that begin with the same line. */
  readonly pagesAlike: number;
  readonly unlike: readonly string[];
}

/** Compares lines word by word, so that cells beside each other do not disturb. */
export function agreement(preview: readonly PrintedLine[], pages: number, pdf: readonly string[][][]): Agreement {
  const unlike = preview.filter((line, i) => {
    const next = preview[i + 1];
    const after = next && !next.first ? next.words : null;
    return !pdf.some((page) => page.some((row) => holds(row, line.words, after)));
  });
  const begins = pdf.map((page, index) => {
    const first = page.find((row) => !(row.length === 1 && /^\d+$/.test(row[0] ?? ''))) ?? [];
    const ours = preview.filter((line) => line.page === index);
    const top = Math.min(...ours.map(({ y }) => y));
    // The cells of a row differ in their number of lines, and are set in its middle: any of its first lines will do.
    return ours.filter(({ y }) => y < top + 24).some(({ words }) => holds(first, words, null));
  });
  return {
    lines: preview.length,
    alike: preview.length - unlike.length,
    pages: { preview: pages, pdf: pdf.length },
    pagesAlike: begins.filter(Boolean).length,
    unlike: unlike.map(({ words }) => words.join(' ')),
  };
}

function holds(row: readonly string[], words: readonly string[], after: readonly string[] | null): boolean {
  for (let start = 0; start + words.length <= row.length; start += 1) {
    if (!words.every((word, i) => row[start + i] === word)) continue;
    const end = start + words.length;
    if (after && row[end] === after[0] && (after[1] === undefined || row[end + 1] === after[1])) continue;
    return true;
  }
  return false;
}
