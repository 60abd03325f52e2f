import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApi } from '#api/create-api.ts';
import { createRegister } from '#register/create-register.ts';
import { createFanOuts } from '#register/fan-outs/fan-out.ts';
import { systemIssueClock } from '#register/model/issue-clock.ts';
import { openSqliteTable } from '#register/table/sqlite/sqlite-table.ts';
import type { Table } from '#register/table/table.ts';
import { createDirectoryStore } from '#store/directory-store.ts';
import type { FanOutDeps } from '#usecases/fan-out/fan-out-deps.ts';
import { putProfile } from '#usecases/organs/put-profile.ts';
import { createSharingCache } from '#usecases/sharing/sharing-cache.ts';
import { exampleProfiles, plainRender } from '../../test/support/desk.ts';
import { type Book, fill } from './fill.ts';
import { type Part, timesOf } from './part.ts';

/** Books of a register: `organs` small ones of `rows`, and a large one whose first numbers all of them have, too. */
interface Size {
  readonly organs: number;
  readonly rows: number;
  readonly largeRows: number;
}

const MILLION: Size = { organs: 3_321, rows: 300, largeRows: 10_000 };
/** As many organs have a number as an answer shows: what is read for it is the same in both. */
const THOUSAND: Size = { organs: 20, rows: 10, largeRows: 800 };
const LARGE = 'organ-large';
/** Documents of others that an answer shows at once. */
const SHOWN_OTHERS = 10;
const LOOKUPS = 1_000;
const SEARCHES = 300;

/** A data directory may be kept for a next run: `BENCH_REGISTER_DIR`. */
const KEPT = process.env['BENCH_REGISTER_DIR'];

/** Finding at the API over SQLite, at 1,000 rows and at a million. */
export const find: Part = {
  title: 'Finding by number and by words',
  run: async (say) => {
    const small = await measure(THOUSAND, join(tmpdir(), 'banhanh-find-small'), say);
    const large = await measure(MILLION, KEPT ?? join(tmpdir(), 'banhanh-find-million'), say);
    return [
      '| register | by number in own series, p50 / p99 ms | by number in every organ, p50 / p99 ms | word search, p50 / p99 ms |',
      '| --- | --- | --- | --- |',
      `| 1,000 rows (20 organs × 10, one of 800) | ${small.own} | ${small.all} | ${small.words} |`,
      `| 1,006,300 rows (3,321 organs × 300, one of 10,000) | ${large.own} | ${large.all} | ${large.words} |`,
      '',
      `${LOOKUPS.toLocaleString('en')} lookups and ${SEARCHES} searches each, one after the other, through the whole API (token, use case, SQLite in process), after 300 to warm up. "Own series": a number of which the asker's organ alone has one; "every organ": a symbol that 3,322 organs have (21 in the small register), of which one's own and the first 10 others are answered with documents and files. Words: three to five of the trích yếu, in the large book, up to 50 documents a page.`,
      '',
      large.built,
    ];
  },
};

function* books({ organs, rows, largeRows }: Size): Generator<Book> {
  yield { organ: LARGE, rows: largeRows, words: true };
  for (let n = 1; n <= organs; n++) yield { organ: `organ-${n}`, rows, words: false };
}

async function measure(size: Size, dir: string, say: (line: string) => void) {
  const note = join(dir, 'built', 'how.txt');
  await mkdir(dir, { recursive: true });
  let built = await readFile(note, 'utf8').catch(() => undefined);
  if (built === undefined) {
    const { rows, items, seconds } = await fill(dir, books(size));
    built = `Built: ${rows.toLocaleString('en')} rows, ${items.toLocaleString('en')} items in ${Math.round(seconds)} s.`;
    say(built);
    if (dir === KEPT) {
      await mkdir(join(dir, 'built'));
      await writeFile(note, built);
    }
  }
  const table = await openSqliteTable({ path: join(dir, 'register.sqlite') });
  try {
    return { ...(await lookups(table, size, dir, say)), built };
  } finally {
    await table.close();
    if (dir !== KEPT) await rm(dir, { recursive: true, force: true });
  }
}

async function lookups(table: Table, size: Size, dir: string, say: (line: string) => void) {
  const register = createRegister({ table });
  const store = createDirectoryStore(join(dir, 'files'));
  const deps: FanOutDeps = {
    register,
    fanOuts: createFanOuts(table),
    store,
    render: plainRender,
    clock: systemIssueClock,
    sharing: createSharingCache(),
    newId: () => 'x',
  };
  const [profile] = await exampleProfiles();
  // An organ without a profile shares nothing.
  for (const { organ } of books(size)) {
    const own = { ...profile, organId: organ, validFrom: '2026-01-01', validTo: null };
    const admin = { organ, staffId: 'an-admin', roles: ['admin'] } as const;
    await putProfile(deps, admin, { profile: own, rev: null }).catch(() => undefined);
  }
  const api = createApi({
    deps,
    startPump: () => Promise.reject(new Error('nothing goes down here')),
    authenticate: async () => ({ organ: LARGE, staffId: 'a-reader', roles: ['reader'] }),
    report: ({ error }) => say(String(error)),
  });
  const get = async (path: string) => {
    const response = await api.request(path, { headers: { authorization: 'Bearer a.b.c' } });
    // biome-ignore lint/suspicious/noExplicitAny: answers as they come
    const body: any = await response.json();
    if (response.status !== 200) throw new Error(`${path}: ${response.status} ${body.code}`);
    return body;
  };
  const { rows, largeRows } = size;
  const any = (limit: number) => 1 + Math.floor(Math.random() * limit);
  const number = async (of: () => number, hits: number) => {
    const wanted = of();
    const { found } = await get(`/find?number=${wanted}/KH-UBND&year=2026`);
    if (found[0]?.document.codeNumber !== wanted || found.length !== hits)
      throw new Error(`${wanted}: ${found.length} found, ${hits} expected`);
  };
  const words = async () => {
    const n = any(largeRows) - 1;
    const texts = [`cai cach dot ${n}`, 'hanh chinh tang cuong', 'chuyen doi so truong hoc', `nam 2026 ${n}`];
    await get(`/search?text=${encodeURIComponent(texts[any(texts.length) - 1] ?? '')}`);
  };
  const answer = {
    own: await timesOf(LOOKUPS, () => number(() => rows + any(largeRows - rows), 1)),
    all: await timesOf(LOOKUPS, () => number(() => any(rows), 1 + SHOWN_OTHERS)),
    words: await timesOf(SEARCHES, words),
  };
  say(`${largeRows} in the largest book: own ${answer.own}, all ${answer.all}, words ${answer.words}`);
  return answer;
}
