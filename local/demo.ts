import { createHash, randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Role } from '../functions/usecases/actor.ts';
import { dataPaths, writeWhole } from './data-directory.ts';
import { createCalendar } from './demo-calendar.ts';
import { type DemoPerson, documentOf, foundOf, signIn } from './demo-client.ts';
import { createReport, wrap } from './demo-report.ts';
import { startServer } from './main.ts';
import { readJsonFile } from './read-json-file.ts';
import { addUser } from './users.ts';

const root = join(import.meta.dirname, '..');
const out = join(root, 'out');
const dir = join(out, 'demo-data');
const report = createReport();
const calendar = createCalendar('2026-03-16T08:00:00+07:00');
const startedAt = performance.now();
/** What was given and where it lies. */
const summary: string[] = [];

const people: Record<string, { organ: string; roles: Role[] }> = {
  'chuyen-vien-tinh': { organ: 'dong-nai', roles: ['drafter'] },
  'lanh-dao-tinh': { organ: 'dong-nai', roles: ['signer'] },
  'van-thu-tinh': { organ: 'dong-nai', roles: ['clerk'] },
  'chuyen-vien-phuong': { organ: 'phuong-binh-long', roles: ['drafter'] },
  'lanh-dao-phuong': { organ: 'phuong-binh-long', roles: ['signer'] },
  'van-thu-phuong': { organ: 'phuong-binh-long', roles: ['clerk'] },
};

/** A document that the demonstration has issued or brought in. */
interface Made {
  readonly name: string;
  readonly title: string;
  readonly found: ReturnType<typeof foundOf>;
  readonly clerk: DemoPerson;
  /** Spellings under which its own clerk finds it again. */
  readonly spellings: readonly string[];
}

console.log('Ban Hành: từ dữ liệu đến văn bản đã ban hành, tìm lại được bằng số. Tất cả trên máy này.');
await rm(dir, { recursive: true, force: true });
await mkdir(dir, { recursive: true });

