import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** A call of the system, in two steps: what is asked, and that it is done. A sync covers what was written before it began. */
export type Call =
  | { readonly step: 'begin'; readonly thread: string; readonly name: string; readonly args: string }
  | {
      readonly step: 'end';
      readonly thread: string;
      readonly name: string;
      readonly args: string;
      readonly result: number;
    };

const CALLS = [
  ...['openat', 'close', 'dup', 'write', 'pwrite64', 'writev', 'pwritev', 'fsync', 'fdatasync', 'ftruncate'],
  ...['rename', 'renameat', 'renameat2', 'unlink', 'unlinkat', 'rmdir', 'mkdir', 'mkdirat', 'link', 'linkat'],
  ...['copy_file_range', 'sendfile'],
];

/** Runs a program of ours and records what it does to files. `input`: what it reads from stdin. */
export async function record(program: readonly string[], trace: string, input = ''): Promise<void> {
  const options = [
    '-f',
    '-qq',
    '--seccomp-bpf',
    '-xx',
    '-s',
    '10000000',
    '-o',
    trace,
    '-e',
    `trace=${CALLS.join(',')}`,
  ];
  const child = spawn('strace', [...options, process.execPath, ...program], {
    stdio: ['pipe', 'ignore', 'inherit'],
    env: { ...process.env, UV_USE_IO_URING: '0' },
  });
  child.stdin.end(input);
  const [status] = await once(child, 'close');
  if (status !== 0) throw new Error(`the program ended with ${status}`);
}

/** The calls of a trace, in the order in which they began and ended. */
export async function* readTrace(path: string): AsyncGenerator<Call> {
  const begun = new Map<string, { readonly name: string; readonly args: string }>();
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const [, thread = '', rest = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? [];
    const resumed = /^<\.\.\. (\w+) resumed>(.*)$/.exec(rest);
    const started = /^(\w+)\((.*)$/.exec(rest);
    if (resumed) {
      const before = begun.get(thread);
      begun.delete(thread);
      const [, name = '', more = ''] = resumed;
      yield ended(thread, name, `${before?.args ?? ''}${more}`);
    } else if (started) {
      const [, name = '', more = ''] = started;
      const isUnfinished = more.endsWith(' <unfinished ...>');
      const args = isUnfinished ? more.slice(0, -' <unfinished ...>'.length) : more;
      yield { step: 'begin', thread, name, args };
      if (isUnfinished) begun.set(thread, { name, args });
      else yield ended(thread, name, args);
    }
  }
}

function ended(thread: string, name: string, text: string): Call {
  const [, args = '', result = '-1'] = /^(.*)\)\s+= (-?\d+)/.exec(text) ?? [];
  return { step: 'end', thread, name, args, result: Number(result) };
}

/** Text and numbers among the arguments of a call: strings are decoded, all else stays as it is. */
export function argumentsOf(args: string): (Buffer | string)[] {
  const parts = args.match(/"(?:\\x[0-9a-f]{2})*"|[^,\s[\]{}]+/g) ?? [];
  return parts.map((part) => (part.startsWith('"') ? Buffer.from(part.replace(/["\\x]/g, ''), 'hex') : part));
}
