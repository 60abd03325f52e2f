import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** One line each: a file, and what it imports. */
const refused: [file: string, source: string][] = [
  ['functions/document/a.ts', 'node:fs'],
  ['functions/document/b.ts', '#package/zip.ts'],
  ['functions/document/checking/rules/a.ts', '#package/zip.ts'],
  ['functions/document/c.ts', 'docx'],
  ['functions/package/a.ts', '#document/dates.ts'],
  ['functions/render/a.ts', '#store/put.ts'],
  ['functions/render/b.ts', '#register/numbers/issue.ts'],
  ['functions/render/c.ts', 'fflate'],
  ['functions/render/d.ts', '#local/server/start-server.ts'],
  ['functions/register/a.ts', '#store/put.ts'],
  ['functions/register/b.ts', '@aws-sdk/client-s3'],
  ['functions/store/a.ts', '@aws-sdk/client-dynamodb'],
  ['functions/localise/a.ts', '#render/render.ts'],
  ['functions/localise/plan/b.ts', '#exchange/book/book.ts'],
  ['functions/base/a.ts', 'node:crypto'],
  ['functions/base/b.ts', '#document/dates.ts'],
  ['functions/base/node/a.ts', 'zod'],
  ['functions/document/d.ts', '#base/node/hash.ts'],
  ['functions/localise/merge/a.ts', '#base/node/hash.ts'],
  ['functions/localise/merge/b.ts', 'node:crypto'],
  ['functions/check/c.ts', '#base/node/hash.ts'],
  ['functions/intake/b.ts', '#base/node/hash.ts'],
  ['functions/read/c.ts', '#base/node/hash.ts'],
  ['functions/read/a.ts', 'node:fs'],
  ['functions/read/b.ts', '#render/render.ts'],
  ['functions/check/a.ts', '#intake/intake.ts'],
  ['functions/check/b.ts', 'saxes'],
  ['functions/intake/a.ts', '#check/check.ts'],
  ['functions/usecases/a.ts', '#api/app.ts'],
  ['functions/usecases/b.ts', 'handlebars'],
  ['functions/usecases/d.ts', '#present/labels/labels.ts'],
  ['functions/present/a.ts', '#api/app.ts'],
  ['functions/present/b.ts', 'hono'],
  ['functions/api/a.ts', '@aws-sdk/client-dynamodb'],
  ['functions/api/b.ts', '#local/server/start-server.ts'],
  ['functions/jobs/a.ts', '#api/app.ts'],
  ['functions/aws/a.ts', '#api/app.ts'],
  ['functions/aws/b.ts', '@aws-sdk/client-s3'],
  ['functions/usecases/c.ts', '#aws/environment.ts'],
  ['functions/dispatch/a.ts', '#register/numbers/issue.ts'],
  ['functions/telemetry/a.ts', '#usecases/issuing/issue-document.ts'],
  ['local/a.ts', '@aws-sdk/client-s3'],
  ['local/b.ts', 'hono'],
  ['local/c.ts', '#infra/app.ts'],
  ['infra/a.ts', '#register/numbers/issue.ts'],
  ['infra/b.ts', '@aws-sdk/client-dynamodb'],
  ['web/src/a.ts', '#local/server/start-server.ts'],
  ['web/src/b.ts', '#register/table/keys/row-keys.ts'],
  ['web/src/c.ts', 'node:fs'],
  ['web/src/d.ts', 'hono'],
];

