import type { DraftSource } from './check-draft-task.ts';
import { type HeavyInput, type HeavyName, type HeavyOutput, heavyTasks } from './heavy-tasks.ts';
import type { Render } from './render-port.ts';

/**
 * Runs a heavy task for an organ in another thread. `load` gives the input when its turn comes; buffers that it gives are gone
 * afterwards. Throws what the task throws, `overloaded` and `too-heavy`.
 */
export type RunHeavy = <Name extends HeavyName>(
  organ: string,
  name: Name,
  load: () => Promise<HeavyInput<Name>>,
) => Promise<HeavyOutput<Name>>;

/** A task on its way: for whom, what, and the bytes that it has to work on. */
export interface HeavyRequest<Name extends HeavyName> {
  readonly organ: string;
  readonly name: Name;
  /** Absent: unknown, as of a file that a person sent. */
  readonly size?: number | undefined;
}

/** Our own data up to this many bytes is worked on in place: a thread would cost more than it saves. */
const SMALL_BYTES = 64 * 1024;

/** Runs a task in place where it is small or there are no threads (Lambda), else in a thread. */
export async function runHeavy<Name extends HeavyName>(
  deps: { readonly heavy?: RunHeavy; readonly render: Render },
  { organ, name, size = Number.POSITIVE_INFINITY }: HeavyRequest<Name>,
  load: () => Promise<HeavyInput<Name>>,
): Promise<HeavyOutput<Name>> {
  if (deps.heavy && !isSmall(size)) return deps.heavy(organ, name, load);
  return heavyTasks[name](await load(), deps.render);
}

/** Tells whether our own data of so many bytes is worked on in place. */
export function isSmall(size: number): boolean {
  return size <= SMALL_BYTES;
}

/** Bytes of a draft's data. Where there are threads, data comes parsed in small requests alone. */
export function sourceSize(source: DraftSource): number {
  if ('data' in source) return 0;
  return 'sent' in source ? source.sent.byteLength : source.bytes.byteLength;
}
