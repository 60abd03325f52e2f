import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeOfficeProfile } from './office-profile.ts';
import { runProgram } from './run-program.ts';

/** Program of LibreOffice, and its search path. */
export interface ConverterOptions {
  /** `soffice`, or the path of it. */
  readonly program?: string | undefined;
  /** Folders where programs are looked for; by default the system's own. */
  readonly searchPath?: string | undefined;
}

/** One conversion. */
export interface OfficeJob {
  readonly bytes: Uint8Array;
  /** Name under which the bytes stand in the directory of the job. */
  readonly name: string;
  /** Filter by which the file is read: not by its looks; whatever it is, it is read as this or not at all. */
  readonly readAs: string;
  /** `pdf:…`, `docx:…`. */
  readonly convertTo: string;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

const SYSTEM_PATH = '/usr/local/bin:/usr/bin:/bin';

/**
 * Runs LibreOffice for one file, in a profile and a directory of its own that are gone afterwards. So calls do not
 * meet, and nothing of one document is left for the next. `take` reads what was made out of the directory. Throws
 * `PdfError`.
 */
export async function runOffice<T>(
  { program = 'soffice', searchPath = SYSTEM_PATH }: ConverterOptions,
  job: OfficeJob,
  take: (dir: string, said: string) => Promise<T>,
): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), 'banhanh-pdf-'));
  try {
    await writeFile(join(dir, job.name), job.bytes);
    await writeOfficeProfile(join(dir, 'profile'));
    const ended = await runProgram(program, argumentsIn(dir, job), {
      cwd: dir,
      env: { PATH: searchPath, HOME: dir, TMPDIR: dir, LANG: 'C.UTF-8', SAL_USE_VCLPLUGIN: 'svp' },
      timeoutMs: job.timeoutMs,
      signal: job.signal,
    });
    return await take(dir, `exit ${ended.exitCode}: ${ended.stderr}`);
  } finally {
    await rm(dir, { recursive: true, force: true, maxRetries: 3 });
  }
}

function argumentsIn(dir: string, { name, readAs, convertTo }: OfficeJob): string[] {
  return [
    `-env:UserInstallation=${pathToFileURL(join(dir, 'profile')).href}`,
    '--headless',
    '--norestore',
    '--nolockcheck',
    `--infilter=${readAs}`,
    '--convert-to',
    convertTo,
    '--outdir',
    dir,
    join(dir, name),
  ];
}
