import type { StoredBytes } from '#store/store.ts';
import { createMemoryStore } from '../support/memory-store.ts';
import { describeStore } from './contract.ts';

const objects = new Map<string, StoredBytes>();

describeStore('the memory that the tests of schedules use', {
  store: () => createMemoryStore(objects),
  reopened: () => createMemoryStore(objects),
  damage: async (key) => {
    const { bytes } = objects.get(key)!;
    bytes[bytes.length >> 1]! ^= 1;
  },
  lacks: {},
});
