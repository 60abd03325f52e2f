import { closeSync, existsSync, fdatasyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { z } from 'zod';

/** The last number of a series that was answered, by the partition key of its counter. */
const markSchema = z.object({ series: z.string(), seq: z.number().int().positive(), on: z.string() });
const headSchema = z.object({ schema: z.literal('marks@1'), identity: z.string() });

/** One line of the file of marks. */
export type Mark = z.infer<typeof markSchema>;

/** What a file of marks says: whose it is, and the highest number of each series. */
export interface Marks {
  readonly identity: string | undefined;
  readonly bySeries: ReadonlyMap<string, Mark>;
}

/**
 * Reads a file of marks; empty where there is none. A line that a crash tore says nothing: its number was never answered.
 */
export function readMarks(path: string): Marks {
  const bySeries = new Map<string, Mark>();
  let identity: string | undefined;
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
  for (const line of lines) {
    const value = parsed(line);
    identity ??= headSchema.safeParse(value).data?.identity;
    const mark = markSchema.safeParse(value).data;
    if (mark && mark.seq >= (bySeries.get(mark.series)?.seq ?? 0)) bySeries.set(mark.series, mark);
  }
  return { identity, bySeries };
}

/** Appends to a file of marks; each call is synced before it returns. */
export interface MarkWriter {
  append(marks: readonly Mark[]): void;
  close(): void;
}

/** Opens a file of marks for appending, and makes it if it is not there. */
export function openMarkWriter(path: string, identity: string): MarkWriter {
  const isNew = !existsSync(path);
  const file = openSync(path, 'a', 0o600);
  // A torn last line is ended, so that the next one stands by itself.
  const write = (text: string) => {
    writeSync(file, text);
    fdatasyncSync(file);
  };
  if (isNew) write(`${JSON.stringify({ schema: 'marks@1', identity })}\n`);
  else if (!readFileSync(path, 'utf8').endsWith('\n')) write('\n');
  return {
    append: (marks) => write(marks.map((mark) => `${JSON.stringify(mark)}\n`).join('')),
    close: () => closeSync(file),
  };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
