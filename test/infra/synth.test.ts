import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

test('the app is synthesized without an account, and says nothing', () => {
  const output = mkdtempSync(join(tmpdir(), 'banhanh-synth-'));
  try {
    const { AWS_PROFILE: _profile, ...env } = process.env;
    const cdk = join(root, 'node_modules/.bin/cdk');
    const { status, stdout, stderr } = spawnSync(cdk, ['synth', '--quiet', '--output', output], {
      cwd: root,
      encoding: 'utf8',
      env: { ...env, CI: 'true' },
    });
    expect({ status, said: stdout + stderr }).toEqual({ status: 0, said: '' });
    expect(readdirSync(output)).toContain('BanHanhData.template.json');
  } finally {
    rmSync(output, { recursive: true });
  }
});
