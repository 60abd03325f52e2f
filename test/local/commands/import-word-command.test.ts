import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeDocx } from '../../read/support/make-docx.ts';
import { officePlan } from '../../read/support/office-plan.ts';
import { banhanh, root } from '../run-banhanh.ts';

const organs = join(root, 'examples/organs.json');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'banhanh-word-'));
  writeFileSync(join(folder, 'ke-hoach.docx'), makeDocx(officePlan({ head: 'tabs' })));
  writeFileSync(join(folder, 'cu.doc'), Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('makes a draft of a Word file, and renders it', () => {
  const out = join(folder, 'ke-hoach.json');
  const options = ['--organs', organs, '--organ', 'phuong-binh-long', '--out', out];
  const { status, stderr } = banhanh(['import-word', join(folder, 'ke-hoach.docx'), ...options]);
  expect(status).toBe(0);
  expect(stderr).toContain('Tệp ghi cơ quan “SỞ NỘI VỤ”, dự thảo theo hồ sơ “phuong-binh-long”');
  expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({
    schema: 'KeHoach@1',
    subject: 'Cải cách hành chính năm 2026',
  });
  const rendered = banhanh([
    'render',
    out,
    '--organs',
    organs,
    '--date',
    '2026-03-16',
    '--draft',
    '--out',
    join(folder, 'lai.docx'),
  ]);
  expect(rendered.stderr).not.toContain('[PART_');
});

test('says why a file cannot be read, with 2', () => {
  const { status, stderr } = banhanh([
    'import-word',
    join(folder, 'cu.doc'),
    '--organs',
    organs,
    '--out',
    join(folder, 'cu.json'),
  ]);
  expect([status, stderr]).toEqual([
    2,
    `${join(folder, 'cu.doc')}: Đây là tệp Word đời cũ (.doc); hãy mở bằng Word rồi lưu lại thành .docx.\n`,
  ]);
});
