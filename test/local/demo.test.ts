import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './run-banhanh.ts';

test('the demonstration proves what it says, fits the screen, and ends by itself', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'local/demo/demo.ts')], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(stdout).toContain('35/KH-UBND ngày 24/01/2025: out/ke-hoach-tinh-2025.docx');
  expect(stdout).toContain('36/KH-UBND ngày 16/03/2026: out/ke-hoach-phuong-2026.docx');
  expect(stdout).toContain('01/UBND-HCC ngày 15/06/2026: out/cong-van-thanh-pho-2026.docx');
  expect(stdout).not.toContain('✗');
  expect(stdout.split('\n').filter((line) => [...line].length > 100)).toEqual([]);
  expect(status).toBe(0);
});
