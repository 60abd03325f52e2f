import { type ChildProcess, spawn } from 'node:child_process';
import { MAX_DETAIL, PdfError } from './pdf-error.ts';

/** Settings of a program run. */
export interface ProgramOptions {
  readonly cwd: string;
  /** All of its environment: nothing of ours is handed on, credentials least of all. */
  readonly env: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  /** Ends it before its time. */
  readonly signal?: AbortSignal | undefined;
}

/** Outcome of a program run. */
export interface Ended {
  /** Null: by a signal. */
  readonly exitCode: number | null;
  /** The end of what it wrote to stderr. */
  readonly stderr: string;
}

/**
 * Runs a program in a process group of its own, and kills the whole group at the program's end. So it does when its
 * time is over or `signal` says so: what was started does not outlive it.
 *
 * @throws PdfError `not-installed`, `timed-out`; and the signal's reason
 */
export async function runProgram(program: string, args: readonly string[], options: ProgramOptions): Promise<Ended> {
  const { cwd, env, timeoutMs, signal } = options;
  signal?.throwIfAborted();
  const child = spawn(program, args, { cwd, env, detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-MAX_DETAIL);
  });
  let isLate = false;
  const end = () => killGroup(child);
  const timer = setTimeout(() => {
    isLate = true;
    end();
  }, timeoutMs);
  signal?.addEventListener('abort', end);
  try {
    // `exit`, not `close`: a grandchild may hold on to the pipe.
    const exitCode = await new Promise<number | null>((exited, failed) => {
      child.once('error', failed);
      child.once('exit', exited);
    });
    signal?.throwIfAborted();
    if (isLate) throw new PdfError('timed-out', stderr);
    return { exitCode, stderr };
  } catch (cause) {
    if (cause instanceof Error && 'syscall' in cause) throw new PdfError('not-installed', cause.message, { cause });
    throw cause;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', end);
    end();
    child.stderr?.destroy();
  }
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    // All of the group is gone.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
