import { type FileSystem, nodeFileSystem } from '#base/node/file-system.ts';

/** The last number of a series that was answered, by the partition key of its counter: one line of the file of marks. */
export interface Mark {
  readonly series: string;
  readonly seq: number;
  readonly on: string;
}

/** Content of a file of marks: its register, and the highest number of each series. */
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
    identity ??= identityOf(value);
    const mark = markOf(value);
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

/** A line as an object. By hand: the thread that writes has no need of the library of schemas, which takes 5 MB. */
function parsed(line: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function identityOf({ schema, identity }: Readonly<Record<string, unknown>>): string | undefined {
  return schema === 'marks@1' && typeof identity === 'string' ? identity : undefined;
}

function markOf({ series, seq, on }: Readonly<Record<string, unknown>>): Mark | undefined {
  const isNumber = typeof seq === 'number' && Number.isSafeInteger(seq) && seq > 0;
  return typeof series === 'string' && isNumber && typeof on === 'string' ? { series, seq, on } : undefined;
}
