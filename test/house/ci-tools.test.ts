import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { needs } from '../support/ci-tools.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'banhanh-tools-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('finds a program on the path', () => {
  writeFileSync(join(folder, 'soffice'), '#!/bin/sh\n');
  chmodSync(join(folder, 'soffice'), 0o755);
  expect(needs('soffice', { PATH: folder, CI: 'true' })).toBe(true);
});

test('leaves tests out on a machine that lacks a program, and says how to get it', () => {
  const said: string[] = [];
  expect(needs('soffice', { PATH: folder, say: (line) => said.push(line) })).toBe(false);
  expect(said).toEqual([
    'Thiếu chương trình soffice: hãy cài gói libreoffice-writer-nogui. Bỏ qua các phép thử cần đến nó.\n',
  ]);
});

test('fails in CI where a program is missing, and names the package', () => {
  expect(() => needs('soffice', { PATH: folder, CI: 'true' })).toThrow(/libreoffice-writer-nogui/);
});
