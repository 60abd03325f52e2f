import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { row, TITLES, workbook } from '../../test/exchange/workbook.ts';
import { type Office, ORGAN, openOffice } from './office.ts';

// `npm run bench:heavy`: how long `find` takes while others work hard. `npm run bench:heavy -- OTHER-CHECKOUT` measures that
// one first (its own `npm ci` done), and gives the ratio.

const ROWS = Number(process.env['BENCH_ROWS'] ?? 100_000);
const PREVIEW_ROWS = ROWS / 10;
const PREVIEWS = Number(process.env['BENCH_PREVIEWS'] ?? 200);
const IMPORTED = 3_000;
const FINDS = Number(process.env['BENCH_FINDS'] ?? 500);
const REQUESTS = Number(process.env['BENCH_REQUESTS'] ?? 20_000);

interface Figures {
  readonly quietP99Ms: number;
  readonly besideP99Ms: number;
  readonly previewsP99Ms: number;
  readonly previewsMb: number;
  readonly grown: number;
}

async function measure(root: string): Promise<Figures> {
  const base = await mkdtemp(join(tmpdir(), 'banhanh-heavy-'));
  const office = await openOffice(root, join(base, 'data'));
  try {
    await draft(office, 'van-ban-lon', ROWS);
    await draft(office, 'van-ban-vua', PREVIEW_ROWS);
    const quietP99Ms = await findP99(office, () => false);

    const list = join(base, 'so-cu.xlsx');
    const old = Array.from({ length: IMPORTED }, (_, n) =>
      row(`${String(n + 1).padStart(2, '0')}/UBND-HCC`, '15/06/2025', `Công văn về việc thử ${n + 1}`),
    );
    await writeFile(list, await workbook([TITLES, ...old]));
    let isOver = false;
    const looping = (async () => {
      while (!isOver) await (await preview(office, 'van-ban-lon')).arrayBuffer();
    })();
    const importing = once(office.beside('bring-in', list, '--organ', ORGAN), 'exit').then(() => {
      isOver = true;
    });
    const besideP99Ms = await findP99(office, () => !isOver);
    await Promise.all([importing, looping]);

    // A thread that nobody needs ends after 30 s, and gives back what the large document took.
    await sleep(35_000);
    let most = 0;
    let arePreviewed = false;
    const previews = Promise.all(
      Array.from({ length: PREVIEWS }, async () => (await preview(office, 'van-ban-vua')).arrayBuffer()),
    ).then(() => {
      arePreviewed = true;
    });
    const watching = (async () => {
      for (; !arePreviewed; await sleep(50)) most = Math.max(most, await office.memoryMb());
    })();
    const previewsP99Ms = await findP99(office, () => !arePreviewed);
    await Promise.all([previews, watching]);

    await sleep(35_000);
    const before = await office.memoryMb();
    for (let n = 0; n < REQUESTS; n += 10)
      await Promise.all(Array.from({ length: 10 }, async () => (await find(office)).arrayBuffer()));
    const grown = (await office.memoryMb()) / before - 1;
    return { quietP99Ms, besideP99Ms, previewsP99Ms, previewsMb: most, grown };
  } finally {
    await office.stop();
    await rm(base, { recursive: true, force: true });
  }
}

const find = (office: Office) => office.ask('clerk', 'GET', '/find?number=35%2FKH-UBND');

async function preview(office: Office, docId: string): Promise<Response> {
  const made = await office.ask('drafter', 'GET', `/documents/${docId}/preview`);
  if (made.status !== 200) throw new Error((await made.text()).slice(0, 500));
  return made;
}

/** Finds one after the other, at least so many, and as long as the load lasts. */
async function findP99(office: Office, lasts: () => boolean): Promise<number> {
  const took: number[] = [];
  while (took.length < FINDS || lasts()) {
    const start = performance.now();
    await (await find(office)).arrayBuffer();
    took.push(performance.now() - start);
    await sleep(5);
  }
  return took.sort((a, b) => a - b)[Math.floor(took.length * 0.99)] ?? Number.NaN;
}

async function draft(office: Office, docId: string, rows: number): Promise<void> {
  const text = await readFile(join(import.meta.dirname, '../../examples/ke-hoach-tinh-2025.json'), 'utf8');
  const cells = { 'noi-dung': 'Đăng tải các bản tin', 'san-pham': 'Bản tin', 'chu-tri': 'Báo', 'phoi-hop': '' };
  const one = { cells: { ...cells, 'thoi-gian': 'Hàng tháng' } };
  const plan = JSON.parse(text, (key, value) => (key === 'rows' ? Array.from({ length: rows }, () => one) : value));
  const data = { ...plan, bases: [] };
  const bytes = new TextEncoder().encode(JSON.stringify(data));
  if (bytes.length < 4_000_000) {
    const made = await office.ask('drafter', 'POST', '/documents', { docId, data });
    if (made.status !== 201) throw new Error((await made.text()).slice(0, 500));
    return;
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const announced = await office.ask('drafter', 'POST', '/uploads', {
    contentType: 'application/json',
    size: bytes.length,
    sha256,
  });
  const { uploadId, url, headers } = announcement.parse(await announced.json());
  const put = await office.put(url, bytes, headers);
  if (put.status >= 300) throw new Error(await put.text());
  const made = await office.ask('drafter', 'POST', '/documents', { docId, uploadId });
  if (made.status !== 201) throw new Error((await made.text()).slice(0, 500));
}

const announcement = z.object({ uploadId: z.string(), url: z.string(), headers: z.record(z.string(), z.string()) });

const ms = (value: number) => `${value.toFixed(1)} ms`;
const own = join(import.meta.dirname, '../..');
const [other] = process.argv.slice(2);
const before = other === undefined ? undefined : await measure(other);
const after = await measure(own);
for (const [name, figures] of [['before', before] as const, ['now', after] as const]) {
  if (!figures) continue;
  console.log(`${name}: find p99 ${ms(figures.quietP99Ms)} when nobody else works`);
  console.log(`  beside previews of ${ROWS} rows and ${IMPORTED} rows brought in: ${ms(figures.besideP99Ms)}`);
  console.log(`  beside ${PREVIEWS} previews of ${PREVIEW_ROWS} rows at once: ${ms(figures.previewsP99Ms)}`);
  console.log(
    `  memory at most ${figures.previewsMb.toFixed(0)} MB; after ${REQUESTS} requests ${(figures.grown * 100).toFixed(0)} % more`,
  );
}
if (before) {
  console.log(`now takes ${(after.besideP99Ms / before.besideP99Ms).toFixed(3)} of before beside both loads`);
  console.log(`and ${(after.previewsP99Ms / before.previewsP99Ms).toFixed(3)} beside the previews`);
}
