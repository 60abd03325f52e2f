import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { letter, plan } from '../document/scene.ts';
import { partsOf, rendered } from './scene.ts';

/** Hashes that a process of its own renders under an environment, one line a file. */
async function hashes(env: Record<string, string>): Promise<string[]> {
  const script = new URL('render-hashes.ts', import.meta.url).pathname;
  const { stdout } = await promisify(execFile)(process.execPath, [script], { env: { ...process.env, ...env } });
  return stdout.trim().split('\n');
}

test('gives the same bytes in every zone, on every day, in every language', async () => {
  const here = await hashes({ TZ: 'UTC' });
  expect(here.map((line) => line.split(' ')[0])).toEqual([
    ...['35-KH-UBND.docx', '35-KH-UBND-Phu-luc-II.docx', 'Du-thao-UBND-HCC.docx'],
  ]);
  expect(await hashes({ TZ: 'Asia/Ho_Chi_Minh', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' })).toEqual(here);
  expect(await hashes({ TZ: 'America/New_York', SHIFT_DAYS: '4000' })).toEqual(here);
  expect(await hashes({ TZ: 'Pacific/Kiritimati', SHIFT_DAYS: '-9000' })).toEqual(here);
});

test('gives the same bytes twice, also beside others', async () => {
  const [first] = await rendered(plan());
  const many = await Promise.all([
    rendered(plan()),
    rendered(letter()),
    rendered(plan()),
    rendered(letter({ footAddress: true })),
  ]);
  for (const again of [many[0]![0]!, many[2]![0]!]) expect(Buffer.compare(again.bytes, first!.bytes)).toBe(0);
});

test('gives other bytes for another number, day or text', async () => {
  const bytes = async (data: unknown, number = 35, issuedDate = '2026-03-16') =>
    Buffer.from((await rendered(data, { number, issuedDate }))[0]!.bytes).toString('base64');
  const others = [bytes(plan()), bytes(plan(), 36), bytes(plan(), 35, '2026-03-17'), bytes(plan({ subject: 'Khác' }))];
  expect(new Set(await Promise.all(others)).size).toBe(4);
});

test('puts no clock into the properties: they bear the day of issue', async () => {
  const files = await rendered(plan(), { number: 5, issuedDate: '2026-01-05' });
  const core = partsOf(files[0]!)['docProps/core.xml']!;
  expect([...core.matchAll(/<dcterms:(\w+) [^>]*>([^<]*)</g)].map(([, name, at]) => [name, at])).toEqual([
    ['created', '2026-01-05T00:00:00Z'],
    ['modified', '2026-01-05T00:00:00Z'],
  ]);
  for (const [name, part] of Object.entries(partsOf(files[0]!))) {
    if (name !== 'docProps/core.xml') expect(`${name}: ${part.match(/\d{4}-\d\d-\d\dT/g)}`).toBe(`${name}: null`);
  }
});
