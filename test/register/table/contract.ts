import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  absent,
  all,
  any,
  type Condition,
  differs,
  equals,
  exists,
  isNew,
  ordered,
} from '#register/table/condition.ts';
import { queryAll } from '#register/table/query-all.ts';
import type { StoredItem, Table } from '#register/table/table.ts';
import type { Write } from '#register/table/write.ts';

/** Contract of every adapter of the table; `open` gives an empty one. */
export function tableContract(
  name: string,
  open: () => Promise<{ readonly table: Table; stop(): Promise<void> }>,
): void {
  describe(`the table on ${name}`, () => {
    let table: Table;
    let stop: () => Promise<void>;
    let PK: string;
    const next = () => `A#${randomUUID()}`;
    beforeAll(async () => {
      ({ table, stop } = await open());
    });
    afterAll(() => stop());
    const put = async (...items: readonly ({ readonly PK: string; readonly SK: string } & StoredItem)[]) => {
      for (let from = 0; from < items.length; from += 100) {
        expect(await table.transact(items.slice(from, from + 100).map((item) => ({ put: item })))).toEqual({
          done: true,
        });
      }
    };
    const checks = async (condition: Condition, SK = 'item') =>
      (await table.transact([{ check: { PK, SK }, if: condition }])).done;
    const sortKeys = (items: readonly StoredItem[]) => items.map(({ SK }) => SK);

    test('answers an item as it was put: numbers to 2^53, nested values, names of prototypes, no undefined', async () => {
      PK = next();
      const item = {
        ...{ PK, SK: 'item', most: 2 ** 53, least: -(2 ** 53), part: 0.1, text: 'Ủy ban', empty: '', none: null },
        ...{ yes: true, list: [1, 'a', { b: [] }], map: { c: { d: false } } },
      };
      await put({ ...item, gone: undefined });
      expect(await table.get({ PK, SK: 'item' })).toEqual(item);
      const strange = { constructor: 'c', toString: 1 };
      await put({ PK, SK: 'strange', map: strange });
      expect(await table.get({ PK, SK: 'strange' })).toEqual({ PK, SK: 'strange', map: strange });
      expect(await table.get({ PK, SK: 'none' })).toBeUndefined();
    });

    test.each([[new Date(0)], [Number.NaN], [() => 1], [[undefined]], [new Map()]])(
      'refuses %s, which no item holds',
      async (value) => {
        await expect(table.transact([{ put: { PK: next(), SK: 'x', value } }])).rejects.toThrow(TypeError);
      },
    );

    test('answers many keys in their order, also those that are asked twice or do not exist', async () => {
      PK = next();
      await put(...Array.from({ length: 130 }, (_, n) => ({ PK, SK: `k${n}`, n })));
      const keys = [
        { PK, SK: 'k129' },
        { PK, SK: 'none' },
        { PK, SK: 'k0' },
        { PK, SK: 'k129' },
      ];
      expect((await table.getMany(keys)).map((item) => item?.['n'])).toEqual([129, undefined, 0, 129]);
      const every = await table.getMany(Array.from({ length: 130 }, (_, n) => ({ PK, SK: `k${n}` })));
      expect(every.map((item) => item?.['n'])).toEqual(Array.from({ length: 130 }, (_, n) => n));
    });

    test('judges every kind of condition on what stands', async () => {
      PK = next();
      await put({ PK, SK: 'item', n: 5, s: 'đ', yes: true, none: null, big: 2 ** 53 });
      const judged: [Condition, boolean][] = [
        [exists('n'), true],
        [exists('none'), true],
        [exists('x'), false],
        [absent('x'), true],
        [absent('PK'), false],
        [equals({ n: 5, s: 'đ', yes: true }), true],
        [equals({ n: 5, s: 'd' }), false],
        [equals({ n: '5' as never }), false],
        [equals({ x: 1 }), false],
        [equals({ big: 2 ** 53 }), true],
        [equals({ big: 2 ** 53 - 1 }), false],
        [differs('n', 6), true],
        [differs('n', 5), false],
        [differs('n', '5'), true],
        [differs('x', 5), true],
        [ordered('n', '<', 6), true],
        [ordered('n', '<', 5), false],
        [ordered('n', '<=', 5), true],
        [ordered('n', '>', 4), true],
        [ordered('n', '>', 5), false],
        [ordered('x', '<', 5), false],
        [ordered('n', '<', '6'), false],
        [ordered('s', '>', 'z'), true],
        [ordered('s', '<=', 'đ'), true],
        [any(absent('n'), equals({ yes: true })), true],
        [any(absent('n'), equals({ yes: false })), false],
        [all(exists('n'), any(absent('x'), equals({ n: 1 }))), true],
        [all(any(absent('n'), exists('s')), equals({ n: 4 })), false],
      ];
      for (const [condition, holds] of judged) expect([condition, await checks(condition)]).toEqual([condition, holds]);
      expect(await checks(isNew, 'none')).toBe(true);
      expect(await checks(differs('n', 5), 'none')).toBe(true);
      expect(await checks(exists('PK'), 'none')).toBe(false);
    });

    test('orders strings by their UTF-8 bytes, in conditions and in queries', async () => {
      PK = next();
      const names = ['~', 'é', '\uffee', '😀', 'a', 'Z', 'aa', 'a!', 'ạ'];
      await put(...names.map((SK) => ({ PK, SK, s: SK })));
      const byBytes = [...names].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
      expect(sortKeys(await queryAll(table, { partition: PK }))).toEqual(byBytes);
      expect(sortKeys(await queryAll(table, { partition: PK, newestFirst: true }))).toEqual(byBytes.toReversed());
      expect(await checks(ordered('s', '<', '😀'), '\uffee')).toBe(true);
      expect(sortKeys(await queryAll(table, { partition: PK, sort: { upTo: '\uffee' } }))).not.toContain('😀');
    });

    test('makes all writes of a transaction or none, judged against the state before it', async () => {
      PK = next();
      await put({ PK, SK: 'counter', seq: 1 });
      const writes = (from: number): Write[] => [
        {
          update: { PK, SK: 'counter' },
          set: { seq: from + 1, gone: undefined },
          remove: ['x'],
          if: equals({ seq: from }),
        },
        { put: { PK, SK: `row${from + 1}` }, if: isNew },
        { check: { PK, SK: `row${from + 2}` }, if: isNew },
      ];
      expect(await table.transact(writes(1))).toEqual({ done: true });
      expect(await table.get({ PK, SK: 'counter' })).toEqual({ PK, SK: 'counter', seq: 2 });
      expect((await table.transact(writes(1))).done).toBe(false);
      expect(sortKeys(await queryAll(table, { partition: PK }))).toEqual(['counter', 'row2']);
      const self: Write[] = [{ update: { PK, SK: 'new' }, set: { a: 1 }, if: absent('a') }];
      expect((await table.transact(self)).done).toBe(true);
      expect(await table.get({ PK, SK: 'new' })).toEqual({ PK, SK: 'new', a: 1 });
    });

    test('gives a reason for every write, in order, each failed one with its item', async () => {
      PK = next();
      await put({ PK, SK: 'a', n: 1 }, { PK, SK: 'b', n: 2 });
      const outcome = await table.transact([
        { put: { PK, SK: 'a', n: 9 }, if: isNew },
        { check: { PK, SK: 'b' }, if: equals({ n: 2 }) },
        { update: { PK, SK: 'b2' }, set: { n: 3 }, if: exists('PK') },
        { put: { PK, SK: 'c' }, if: isNew },
      ]);
      expect(outcome).toEqual({
        done: false,
        reasons: [
          { code: 'ConditionalCheckFailed', item: { PK, SK: 'a', n: 1 } },
          { code: 'None' },
          { code: 'ConditionalCheckFailed' },
          { code: 'None' },
        ],
      });
    });

    test('refuses the same item twice, more than 100 writes, 4 MB together, an item over 400 KB', async () => {
      PK = next();
      const refused = (writes: readonly Write[]) =>
        expect(table.transact(writes)).rejects.toMatchObject({ code: 'unavailable' });
      await refused([{ put: { PK, SK: 'a' } }, { check: { PK, SK: 'a' }, if: isNew }]);
      await refused(Array.from({ length: 101 }, (_, n) => ({ put: { PK, SK: `k${n}` } })));
      const text = 'x'.repeat(400 * 1024 - PK.length - 'PKSKbtext'.length);
      await put({ PK, SK: 'b', text });
      await refused([{ put: { PK, SK: 'b', text: `${text}x` } }]);
      expect(await queryAll(table, { partition: PK, only: ['SK'] })).toEqual([{ SK: 'b' }]);
    });

    test('refuses an empty key, in the table and in an index', async () => {
      PK = next();
      const refused = (item: { readonly PK: string; readonly SK: string } & StoredItem) =>
        expect(table.transact([{ put: item }])).rejects.toMatchObject({ code: 'unavailable' });
      await refused({ PK: '', SK: 'a' });
      await refused({ PK, SK: '' });
      await refused({ PK, SK: 'a', datePK: '', dateSK: 'x' });
      await refused({ PK, SK: 'a', datePK: 'x', dateSK: '' });
      await put({ PK, SK: 'a', datePK: 'x' });
      expect(await queryAll(table, { index: 'byDate', partition: 'x' })).toEqual([]);
    });

    test('answers from an index what is projected, and forgets what has left it', async () => {
      PK = next();
      const item = { PK, SK: 'a', organ: 'o', docId: 'd', typeCode: 'KeHoach', secret: 1, outShard: PK, dueAt: '2026' };
      await put({ ...item, datePK: PK, dateSK: '2026-01-01#1' });
      expect(await queryAll(table, { index: 'byDate', partition: PK })).toEqual([
        { PK, SK: 'a', datePK: PK, dateSK: '2026-01-01#1', organ: 'o', docId: 'd', typeCode: 'KeHoach' },
      ]);
      expect(await queryAll(table, { index: 'byDate', partition: PK, only: ['docId'] })).toEqual([{ docId: 'd' }]);
      await table.transact([{ update: { PK, SK: 'a' }, set: {}, remove: ['outShard', 'dueAt'], if: exists('PK') }]);
      expect(await queryAll(table, { index: 'outbox', partition: PK })).toEqual([]);
      expect(await queryAll(table, { index: 'byDate', partition: PK })).toHaveLength(1);
    });

    test('reads ranges with both ends, and prefixes in which nothing is a wildcard', async () => {
      PK = next();
      const names = ['N#1', 'N#12', 'N#2', 'N%', 'N%1', 'N*', 'N?', 'N_', 'N_1', 'NA', 'O', 'đ1', 'đ2'];
      await put(...names.map((SK) => ({ PK, SK })));
      const read = async (sort: NonNullable<Parameters<Table['query']>[0]['sort']>) =>
        sortKeys(await queryAll(table, { partition: PK, sort }));
      expect(await read({ from: 'N#12', to: 'N%' })).toEqual(['N#12', 'N#2', 'N%']);
      expect(await read({ upTo: 'N#2' })).toEqual(['N#1', 'N#12', 'N#2']);
      expect(await read({ startsWith: 'N_' })).toEqual(['N_', 'N_1']);
      expect(await read({ startsWith: 'N%' })).toEqual(['N%', 'N%1']);
      expect(await read({ startsWith: 'N*' })).toEqual(['N*']);
      expect(await read({ startsWith: 'N?' })).toEqual(['N?']);
      expect(await read({ startsWith: 'N#1' })).toEqual(['N#1', 'N#12']);
      expect(await read({ startsWith: 'đ' })).toEqual(['đ1', 'đ2']);
      await expect(table.query({ partition: PK, sort: { from: 'z', to: 'a' } })).rejects.toMatchObject({
        code: 'unavailable',
      });
    });

    test('pages without losing or repeating an item, newest first too, where many have the same place', async () => {
      PK = next();
      const items = Array.from({ length: 25 }, (_, n) => ({
        ...{ PK: `${PK}${n % 5}`, SK: `k${n}`, statePK: PK, stateSK: `day${Math.floor(n / 10)}`, docId: `${n}` },
      }));
      await put(...items);
      for (const newestFirst of [false, true]) {
        const seen: unknown[] = [];
        let page = await table.query({ index: 'byState', partition: PK, limit: 4, newestFirst });
        for (;;) {
          seen.push(...page.items.map(({ docId }) => docId));
          expect(page.items.length).toBeLessThanOrEqual(4);
          if (!page.lastKey) break;
          page = await table.query({ index: 'byState', partition: PK, limit: 4, newestFirst, startAt: page.lastKey });
        }
        expect(seen).toHaveLength(25);
        expect(new Set(seen).size).toBe(25);
      }
    });

    test('shows nothing of another partition to a forged start, and refuses one of another index', async () => {
      PK = next();
      const other = next();
      await put({ PK, SK: 'a', datePK: PK, dateSK: 'a' }, { PK: other, SK: 'b', datePK: other, dateSK: 'b' });
      const start = { PK: other, SK: 'a', datePK: other, dateSK: 'a' };
      const answered = (await table.query({ index: 'byDate', partition: PK, startAt: start }).catch(() => undefined))
        ?.items;
      for (const item of answered ?? []) expect(item['PK']).toBe(PK);
      const ofState = { PK, SK: 'a', statePK: PK, stateSK: 'a' };
      await expect(table.query({ index: 'byDate', partition: PK, startAt: ofState })).rejects.toMatchObject({
        code: 'bad-cursor',
      });
    });

    test('ends a page at 1 MB, and reads all of it page by page', async () => {
      PK = next();
      const text = 'x'.repeat(300_000);
      await put(...Array.from({ length: 5 }, (_, n) => ({ PK, SK: `k${n}`, text })));
      const page = await table.query({ partition: PK });
      expect(page.items.length).toBeLessThan(5);
      expect(page.lastKey).toBeDefined();
      expect(sortKeys(await queryAll(table, { partition: PK }))).toEqual(['k0', 'k1', 'k2', 'k3', 'k4']);
    });

    test('scans everything in shares, each partition whole in one of them', async () => {
      const partitions = Array.from({ length: 12 }, next);
      await put(...partitions.flatMap((one) => [1, 2, 3].map((n) => ({ PK: one, SK: `s${n}` }))));
      const shareOf = new Map<unknown, Set<number>>();
      let count = 0;
      for (let index = 0; index < 4; index++) {
        let page = await table.scan(undefined, { index, of: 4 });
        for (;;) {
          for (const item of page.items) {
            if (!partitions.includes(String(item['PK']))) continue;
            count++;
            shareOf.set(item['PK'], (shareOf.get(item['PK']) ?? new Set()).add(index));
          }
          if (!page.lastKey) break;
          page = await table.scan(page.lastKey, { index, of: 4 });
        }
      }
      expect(count).toBe(36);
      expect([...shareOf.values()].map(({ size }) => size)).toEqual(partitions.map(() => 1));
    });

    test('lets one of many win who want the same', async () => {
      PK = next();
      await put({ PK, SK: 'counter', seq: 0 });
      const take = async (): Promise<number> => {
        for (;;) {
          const seq = Number((await table.get({ PK, SK: 'counter' }))?.['seq']);
          const outcome = await table.transact([
            { update: { PK, SK: 'counter' }, set: { seq: seq + 1 }, if: equals({ seq }) },
            { put: { PK, SK: `row${seq + 1}` }, if: isNew },
          ]);
          if (outcome.done) return seq + 1;
        }
      };
      const taken = await Promise.all(Array.from({ length: 20 }, take));
      expect(taken.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
    });
  });
}
