import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkDocx } from './check-docx.ts';
import { writeOfficeProfile } from './office-profile.ts';
import { PdfError } from './pdf-error.ts';
import { runProgram } from './run-program.ts';

/** Makes a PDF of a .docx that we rendered. Throws {@link PdfError}, and the signal's reason. */
export type Convert = (docx: Uint8Array, limits?: ConvertLimits) => Promise<Uint8Array>;

/** How long one conversion may take. */
export interface ConvertLimits {
  /** Milliseconds; by default {@link CONVERT_TIMEOUT_MS}. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal | undefined;
}

/** Where LibreOffice is. */
export interface ConverterOptions {
  /** `soffice`, or the path of it. */
  readonly program?: string | undefined;
  /** Where programs are looked for; by default the system's own places. */
  readonly searchPath?: string | undefined;
}

/** What a reader waits for at most: a start takes one second, a plan of nine pages two, a table of 3,000 rows over a minute. */
export const CONVERT_TIMEOUT_MS = 120_000;
const MAX_PDF_BYTES = 200 * 1024 * 1024;
const SYSTEM_PATH = '/usr/local/bin:/usr/bin:/bin';

/** Tagged, for those who are read to; what LibreOffice embeds of fonts it embeds always. */
const EXPORT = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}';

/**
 * Opens the converter: LibreOffice, started for each file anew, in a profile and a directory of its own that are gone
 * afterwards, so that calls do not meet and nothing of one document is left for the next.
 *
 * @example const pdf = await openConverter()(docx)
 */
export function openConverter({ program = 'soffice', searchPath = SYSTEM_PATH }: ConverterOptions = {}): Convert {
  return async (docx, { timeoutMs = CONVERT_TIMEOUT_MS, signal } = {}) => {
    checkDocx(docx);
    const dir = await mkdtemp(join(tmpdir(), 'banhanh-pdf-'));
    try {
      await writeFile(join(dir, 'document.docx'), docx);
      await writeOfficeProfile(join(dir, 'profile'));
      const ended = await runProgram(program, argumentsIn(dir), {
        cwd: dir,
        env: { PATH: searchPath, HOME: dir, TMPDIR: dir, LANG: 'C.UTF-8', SAL_USE_VCLPLUGIN: 'svp' },
        timeoutMs,
        signal,
      });
      return await readPdf(join(dir, 'document.pdf'), `exit ${ended.exitCode}: ${ended.stderr}`);
    } finally {
      await rm(dir, { recursive: true, force: true, maxRetries: 3 });
    }
  };
}

function argumentsIn(dir: string): string[] {
  return [
    `-env:UserInstallation=${pathToFileURL(join(dir, 'profile')).href}`,
    '--headless',
    '--norestore',
    '--nolockcheck',
    // Not by its looks: whatever it is, it is read as a .docx or not at all.
    '--infilter=MS Word 2007 XML',
    '--convert-to',
    EXPORT,
    '--outdir',
    dir,
    join(dir, 'document.docx'),
  ];
}

/** LibreOffice ends with 0 where it could not load a file: what counts is the PDF. */
async function readPdf(path: string, said: string): Promise<Uint8Array> {
  const { size } = await stat(path).catch((cause: unknown) => {
    throw new PdfError('failed', said, { cause });
  });
  if (size > MAX_PDF_BYTES) throw new PdfError('too-large');
  const pdf = await readFile(path);
  if (pdf.subarray(0, 5).toString('latin1') !== '%PDF-') throw new PdfError('failed', said);
  return new Uint8Array(pdf.buffer, pdf.byteOffset, pdf.length);
}
