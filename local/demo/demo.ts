import { randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Role } from '#usecases/actor.ts';
import { dataPaths } from '../data-directory/data-directory.ts';
import { startServer } from '../server/start-server.ts';
import { addUser } from '../users/users.ts';
import { createCalendar } from './demo-calendar.ts';
import { type DemoPerson, signIn } from './demo-client.ts';
import { WARD_START, writeDemoOrgans } from './demo-organs.ts';
import { download, findAgain } from './demo-proof.ts';
import { createReport, wrap } from './demo-report.ts';
import { bringIn, issue } from './demo-way.ts';

const root = join(import.meta.dirname, '../..');
const out = join(root, 'out');
const dir = join(out, 'demo-data');
const report = createReport();
const calendar = createCalendar('2026-03-16T08:00:00+07:00');
const stage = { report, calendar };
const startedAt = performance.now();
/** Lines on what was given a number, and where it lies. */
const summary: string[] = [];

/** Signers have the ids by which their offices name them. */
const people: Record<string, { readonly organ: string; readonly roles: Role[]; readonly staffId?: string }> = {
  'chuyen-vien-tinh': { organ: 'dong-nai', roles: ['drafter'] },
  'lanh-dao-tinh': { organ: 'dong-nai', roles: ['signer'], staffId: 'nguyen-thi-hoang' },
  'van-thu-tinh': { organ: 'dong-nai', roles: ['clerk'] },
  'chuyen-vien-phuong': { organ: 'phuong-binh-long', roles: ['drafter'] },
  'lanh-dao-phuong': { organ: 'phuong-binh-long', roles: ['signer'], staffId: 'nguyen-van-a' },
  'van-thu-phuong': { organ: 'phuong-binh-long', roles: ['clerk'] },
};

console.log('Ban Hành: từ dữ liệu đến văn bản đã ban hành, tìm lại được bằng số. Tất cả trên máy này.');
await rm(dir, { recursive: true, force: true });
await mkdir(dir, { recursive: true });

report.chapter('Khởi động trong một thư mục mới');
const organsFile = await writeDemoOrgans(join(root, 'examples'), dir);
const server = await report.step(
  ({ url }) => `máy chủ, cơ sở dữ liệu nhúng, kho tệp; hồ sơ hai cơ quan (${url})`,
  () =>
    startServer({
      dir,
      port: 0,
      organsFile,
      clock: calendar.clock,
      report: ({ code, error }) => report.check(`không có lỗi hệ thống (${code}: ${error})`, false),
      onRecovery: () => undefined,
    }),
);
try {
  await run();
} catch (error) {
  report.check(`chạy đến cùng: ${error instanceof Error ? error.message : error}`, false);
} finally {
  await server.close();
}
finish();

async function run(): Promise<void> {
  const signedIn = await report.step(
    (all) => `${all.size} người dùng, đăng nhập qua HTTP`,
    async () => {
      const password = randomBytes(12).toString('base64url');
      const all = new Map<string, DemoPerson>();
      for (const [username, { organ, roles, staffId = username }] of Object.entries(people)) {
        await addUser(dataPaths(dir).users, { username, staffId, organ, roles }, password);
        all.set(username, await signIn(server.url, username, password));
      }
      return all;
    },
  );
  const person = (username: string): DemoPerson => {
    const found = signedIn.get(username);
    if (!found) throw new Error(`không có người dùng ${username}`);
    return found;
  };
  const office = (place: 'tinh' | 'phuong') => ({
    drafter: person(`chuyen-vien-${place}`),
    signer: person(`lanh-dao-${place}`),
    clerk: person(`van-thu-${place}`),
  });

  const province = await bringIn(stage, office('tinh').clerk);
  const ward = await issue(stage, office('phuong'), {
    name: 'ke-hoach-phuong-2026',
    title: 'Kế hoạch của phường',
    day: '2026-03-16',
    number: WARD_START,
    spellings: ['36/KH-UBND', '36 kh ubnd', 'KH 36 2026'],
  });
  const city = await issue(stage, office('tinh'), {
    name: 'cong-van-thanh-pho-2026',
    title: 'Công văn của thành phố',
    day: '2026-06-15',
    number: 1,
    spellings: ['01/UBND-HCC', 'số 1 / ubnd-hcc', 'Công văn số 1 năm 2026'],
  });
  const all = [province, ward, city];
  await findAgain(stage, all, office('phuong').clerk);
  summary.push(...(await download(stage, all, out)));
}

function finish(): void {
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1).replace('.', ',');
  report.chapter('Tóm lại');
  for (const line of summary) console.log(`  ${line}`);
  const right = report.checks - report.failed.length;
  console.log(`  ${right}/${report.checks} điều kiểm tra đúng, ${seconds} giây.`);
  if (report.failed.length === 0) return;
  process.exitCode = 1;
  console.log('\nChưa đúng:');
  for (const words of report.failed) for (const line of wrap(`  ✗ ${words}`, 100)) console.log(line);
}