const allowed: [file: string, source: string][] = [
  ['functions/document/y.ts', 'zod'],
  ['functions/document/z.ts', './dates.ts'],
  ['functions/document/x.ts', '#base/patterns.ts'],
  ['functions/base/node/z.ts', 'node:crypto'],
  ['functions/register/y.ts', '#base/node/hash.ts'],
  ['functions/localise/merge/z.ts', '#document/dates.ts'],
  ['functions/document/checking/rules/z.ts', '../../dates.ts'],
  ['functions/package/z.ts', 'fflate'],
  ['functions/render/x.ts', '#templates'],
  ['functions/render/y.ts', '#document/dates.ts'],
  ['functions/render/z.ts', 'docx'],
  ['functions/register/z.ts', '@aws-sdk/client-dynamodb'],
  ['functions/store/z.ts', 'node:fs/promises'],
  ['functions/read/y.ts', 'saxes'],
  ['functions/read/z.ts', '#package/open-bounded-zip.ts'],
  ['functions/check/z.ts', '#read/read-docx.ts'],
  ['functions/intake/z.ts', '#read/read-docx.ts'],
  ['functions/usecases/z.ts', '#register/numbers/issue.ts'],
  ['functions/present/z.ts', '#usecases/use-case-error.ts'],
  ['functions/api/y.ts', '@hono/zod-openapi'],
  ['functions/api/z.ts', '#usecases/issuing/issue-document.ts'],
  ['functions/jobs/y.ts', '#aws/environment.ts'],
  ['functions/aws/z.ts', '#register/numbers/issue.ts'],
  ['functions/dispatch/z.ts', '@aws-sdk/client-sqs'],
  ['functions/telemetry/z.ts', '@aws-lambda-powertools/logger'],
  ['local/y.ts', '@hono/node-server'],
  ['local/z.ts', '#api/app.ts'],
  ['infra/z.ts', '#register/table/table-shape.ts'],
  ['web/src/x.ts', '#document/dates.ts'],
  ['web/src/y.ts', '../state/route.ts'],
  ['web/src/z.ts', 'prosemirror-model'],
];

/** The three ways to write an import that runs, and the one that does not. */
const forms = (source: string) =>
  [
    `import { a } from '${source}';`,
    `import type { B } from '${source}';`,
    `export { c } from '${source}';`,
    `export const d = await import('${source}');`,
    'export const used: B = a;\n',
  ].join('\n');

type Report = {
  readonly diagnostics: readonly {
    readonly category: string;
    readonly message: string;
    readonly location: { readonly path: string };
  }[];
};

let project: string;
let findings: Report['diagnostics'];

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'banhanh-rooms-'));
  const config = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8')) as Record<string, unknown>;
  writeFileSync(join(project, 'biome.json'), JSON.stringify({ ...config, vcs: { enabled: false } }));
  for (const [file, source] of [...refused, ...allowed]) {
    mkdirSync(dirname(join(project, file)), { recursive: true });
    writeFileSync(join(project, file), forms(source));
  }
  writeFileSync(join(project, 'functions/render/badName.ts'), 'export const a = 1;\n');
  const biome = join(root, 'node_modules/.bin/biome');
  const only = ['--only=style/noRestrictedImports', '--only=style/useFilenamingConvention'];
  const { stdout } = spawnSync(biome, ['lint', '--reporter=json', '--max-diagnostics=none', ...only, '.'], {
    cwd: project,
    encoding: 'utf8',
  });
  findings = (JSON.parse(stdout) as Report).diagnostics;
});
afterAll(() => rmSync(project, { recursive: true }));

const of = (file: string) => findings.filter(({ location }) => location.path === file);

describe('the import rule between rooms', () => {
  test.each(refused)('refuses %s that imports %s, in every form of import', (file, source) => {
    const room = file.startsWith('functions/') ? file.split('/')[1]! : file.split('/')[0]!;
    expect(
      of(file).map(({ category }) => category),
      source,
    ).toEqual(Array(4).fill('lint/style/noRestrictedImports'));
    expect(of(file)[0]?.message).toContain('docs/decisions/0002-import-rule.md');
    expect(of(file)[0]?.message).toContain(room);
  });

  test.each(allowed)('lets %s import %s', (file) => {
    expect(of(file)).toEqual([]);
  });
});

test('refuses a file whose name is not kebab-case', () => {
  expect(of('functions/render/badName.ts').map(({ category }) => category)).toEqual([
    'lint/style/useFilenamingConvention',
  ]);
});
