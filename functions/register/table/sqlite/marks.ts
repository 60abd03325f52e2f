import { z } from 'zod';
import { type FileSystem, nodeFileSystem } from '#base/node/file-system.ts';

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
export function readMarks(path: string, fs: Pick<FileSystem, 'readText'> = nodeFileSystem): Marks {
  const bySeries = new Map<string, Mark>();
  let identity: string | undefined;
  const lines = fs.readText(path)?.split('\n') ?? [];
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

type MarkFiles = Pick<FileSystem, 'readText' | 'openForAppending'>;

/** Opens a file of marks for appending, and makes it if it is not there. */
export function openMarkWriter(path: string, identity: string, fs: MarkFiles = nodeFileSystem): MarkWriter {
  const before = fs.readText(path);
  const file = fs.openForAppending(path);
  if (before === undefined) file.append(`${JSON.stringify({ schema: 'marks@1', identity })}\n`);
  // A torn last line is ended, so that the next one stands by itself.
  else if (!before.endsWith('\n')) file.append('\n');
  return {
    append: (marks) => file.append(marks.map((mark) => `${JSON.stringify(mark)}\n`).join('')),
    close: file.close,
  };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
