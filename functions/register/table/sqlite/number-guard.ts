import { statSync } from 'node:fs';
import type { Write } from '../write.ts';
import type { Mark, MarkWriter } from './marks.ts';
import { RegisterFault } from './sqlite-fault.ts';

/** Sort key of a series counter: see `counterKey`. */
const COUNTER = '#C';

/** Refuses transactions that would give a number twice, and records each number before it is answered. */
export interface NumberGuard {
  /** Throws `RegisterFault` where a counter would not go beyond its mark: the register is older than what was answered. */
  check(writes: readonly Write[]): void;
  /** Records the numbers of committed transactions. Throws where the disk refuses: then none of them is answered. */
  record(transactions: readonly (readonly Write[])[]): void;
}

/** A guard over the marks as they were read. `tellOutside` hears after each record whether the copy outside failed, or null. */
export function createNumberGuard(
  marks: ReadonlyMap<string, Mark>,
  writer: MarkWriter,
  outside: MarkWriter | undefined,
  tellOutside: (error: unknown) => void,
): NumberGuard {
  const highest = new Map([...marks].map(([series, { seq }]) => [series, seq]));
  return {
    check: (writes) => {
      for (const { mark, isNext } of writes.flatMap(markOf)) {
        const known = highest.get(mark.series) ?? 0;
        if (isNext ? mark.seq <= known : mark.seq < known) {
          throw new RegisterFault('BEHIND', `${mark.series} ${mark.seq}, answered up to ${known}`);
        }
      }
    },
    record: (transactions) => {
      const given = transactions
        .flat()
        .flatMap(markOf)
        .map(({ mark }) => mark);
      if (given.length === 0) return;
      writer.append(given);
      for (const { series, seq } of given) highest.set(series, Math.max(seq, highest.get(series) ?? 0));
      try {
        outside?.append(given);
        tellOutside(null);
      } catch (error) {
        tellOutside(error);
      }
    },
  };
}

/** The file as it was opened, to see that it has not been removed or replaced under us. */
export function fileWatch(path: string): () => boolean {
  // As big integers: on Windows the number of a file has more digits than a number holds.
  const before = statSync(path, { bigint: true });
  return () => {
    const now = statSync(path, { bigint: true, throwIfNoEntry: false });
    return now?.ino === before.ino && now.dev === before.dev;
  };
}

function markOf(write: Write): { readonly mark: Mark; readonly isNext: boolean }[] {
  const [key, values, isNext] =
    'update' in write ? [write.update, write.set, true] : 'put' in write ? [write.put, write.put, false] : [];
  if (key?.SK !== COUNTER || typeof values?.['seq'] !== 'number') return [];
  return [
    { mark: { series: key.PK, seq: values['seq'], on: String(values['lastIssuedOn'] ?? '') }, isNext: isNext === true },
  ];
}
