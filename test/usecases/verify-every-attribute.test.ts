import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMembers } from '#register/organs/members.ts';
import type { ItemKey } from '#register/table/keys/key-parts.ts';
import { readPartition } from '#register/table/keys/partition-name.ts';
import { queryAll } from '#register/table/query-all.ts';
import type { StoredItem, Table } from '#register/table/table.ts';
import { holdingOf } from '#register/upkeep/holdings.ts';
import { createInspection } from '#register/upkeep/inspection.ts';
import { verify } from '#usecases/upkeep/verify.ts';
import { type Desk, openDesk } from '../support/desk.ts';
import { kindOf, writeEveryKind } from './every-kind.ts';

let desk: Desk;
const items = new Map<string, StoredItem>();

beforeAll(async () => {
  desk = await openDesk();
  await writeEveryKind(desk);
  for await (const item of everything(desk.table.table)) {
    const kind = kindOf(item);
    if (kind !== undefined && !items.has(kind)) items.set(kind, item);
  }
});
afterAll(() => desk.stop());

async function* everything(table: Table): AsyncIterable<StoredItem> {
  let page = await table.scan();
  for (;;) {
    yield* page.items;
    if (!page.lastKey) return;
    page = await table.scan(page.lastKey);
  }
}

const isOf = (item: StoredItem | undefined, { PK, SK }: StoredItem) => item?.['PK'] === PK && item?.['SK'] === SK;

/** A table in which one item says something else. */
function withInstead(table: Table, other: StoredItem): Table {
  const shown = <Item extends StoredItem | undefined>(item: Item) => (isOf(item, other) ? other : item);
  return {
    ...table,
    get: async (key: ItemKey) => (isOf(key, other) ? other : table.get(key)),
    getMany: async (keys) => (await table.getMany(keys)).map(shown),
    query: async (request) => {
      const page = await table.query(request);
      return { ...page, items: page.items.map(shown) };
    },
    scan: async (startAt, share) => {
      const page = await table.scan(startAt, share);
      return { ...page, items: page.items.map(shown) };
    },
  };
}

/** Looks at the partition of the changed item first, and at the rest only while nothing is told. */
async function isTold(other: StoredItem): Promise<boolean> {
  const table = withInstead(desk.table.table, other);
  const inspection = createInspection(table);
  let told = false;
  const partition = String(other['PK']);
  const first = holdingOf(readPartition(partition), await queryAll(table, { partition }));
  async function* holdings() {
    yield* first;
    yield* inspection.holdings();
  }
  const { store, clock } = desk.deps;
  await verify({
    inspection: { ...inspection, holdings },
    store,
    now: clock.now,
    sleep: async () => {},
    members: createMembers(table),
    isTimeUp: () => told,
    onViolation: () => {
      told = true;
    },
  });
  return told;
}

function changed(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'string') {
    if (/^\d{4}-\d{2}-\d{2}T/.test(value)) return value.replace(/^\d{4}/, '2019');
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return value.replace(/^\d{4}/, '2019');
    return `${value}x`;
  }
  if (Array.isArray(value)) return value.length > 0 ? [changed(value[0]), ...value.slice(1)] : ['x'];
  if (typeof value === 'object' && value !== null) {
    const [[name, part] = ['x', 'x'], ...rest] = Object.entries(value);
    return Object.fromEntries([[name, changed(part)], ...rest]);
  }
  return 'x';
}

/** Attributes whose change is not told, by why. */
const NOT_TOLD: Readonly<Record<string, readonly string[]>> = {
  'the profile of that day may have been corrected since; submitting derives them anew': [
    'document draft.organName changed',
    'document draft.codeNotation changed',
    'document draft.series changed',
    'document draft.signerInfo changed',
    'document draft.signerInfo gone',
  ],
  'absent is a value of its own: nobody knows whether what was issued before 0.2.0 was sent': [
    'document withdrawn.sending gone',
  ],
  'absent is a value of its own: the first version of the words, which are still there': [
    'row brought in.wordsVersion gone',
    'row.wordsVersion gone',
    'row registered.wordsVersion gone',
  ],
  'no save counts there: an ETag that is another asks a person to read again': [
    'document registered.rev changed',
    'document brought in.rev changed',
  ],
  'what was written before there were seals has none': [
    'save.seal gone',
    'seen.seal gone',
    'walk.seal gone',
    'view.seal gone',
    'basis.seal gone',
    'citing.seal gone',
    'group.seal gone',
    'guest at.seal gone',
    'guest.seal gone',
    'office.seal gone',
    'working days.seal gone',
    'profile.seal gone',
    'blank.seal gone',
    'closing.seal gone',
    'blank of a closed year.seal gone',
    'claim.seal gone',
  ],
  'rewritten with every sign of life; it locks nothing': ['presence.people changed', 'presence.rev changed'],
  'who was told by mail this morning': [
    'told.digests changed',
    'told.urgent changed',
    'told.rev changed',
    'told.updatedAt changed',
    'organ with mail.schema changed',
    'organ with mail.schema gone',
    'organ with mail.organ changed',
    'organ with mail.organ gone',
  ],
  'the work of a fan-out, rewritten as it goes on: what came of it stands in the units’ documents': [
    'start of a run.organ changed',
    'start of a run.organ gone',
    'start of a run.runId changed',
    'start of a run.runId gone',
    'run.outShard changed',
    'run.outShard gone',
    'run.dueAt changed',
    'run.dueAt gone',
    'run.runId changed',
    'run.input changed',
    'run.superior changed',
    'run.on changed',
    'run.total changed',
    'run.createdBy changed',
    'run.createdAt changed',
    'run.opened changed',
    'run of a unit.runId changed',
    'run of a unit.unitCode changed',
    'run of a unit.attempt changed',
    'run of a unit.updatedAt changed',
  ],
  'as it was typed; the key has the name that counts': ['login.username changed'],
  'says since when, and nothing reads it': ['name.validFrom changed', 'name.validFrom gone'],
};

test('every attribute of every kind of item is told when it is changed or gone, or named above', async () => {
  const kinds = [...items].flatMap(([kind, item]) =>
    Object.keys(item)
      .filter((name) => name !== 'PK' && name !== 'SK')
      .map((name) => ({ kind, item, name })),
  );
  const silent: string[] = [];
  for (const { kind, item, name } of kinds) {
    const { [name]: value, ...less } = item;
    if (!(await isTold({ ...item, [name]: changed(value) }))) silent.push(`${kind}.${name} changed`);
    if (!(await isTold(less))) silent.push(`${kind}.${name} gone`);
  }
  expect(kinds.length).toBeGreaterThan(500);
  expect(silent.sort()).toEqual(Object.values(NOT_TOLD).flat().sort());
});

test('a register with an item of every kind is whole', async () => {
  expect(items.size).toBeGreaterThanOrEqual(36);
  expect(await desk.verify()).toEqual([]);
});
