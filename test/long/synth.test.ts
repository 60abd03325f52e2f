import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stageName } from '#infra/stages.ts';

const root = join(import.meta.dirname, '../..');
const PARTS = ['api', 'backup', 'data', 'jobs', 'pdf', 'watch'];
/** A vault that holds something could not be destroyed. */
const PARTS_OF_DEV = PARTS.filter((part) => part !== 'backup');
const partsOf = (stage: string) =>
  stage === 'dev' ? PARTS_OF_DEV : stage === 'production' ? [...PARTS, 'firewall'].sort() : PARTS;

/** Runs `cdk synth` as an operator does, but with nothing of an account and without Docker in reach. */
function synth(...args: readonly string[]) {
  const output = mkdtempSync(join(tmpdir(), 'banhanh-synth-'));
  try {
    const cdk = join(root, 'node_modules/.bin/cdk');
    const env = { PATH: join(process.execPath, '..'), HOME: output, CI: 'true', CDK_DOCKER: '/bin/false' };
    const { status, stdout, stderr } = spawnSync(cdk, ['synth', '--quiet', '--output', output, ...args], {
      cwd: root,
      encoding: 'utf8',
      env,
    });
    return { status, said: stdout + stderr, files: readdirSync(output) };
  } finally {
    rmSync(output, { recursive: true });
  }
}

/** Lines that the CLI prints of several stacks however quiet it is told to be. */
const FAREWELL = /^Successfully synthesized to .+\nSupply a stack id \(.+\) to display its template\.\n$/;

test.each(stageName.options)(
  'the app of %s is synthesized without an account and without Docker, and says no more',
  (stage) => {
    // dev is what it is without being told.
    const { status, said, files } = synth(...(stage === 'dev' ? [] : ['-c', `stage=${stage}`]));
    expect({ status, said }).toEqual({ status: 0, said: expect.stringMatching(FAREWELL) });
    const templates = files.filter((file) => file.endsWith('.template.json')).sort();
    expect(templates).toEqual(partsOf(stage).map((part) => `banhanh-${stage}-${part}.template.json`));
  },
);
