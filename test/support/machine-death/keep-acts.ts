import { writeSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { newId } from '#base/node/ids.ts';
import { dataPaths } from '#local/data-directory/data-directory.ts';
import { settleIdentity } from '#local/data-directory/settle-identity.ts';
import { createCalendar } from '#local/demo/demo-calendar.ts';
import { createRegister } from '#register/create-register.ts';
import { createFanOuts } from '#register/fan-outs/fan-out.ts';
import { createSeriesMutex } from '#register/numbers/series-mutex.ts';
import { openSqliteTable } from '#register/table/sqlite/sqlite-table.ts';
import { createDirectoryStore } from '#store/directory-store.ts';
import { runFanOut } from '#usecases/fan-out/run-fan-out.ts';
import { startFanOut } from '#usecases/fan-out/start-fan-out.ts';
import { putProfile } from '#usecases/organs/put-profile.ts';
import { createSharingCache } from '#usecases/sharing/sharing-cache.ts';
import { provincePlan } from '../../localise/support/example.ts';
import { writeEveryKind } from '../../usecases/every-kind.ts';
import { ASKS, askUsual, isExpected, openOffice } from '../act-office.ts';
import { deskActs, exampleProfiles, PEOPLE, plainRender } from '../desk.ts';
import { createCoin } from './coin.ts';

// What is traced: every act of the register. After each transaction the items that it changed are printed, as they stand.
const [dir = '', rounds = '1'] = process.argv.slice(2);
const { register: path, files } = dataPaths(dir);
const store = createDirectoryStore(files);
const opened = await openSqliteTable({ path, marks: await settleIdentity(dir, store) });
const table = {
  ...opened,
  sleep: async () => {},
  transact: async (...asked: Parameters<typeof opened.transact>) => {
    const outcome = await opened.transact(...asked);
    tellChanges();
    return outcome;
  },
};
const { clock } = createCalendar('2026-06-15T09:00:00+07:00');
const deps = {
  register: createRegister({ table, seriesMutex: createSeriesMutex() }),
  fanOuts: createFanOuts(table),
  store,
  render: plainRender,
  clock: { ...clock, sleep: async () => {} },
  sharing: createSharingCache(),
  newId,
};

const reader = new DatabaseSync(path, { readOnly: true });
const known = new Map<string, unknown>();
function tellChanges(): void {
  const standing = reader.prepare('SELECT PK, SK, item FROM items').all();
  const changed: [key: string, item: unknown][] = [];
  const gone = new Set(known.keys());
  for (const { PK, SK, item } of standing) {
    const key = `${PK} ${SK}`;
    gone.delete(key);
    if (known.get(key) === item) continue;
    known.set(key, item);
    changed.push([key, item]);
  }
  for (const key of gone) {
    known.delete(key);
    changed.push([key, null]);
  }
  if (changed.length > 0) writeSync(1, `${JSON.stringify(changed)}\n`);
}

/** Acts that few others may come before, by round; the rest comes in another order each time. */
const FIRST: readonly (readonly string[])[] = [
  ['change-signer', 'hand-over', 'link', 'correct'],
  ['strike'],
  ['amend'],
];

const coin = createCoin(20_261_130);
for (let round = 0; round < Number(rounds); round++) {
  const organ = `o-${round}`;
  const isRecorded = round % 2 === 1;
  const docIds = await openOffice(deps, organ, isRecorded);
  const first = FIRST[round % FIRST.length] ?? [];
  const drawn = Object.keys(ASKS).map((name) => ({
    name,
    at: Array.from({ length: 16 }, () => Number(coin())).join(''),
  }));
  const rest = drawn.sort((one, other) => (one.at < other.at ? -1 : 1)).map(({ name }) => name);
  for (const name of [...first, ...rest]) {
    await askUsual(deps, organ, docIds, name).catch((error: unknown) => {
      if (!isExpected(error)) throw error;
    });
  }
}
for (const profile of await exampleProfiles()) {
  const admin = { organ: profile.organId, staffId: 'an-admin', roles: ['admin'] } as const;
  await putProfile(deps, admin, { profile, rev: null });
}
await writeEveryKind({ ...deskActs(deps), deps, table: { table } });
const plan = provincePlan();
await startFanOut(deps, PEOPLE.clerk, { runId: 'chia', plan, units: '25326, 26179', profiles: [] });
await runFanOut(deps, PEOPLE.clerk.organ, 'chia', { worker: 'w' });
reader.close();
await opened.close();
