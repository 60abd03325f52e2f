import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { superiorPlan } from '../../localise/support/superior-docx.ts';
import { banhanh } from '../run-banhanh.ts';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'banhanh-superior-'));
  writeFileSync(join(folder, 'tinh.docx'), await superiorPlan());
});
afterAll(() => rmSync(folder, { recursive: true }));

test('reads a superior’s file, waits for decisions, and makes the unit’s plan', () => {
  const [file, out, draft] = ['tinh.docx', 'cap-tren.json', 'du-thao.json'].map((name) => join(folder, name));
  const read = banhanh(['superior-word', file!, '--unit', '25326', '--out', out!]);
  expect([read.status, read.stdout.trim()]).toEqual([0, out]);
  expect(read.stderr).toContain('không nói giao cho ai');
  const make = () =>
    banhanh(['superior-word', out!, '--unit', '25326', '--organ', 'phuong-binh-long', '--out', draft!]);
  const open = make();
  expect(open.status).toBe(1);
  expect(open.stderr).toContain('chưa quyết: ');
  writeFileSync(out!, readFileSync(out!, 'utf8').replaceAll('"undecided"', '"stays"'));
  expect(make().status).toBe(0);
  expect(JSON.parse(readFileSync(draft!, 'utf8'))).toMatchObject({
    schema: 'KeHoach@1',
    organ: 'phuong-binh-long',
    localisedFrom: { unitCode: '25326', file: { name: 'tinh.docx' } },
  });
});
