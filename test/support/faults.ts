import type { Outcome, Table } from '#register/table/table.ts';
import type { Write } from '#register/table/write.ts';

/** Faults of a transaction; neither SQLite nor dynoxide emits a conflict or a throttling of its own. */
export type Fault = 'conflict' | 'throttled' | 'answer-lost';

/**
 * A table whose transactions fail as `choose` says. `answer-lost` lets the write happen and repeats it, as a client's retry after
 * a broken connection does. `failed` counts them.
 */
export function withFaults(table: Table, choose: () => Fault | undefined): { readonly table: Table; failed(): number } {
  let failed = 0;
  const transact: Table['transact'] = async (writes) => {
    const fault = choose();
    if (fault) failed++;
    if (fault === 'throttled') return { done: false, reasons: [] };
    if (fault === 'conflict') return conflict(writes);
    const outcome = await table.transact(writes);
    return fault === 'answer-lost' ? table.transact(writes) : outcome;
  };
  return { table: { ...table, transact }, failed: () => failed };
}

/** Answer of a transaction that met another one at its first item. */
export function conflict(writes: readonly Write[]): Outcome {
  return { done: false, reasons: writes.map((_, index) => ({ code: index === 0 ? 'TransactionConflict' : 'None' })) };
}
