import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { buildApp, type Stacks } from '#infra/build-app.ts';
import { functionEntries } from '#infra/bundle.ts';
import type { StageName, StageSettings } from '#infra/stages.ts';

const { context: flags } = JSON.parse(readFileSync(join(import.meta.dirname, '../../../cdk.json'), 'utf8'));

/** A directory with what a template needs of bundles and image: that they are there. What is in them, other tests look at. */
const dir = mkdtempSync(join(tmpdir(), 'banhanh-infra-'));
process.on('exit', () => rmSync(dir, { recursive: true }));
for (const name of Object.keys(functionEntries)) {
  mkdirSync(join(dir, 'functions', name), { recursive: true });
  writeFileSync(join(dir, 'functions', name, 'index.mjs'), 'export const handler = () => {};\n');
}
mkdirSync(join(dir, 'infra/pdf-image'), { recursive: true });
writeFileSync(join(dir, 'infra/pdf-image/Dockerfile'), 'FROM scratch\n');

let apps = 0;

/** The app of a stage as `cdk` would have it, with the flags of cdk.json. */
export function appOf(stage: StageName, context: Record<string, unknown> = {}, settings: Partial<StageSettings> = {}) {
  apps += 1;
  return buildApp(
    { release: '1.2.3', bundles: join(dir, 'functions'), root: dir, settings },
    { outdir: join(dir, `out-${apps}`), context: { ...flags, ...context, stage } },
  );
}

/** JSON of a template. */
export type Json = ReturnType<typeof JSON.parse>;

/** A resource as it stands in a template. */
export interface Resource {
  readonly Type: string;
  readonly Properties?: Record<string, Json>;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

/** The templates of a stage, by stack. CDK's own rules take seconds to start: nag.test.ts and synth.test.ts keep them. */
export function templatesOf(
  stage: StageName,
  context: Record<string, unknown> = {},
  settings: Partial<StageSettings> = {},
): Record<keyof Stacks, Template> {
  const { stacks } = appOf(stage, { '@aws-cdk/core:validateAgainstDefaultRules': false, ...context }, settings);
  const entries = Object.entries(stacks).map(([part, stack]) => [part, Template.fromStack(stack)]);
  return Object.fromEntries(entries);
}

/** The resources of a template that have a type, by logical id. */
export function resourcesOf(template: Template, type?: string): Record<string, Resource> {
  const all: Record<string, Resource> = template.toJSON()['Resources'] ?? {};
  return Object.fromEntries(Object.entries(all).filter(([, { Type }]) => type === undefined || Type === type));
}
