import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runOffice } from '#pdf/run-office.ts';
import { superiorPlan } from '../../localise/support/superior-docx.ts';
import { banhanh, root } from '../run-banhanh.ts';

const organs = join(root, 'examples/organs.json');
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'banhanh-older-'));
  const bytes = await superiorPlan();
  for (const [ending, filter] of [
    ['doc', 'MS Word 97'],
    ['odt', 'writer8'],
  ] as const) {
    const job = {
      bytes,
      name: 'ban.docx',
      readAs: 'MS Word 2007 XML',
      convertTo: `${ending}:${filter}`,
      timeoutMs: 60_000,
    };
    writeFileSync(
      join(folder, `ke-hoach.${ending}`),
      await runOffice({}, job, (dir) => readFile(join(dir, `ban.${ending}`))),
    );
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(['doc', 'odt'])('a .%s is read by way of LibreOffice', (ending) => {
  test('and checked', () => {
    const { stdout } = banhanh(['check', join(folder, `ke-hoach.${ending}`)]);
    expect(stdout).toMatch(/Kế hoạch: \d{2,3} đạt/);
  });

  test('and taken in as a draft', () => {
    const out = join(folder, `${ending}.json`);
    const { status } = banhanh(['import-word', join(folder, `ke-hoach.${ending}`), '--organs', organs, '--out', out]);
    expect(status).toBe(0);
    const draft = JSON.parse(readFileSync(out, 'utf8'));
    expect(draft).toMatchObject({
      schema: 'KeHoach@1',
      organ: 'dong-nai',
      bases: [{ cites: { code: '228/KH-UBND' } }],
    });
    expect(draft.body.map(({ title }: { readonly title: string }) => title)[0]).toBe('MỤC TIÊU, YÊU CẦU');
  });
});

test('is not fixed, since what would be fixed is another file', () => {
  const { stderr } = banhanh(['check', join(folder, 'ke-hoach.doc'), '--fix']);
  expect(stderr).toContain('chỉ tự sửa được tệp .docx');
});
