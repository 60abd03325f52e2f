import { join } from 'node:path';
import { formatNumber } from '#document/code-notation.ts';
import { readJsonFile } from '../output/read-json-file.ts';
import type { DemoCalendar } from './demo-calendar.ts';
import { type DemoPerson, documentOf, foundOf } from './demo-client.ts';
import { kilobytes, viDate } from './demo-labels.ts';
import type { DemoReport } from './demo-report.ts';

/** Stage of the demonstration. */
export interface Stage {
  readonly report: DemoReport;
  readonly calendar: DemoCalendar;
}

/** A document that the demonstration has issued or brought in. */
export interface Made {
  readonly name: string;
  readonly title: string;
  readonly found: ReturnType<typeof foundOf>;
  readonly clerk: DemoPerson;
  /** Spellings under which its own clerk finds it again. */
  readonly spellings: readonly string[];
}

/** A document that is to be issued. */
export interface Planned extends Pick<Made, 'name' | 'title' | 'spellings'> {
  /** The day of its issue. */
  readonly day: string;
  /** The number that its series will give. */
  readonly number: number;
}

/** Brings a document of an earlier year into the register, over HTTP. */
export async function bringIn({ report }: Stage, clerk: DemoPerson): Promise<Made> {
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

/** Takes a document from its data to its number, over HTTP, by three people. */
export async function issue(
  { report, calendar }: Stage,
  { drafter, signer, clerk }: Readonly<Record<'drafter' | 'signer' | 'clerk', DemoPerson>>,
  { name, title, day, number, spellings }: Planned,
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
    `số ${formatNumber(number)}, ngày ${viDate(day)}; bấm ban hành lần nữa vẫn số đó`,
    found.document.codeNumber === number &&
      found.document.issuedDate === day &&
      found.document.state === 'issued' &&
      again.document.symbol === found.document.symbol,
  );
  return { name, title, found, clerk, spellings };
}

function example(name: string): Promise<unknown> {
  return readJsonFile(join(import.meta.dirname, '../../examples', `${name}.json`), 'ví dụ');
}
