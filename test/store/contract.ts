import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { PutOptions, Store } from '#store/store.ts';

/** Capabilities of a store that a stand-in for the real service may lack. */
export const CAPABILITIES = {
  'refuses a key that is taken': async (store: Store) => {
    const key = newKey();
    const first = randomBytes(100);
    await store.put(key, first, ONCE);
    await expect(store.put(key, randomBytes(100), ONCE)).rejects.toMatchObject({ code: 'already-exists', key });
    await expect(store.put(key, first, ONCE)).rejects.toMatchObject({ code: 'already-exists' });
    expect(Buffer.from((await store.get(key)).bytes)).toEqual(first);
  },
  'refuses other bytes under a taken key even where the same would do': async (store: Store) => {
    const key = newKey();
    await store.put(key, randomBytes(100), ONCE);
    const other = store.put(key, randomBytes(100), { ...ONCE, ifAbsent: false });
    await expect(other).rejects.toMatchObject({ code: 'already-exists' });
  },
  'lets one of twenty puts at once win, whole': async (store: Store) => {
    const key = newKey();
    const candidates = Array.from({ length: 20 }, () => randomBytes(50_000));
    const results = await Promise.allSettled(candidates.map((bytes) => store.put(key, bytes, ONCE)));
    const won = results.filter((result) => result.status === 'fulfilled');
    expect(won).toHaveLength(1);
    expect((await store.get(key)).sha256).toBe(won[0]?.value.sha256);
  },
} as const;

/** See {@link CAPABILITIES}. */
export type Capability = keyof typeof CAPABILITIES;

/** Reason why a capability cannot be seen here, and what is seen instead; never nothing. */
export interface Lack {
  readonly why: string;
  readonly instead: string;
  shown(): Promise<void>;
}

/** An adapter over a place of its own. Functions are called when tests run, after its `beforeAll`. */
export interface StoreUnderTest {
  store(): Store;
  /** The same place, opened again. */
  reopened(): Store;
  /** Flips one bit of the stored bytes behind the store's back. */
  damage(key: string): Promise<void>;
  readonly lacks: Partial<Record<Capability, Lack>>;
}

const ONCE: PutOptions = {
  contentType: 'application/octet-stream',
  metadata: { 'doc-id': 'd1', 'content-hash': 'ab', number: '35', date: '2026-06-15' },
  ifAbsent: true,
};

const BAD_KEYS = [
  '',
  '/',
  'a/',
  '/a',
  'a//b',
  '..',
  'a/../b',
  '.',
  'a/./b',
  '.hidden',
  'a\\b',
  'a\0b',
  'a%2e%2e%2fb',
  'a b',
  'ô',
  'a@',
  'a\n',
];

/** A key that no other test has. */
export const newKey = (): string => `issued/organ-1/${randomUUID()}/rendered-1`;

/** A test of what can be seen in place of what cannot; the output names it, since a passing file shows no titles. */
export function itInstead(title: string, { why, instead, shown }: Lack): void {
  const line = `NOT SHOWN HERE: "${title}", since ${why}; instead: ${instead}`;
  it(line, async () => {
    console.info(line);
    await shown();
  });
}

