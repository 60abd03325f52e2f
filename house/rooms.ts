/** Imports allowed to one room, as the lint rule and the picture read them. */
export interface Room {
  /** Globs of the room's files. */
  readonly includes: readonly string[];
  /** Import specifiers that the room may use beside its own files: rooms as `#room/**`, vendors by name. */
  readonly may: readonly string[];
  /** The rule in words, as lint prints it. */
  readonly rule: string;
}

const NODE = ['node:*', 'node:*/*', '#base/node/*'];
const PURE = ['zod', '#base/*'];
const rooms = (...names: readonly string[]) => names.map((name) => `#${name}/**`);
const MIDDLE = rooms(
  'dispatch',
  'pdf',
  'render',
  'register',
  'store',
  'exchange',
  'localise',
  'check',
  'intake',
  'read',
);
const GROUND = rooms('package', 'document');

/**
 * All rooms and what each may import. Inside a room imports are relative, from room to room by `#room/…`.
 * A vendor library is imported by the room that owns it. Why: docs/decisions/0002-import-rule.md.
 */
export const ROOMS: Readonly<Record<string, Room>> = {
  base: { includes: ['functions/base/*.ts'], may: ['zod'], rule: 'imports zod, nothing else' },
  'base/node': {
    includes: ['functions/base/node/**'],
    may: ['node:*', 'node:*/*'],
    rule: 'imports Node’s own modules',
  },
  document: {
    includes: ['functions/document/**'],
    may: [...PURE],
    rule: 'imports zod and the pure part of base, nothing else',
  },
  package: { includes: ['functions/package/**'], may: [...NODE, ...PURE, 'fflate'], rule: 'imports fflate' },
  render: {
    includes: ['functions/render/**'],
    may: [...NODE, ...PURE, 'docx', 'handlebars', 'handlebars/*', '#templates', '#shell', ...GROUND],
    rule: 'imports docx, handlebars, package and document',
  },
  register: {
    includes: ['functions/register/**'],
    may: [...NODE, ...PURE, '@aws-sdk/client-dynamodb', '@aws-sdk/lib-dynamodb', '@aws-sdk/util-dynamodb', ...GROUND],
    rule: 'imports DynamoDB’s client, package and document',
  },
  store: {
    includes: ['functions/store/**'],
    may: [...NODE, ...PURE, '@aws-sdk/client-s3', '@aws-sdk/s3-request-presigner', ...GROUND],
    rule: 'imports S3’s client and presigner, package and document',
  },
  exchange: {
    includes: ['functions/exchange/**'],
    may: [...NODE, ...PURE, 'write-excel-file/node', 'saxes', 'numfmt', ...GROUND],
    rule: 'imports saxes, numfmt and the writer of Excel, package and document',
  },
  dispatch: {
    includes: ['functions/dispatch/**'],
    may: [...NODE, ...PURE, '@aws-sdk/client-sqs', '@aws-sdk/client-sfn', '@aws-sdk/client-sesv2'],
    rule: 'imports the clients of SQS, SES and Step Functions',
  },
  telemetry: {
    includes: ['functions/telemetry/**'],
    may: [...NODE, ...PURE, '@aws-lambda-powertools/**'],
    rule: 'imports powertools',
  },
  pdf: {
    includes: ['functions/pdf/**'],
    may: [...NODE, ...PURE, '@cantoo/pdf-lib', 'unpdf/pdfjs', ...rooms('read'), ...GROUND],
    rule: 'imports pdf-lib, unpdf, read, package and document',
  },
  'localise/merge': {
    includes: ['functions/localise/merge/**'],
    may: [...PURE, ...rooms('document')],
    rule: 'imports document, and nothing of Node: the page merges with it too',
  },
  localise: {
    includes: ['functions/localise/**', '!functions/localise/merge/**'],
    may: [...NODE, ...PURE, ...GROUND],
    rule: 'imports package and document',
  },
  read: {
    includes: ['functions/read/**'],
    may: [...PURE, 'saxes', 'diff', ...GROUND],
    rule: 'imports saxes, diff, package and document, and nothing of Node: the page reads with it too',
  },
  check: {
    includes: ['functions/check/**'],
    may: [...PURE, ...rooms('read'), ...GROUND],
    rule: 'imports read, package and document, and nothing of Node: the page checks with it too',
  },
  intake: {
    includes: ['functions/intake/**'],
    may: [...PURE, ...rooms('read'), ...GROUND],
    rule: 'imports read, package and document, and nothing of Node: the page takes files in with it too',
  },
  usecases: {
    includes: ['functions/usecases/**'],
    may: [...NODE, ...PURE, ...MIDDLE, ...GROUND],
    rule: 'imports the rooms below it; no api, jobs or local, and no vendor',
  },
  present: {
    includes: ['functions/present/**'],
    may: [
      ...PURE,
      ...rooms(
        'usecases',
        'register',
        'store',
        'dispatch',
        'exchange',
        'localise',
        'check',
        'intake',
        'read',
        'document',
      ),
    ],
    rule: 'says in Vietnamese what the rooms below it give as codes; no api, jobs or local, and no vendor',
  },
  aws: {
    includes: ['functions/aws/**'],
    may: [...NODE, ...PURE, ...rooms('dispatch', 'telemetry', 'usecases', 'render', 'register', 'store', 'document')],
    rule: 'wires the rooms that use cases work with; no api or jobs, and no vendor',
  },
  api: {
    includes: ['functions/api/**'],
    may: [
      ...[...NODE, ...PURE, 'hono', 'hono/**', '@hono/**', 'jose', 'content-disposition'],
      ...rooms('aws', 'telemetry', 'present', 'usecases'),
      ...[...MIDDLE, ...GROUND],
    ],
    rule: 'imports hono, jose, content-disposition and the rooms below it; no jobs or local, and no other vendor',
  },
  jobs: {
    includes: ['functions/jobs/**'],
    may: [...NODE, ...PURE, ...rooms('aws', 'telemetry', 'present', 'usecases'), ...MIDDLE, ...GROUND],
    rule: 'imports the rooms below it; no api or local, and no vendor',
  },
  local: {
    includes: ['local/**'],
    may: [
      ...[...NODE, ...PURE, '@hono/node-server', '@hono/node-server/*', 'jose', '@peculiar/x509', 'reflect-metadata'],
      ...['@zxcvbn-ts/language-common', 'nodemailer', 'esbuild'],
      ...rooms('aws', 'api', 'jobs', 'telemetry', 'present', 'usecases'),
      ...[...MIDDLE, ...GROUND],
    ],
    rule: 'imports the rooms of functions, @hono/node-server, jose, x509, nodemailer, zxcvbn’s lists and esbuild; no infra and no other vendor',
  },
  infra: {
    includes: ['infra/**'],
    may: [
      ...[...NODE, ...PURE, 'aws-cdk-lib', 'aws-cdk-lib/**', 'cdk-nag', 'constructs', 'esbuild'],
      ...['#register/table/table-shape.ts', '#api/http/page-headers.ts', '#api/page/door-header.ts'],
      '#base/node/node-bundle.ts',
    ],
    rule: 'imports aws-cdk-lib, cdk-nag, constructs, esbuild, how we bundle, the register’s table shape and the page’s headers; no code that runs',
  },
  web: {
    includes: ['web/src/**'],
    may: [
      ...[...PURE, 'svelte', 'svelte/**', 'carbon-components-svelte', 'carbon-components-svelte/**'],
      ...['openapi-fetch', 'prosemirror-*', '@noble/hashes/*'],
      ...rooms('document', 'localise', 'render', 'read', 'check', 'intake', 'present'),
    ],
    rule: 'imports svelte, carbon, openapi-fetch, prosemirror, @noble/hashes and the rooms that run in a browser',
  },
};
