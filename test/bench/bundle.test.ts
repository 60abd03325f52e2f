import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkDocument } from '#document/checking/check-document.ts';
import { renderDocument } from '#render/render.ts';
import type { RenderInput } from '#render/render-input.ts';
import { BUNDLES, bundleRender } from '../../bench/bundle.ts';
import { type FormatCase, fixtures } from '../format/fixtures.ts';

/** Documents that between them use every template and every kind of shell. */
const NAMES = ['khan', 'thuong-khan', 'dia-chi', 'luu', 'dien-tu-tep-rieng', 'hai-phu-luc', 'kho-ngang'];
const cases = fixtures.filter(({ name }) => NAMES.includes(name));

function inputOf({ document, profiles, issuance, on }: FormatCase): RenderInput {
  const checked = checkDocument(document, { profiles, on });
  return { document: checked.document!, profile: checked.profile!, issuance, on };
}

describe('the bundle of the render room', () => {
  let inputs: string[];
  let bundled: typeof renderDocument;

  beforeAll(async () => {
    const { outputs } = await bundleRender();
    inputs = Object.keys(outputs['build/render.mjs']!.inputs);
    bundled = ((await import(BUNDLES.render)) as { readonly renderDocument: typeof renderDocument }).renderDocument;
  });

  test('holds the runtime of Handlebars and not its compiler', () => {
    expect(inputs.filter((path) => path.includes('handlebars/runtime.js'))).not.toEqual([]);
    expect(inputs.filter((path) => /handlebars\/(dist\/cjs|lib)\/handlebars\/compiler/.test(path))).toEqual([]);
    expect(readFileSync(BUNDLES.render, 'utf8')).not.toContain('Parse error on line');
  });

  test('holds what docx made and not docx', () => {
    expect(inputs.filter((path) => /node_modules\/(docx|jszip)\//.test(path))).toEqual([]);
  });

  test('looks at every case that is named', () => {
    expect(cases.map(({ name }) => name).toSorted()).toEqual(NAMES.toSorted());
  });

  test.each(cases)('gives the same bytes as the sources for $name', async (one) => {
    const input = inputOf(one);
    expect(await bundled(input)).toEqual(await renderDocument(input));
  });
});