report.chapter('Khởi động trong một thư mục mới');
const server = await report.step(
  ({ url }) => `máy chủ, cơ sở dữ liệu nhúng, kho tệp; hồ sơ hai cơ quan (${url})`,
  () =>
    startServer({
      dir,
      port: 0,
      organsFile: join(root, 'examples/organs.json'),
      clock: calendar.clock,
      dynamodbEndpoint: process.env.DYNAMODB_ENDPOINT,
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
      for (const [username, { organ, roles }] of Object.entries(people)) {
        await addUser(dataPaths(dir).users, { username, staffId: username, organ, roles }, password);
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

  const province = await bringIn(office('tinh').clerk);
  const ward = await issue('ke-hoach-phuong-2026', 'Kế hoạch của phường', '2026-03-16', office('phuong'), [
    '01/KH-UBND',
    '1 kh ubnd',
    'KH 1 2026',
  ]);
  const city = await issue('cong-van-thanh-pho-2026', 'Công văn của thành phố', '2026-06-15', office('tinh'), [
    '01/UBND-HCC',
    'số 1 / ubnd-hcc',
    'Công văn số 1 năm 2026',
  ]);
  const all = [province, ward, city];
  await findAgain(all, office('phuong').clerk);
  await download(all);
}

async function bringIn(clerk: DemoPerson): Promise<Made> {
  report.chapter('Kế hoạch của tỉnh, 24/01/2025: nhập vào sổ với số đã có');
  const data = await example('ke-hoach-tinh-2025');
  const found = await report.step(
    ({ document, files }) => `nhập ${document.symbol} ngày ${viDate(document.issuedDate)}, ${files.length} tệp`,
    async () => foundOf(await clerk.send('POST', '/brought-in', { codeNumber: 35, issuedDate: '2025-01-24', data })),
  );
  report.check(
    'mang số 35/KH-UBND, đánh dấu là nhập',
    found.document.symbol === '35/KH-UBND' && found.document.broughtIn === true,
  );
  const spellings = [
    '35/KH-UBND',
    '35/kh-ubnd',
    'Số 35 / KH-UBND',
    '35 kh ubnd',
    'KH 35 2025',
    'kế hoạch số 35 năm 2025',
  ];
  return { name: 'ke-hoach-tinh-2025', title: 'Kế hoạch của tỉnh', found, clerk, spellings };
}

async function issue(
  name: string,
  title: string,
  day: string,
  { drafter, signer, clerk }: Readonly<Record<'drafter' | 'signer' | 'clerk', DemoPerson>>,
  spellings: readonly string[],
): Promise<Made> {
  report.chapter(`${title}: từ bản thảo đến ban hành, ngày ${viDate(day)}`);
  calendar.moveTo(`${day}T09:00:00+07:00`);
  const data = await example(name);
  const path = `/documents/${name}`;
  const draft = await report.step(
    () => 'chuyên viên tạo bản thảo từ dữ liệu',
    () => drafter.send('POST', '/documents', { docId: name, data }),
  );
  await report.step(
    ({ bytes }) => `xem trước bản thảo, số và ngày để trống (${kilobytes(bytes.byteLength)})`,
    () => drafter.send('GET', `${path}/preview`),
  );
  const submitted = await report.step(
    (answered) => `trình: đóng băng, SHA-256 ${documentOf(answered).contentHash?.slice(0, 16)}…`,
    () => drafter.send('POST', `${path}/submit`, undefined, draft.etag),
  );
  const approved = await report.step(
    () => 'lãnh đạo duyệt',
    () => signer.send('POST', `${path}/approve`, undefined, submitted.etag),
  );
  const tooSoon = await clerk.ask('POST', `${path}/issue`, {}, approved.etag);
  report.check('văn bản giấy chưa xác nhận chữ ký thì không cấp số', tooSoon.status === 422);
  const body = { signatureConfirmed: true };
  const issued = await report.step(
    (answered) => {
      const { document } = foundOf(answered);
      return `văn thư ban hành: ${document.symbol} ngày ${viDate(document.issuedDate)}`;
    },
    () => clerk.send('POST', `${path}/issue`, body, approved.etag),
  );
  const found = foundOf(issued);
  const again = foundOf(await clerk.send('POST', `${path}/issue`, body, approved.etag));
  report.check(
    `số 01 của năm, ngày ${viDate(day)}; bấm ban hành lần nữa vẫn số đó`,
    found.document.codeNumber === 1 &&
      found.document.issuedDate === day &&
      found.document.state === 'issued' &&
      again.document.symbol === found.document.symbol,
  );
  return { name, title, found, clerk, spellings };
}

async function findAgain(all: readonly Made[], outsider: DemoPerson): Promise<void> {
  report.chapter('Tìm lại bằng số, gõ nhiều kiểu');
  for (const { found, clerk, spellings } of all) {
    for (const spelling of spellings) {
      const start = performance.now();
      const [first] = (await clerk.find(spelling)).found;
      const ms = Math.round(performance.now() - start);
      const same = first?.document.docId === found.document.docId && first.document.organ === found.document.organ;
      const { symbol, issuedDate, stateName } = found.document;
      report.check(`“${spelling}” → ${symbol} ngày ${viDate(issuedDate)}, ${stateName} (${ms} ms)`, same);
    }
  }
  const next = await outsider.find('02/KH-UBND');
  report.check(
    '“02/KH-UBND” ở phường → chưa cấp',
    next.found.length === 0 && next.absent.some(({ reason }) => reason === 'not-yet-given'),
  );
  const draft = await outsider.ask('GET', '/documents/cong-van-thanh-pho-2026');
  report.check('phường không đọc được hồ sơ soạn thảo của thành phố (404)', draft.status === 404);
}

async function download(all: readonly Made[]): Promise<void> {
  report.chapter('Tải về, so SHA-256 với sổ, ghi vào out/');
  for (const { name, found, clerk } of all) {
    for (const file of found.files) {
      const { bytes } = await report.step(
        (answered) => `${file.fileName}, ${kilobytes(answered.bytes.byteLength)}`,
        () => clerk.send('GET', file.href),
      );
      const path = join(out, file.role === 'rendered' ? `${name}.docx` : `${name}-${file.fileId}.docx`);
      await writeWhole(path, bytes);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      report.check(
        `${relative(root, path)}: SHA-256 ${sha256.slice(0, 32)}… đúng như trong sổ`,
        sha256 === file.sha256,
      );
      summary.push(`${found.document.symbol} ngày ${viDate(found.document.issuedDate)}: ${relative(root, path)}`);
    }
  }
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

function example(name: string): Promise<unknown> {
  return readJsonFile(join(root, 'examples', `${name}.json`), 'ví dụ');
}

function viDate(date: string | undefined): string {
  return (date ?? '').split('-').reverse().join('/');
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1024)} KB`;
}