/** The tests that every adapter of the port passes. */
export function describeStore(name: string, { store, reopened, damage, lacks }: StoreUnderTest): void {
  describe(`the store's contract, ${name}`, () => {
    it.each([0, 1, 70_000, 5_000_000])('gives back %i bytes with their type, metadata and SHA-256', async (size) => {
      const key = newKey();
      const bytes = randomBytes(size);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const { ifAbsent: _, ...given } = ONCE;
      const put = await store().put(key, bytes, ONCE);
      expect(put).toMatchObject({ key, sha256, size, ...given });
      expect(await store().head(key)).toEqual(put);
      const { bytes: read, ...known } = await store().get(key, { expectSha256: sha256 });
      expect(known).toEqual(put);
      expect(Buffer.compare(read, bytes)).toBe(0);
    });

    it('has after a new start what it had before', async () => {
      const key = newKey();
      const put = await store().put(key, randomBytes(10), ONCE);
      expect(await reopened().head(key)).toEqual(put);
    });

    it('puts a view of a larger buffer, and nothing around it', async () => {
      const key = newKey();
      await store().put(key, new Uint8Array(Buffer.from('..inside..').buffer.slice(0), 0, 0), ONCE);
      expect((await store().get(key)).bytes).toHaveLength(0);
      const other = newKey();
      await store().put(other, new TextEncoder().encode('..inside..').subarray(2, 8), ONCE);
      expect(new TextDecoder().decode((await store().get(other)).bytes)).toBe('inside');
    });

    it('says that a key is not there', async () => {
      await expect(store().get(newKey())).rejects.toMatchObject({ code: 'not-found' });
      await expect(store().head(newKey())).rejects.toMatchObject({ code: 'not-found' });
    });

    it('answers the same bytes put again, where that is asked for', async () => {
      const key = newKey();
      const bytes = randomBytes(100);
      const first = await store().put(key, bytes, ONCE);
      expect(await store().put(key, bytes, { ...ONCE, ifAbsent: false })).toMatchObject(first);
    });

    it('does not serve bytes of which one bit was changed', async () => {
      const key = newKey();
      const { sha256 } = await store().put(key, randomBytes(1000), ONCE);
      await damage(key);
      await expect(store().get(key)).rejects.toMatchObject({ code: 'integrity-mismatch', key });
      await expect(store().get(key, { expectSha256: sha256 })).rejects.toMatchObject({ code: 'integrity-mismatch' });
    });

    it('does not serve other bytes than the reader expects', async () => {
      const key = newKey();
      await store().put(key, randomBytes(10), ONCE);
      const expectSha256 = createHash('sha256').update('other').digest('hex');
      await expect(store().get(key, { expectSha256 })).rejects.toMatchObject({ code: 'integrity-mismatch' });
    });

    it('keeps apart keys that begin with each other', async () => {
      const key = newKey();
      await store().put(`${key}/more`, Buffer.from('longer'), ONCE);
      await store().put(key, Buffer.from('shorter'), ONCE);
      await store().put(`${key}/content`, Buffer.from('inner'), ONCE);
      const texts = [key, `${key}/more`, `${key}/content`].map(async (k) =>
        Buffer.from((await store().get(k)).bytes).toString(),
      );
      expect(await Promise.all(texts)).toEqual(['shorter', 'longer', 'inner']);
    });

    async function listed(prefix: string): Promise<string[]> {
      const keys: string[] = [];
      for await (const key of store().list(prefix)) keys.push(key);
      return keys;
    }

    it('lists the keys below a prefix, and none for one that has none', async () => {
      const organ = `organ-${randomUUID()}`;
      const keys = Array.from({ length: 3 }, (_, n) => `issued/${organ}/doc-${n}/rendered-1`);
      for (const key of keys) await store().put(key, Buffer.from('x'), ONCE);
      expect((await listed(`issued/${organ}`)).sort()).toEqual(keys);
      expect(await listed(`issued/${organ}-none`)).toEqual([]);
    });

    it('names what stands directly below a prefix and holds keys', async () => {
      const organ = `organ-${randomUUID()}`;
      for (const doc of ['doc-1', 'doc-2']) {
        for (const file of ['van-ban', 'phu-luc'])
          await store().put(`issued/${organ}/${doc}/${file}`, Buffer.from('x'), ONCE);
      }
      await store().put(`issued/${organ}/stray`, Buffer.from('x'), ONCE);
      const names: string[] = [];
      for await (const name of store().folders(`issued/${organ}`)) names.push(name);
      expect(names.sort()).toEqual(['doc-1', 'doc-2']);
      const organs: string[] = [];
      for await (const name of store().folders('issued')) organs.push(name);
      expect(organs.filter((name) => name === organ)).toEqual([organ]);
      for await (const name of store().folders(`issued/${organ}-none`)) expect(name).toBeUndefined();
    });

    it.each(BAD_KEYS)('refuses the key %j', async (key) => {
      await expect(store().put(key, Buffer.from('x'), ONCE)).rejects.toMatchObject({ code: 'bad-key' });
      await expect(store().get(key)).rejects.toMatchObject({ code: 'bad-key' });
      await expect(store().head(key)).rejects.toMatchObject({ code: 'bad-key' });
    });

    it.each([{ docId: 'x' }, { a: 'Quyết định' }, { a: 'x\r\ny: z' }, { a: ' x' }, { a: '' }, { sha256: 'x' }])(
      'refuses the metadata %j',
      async (metadata) => {
        const put = store().put(newKey(), Buffer.from('x'), { ...ONCE, metadata });
        await expect(put).rejects.toMatchObject({ code: 'bad-metadata' });
      },
    );

    for (const [title, shown] of Object.entries(CAPABILITIES)) {
      const lack = Object.entries(lacks).find(([capability]) => capability === title)?.[1];
      if (lack) itInstead(title, lack);
      else it(title, () => shown(store()));
    }
  });
}
