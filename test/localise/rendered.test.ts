import { beforeAll, describe, expect, test } from 'vitest';
import { makeUnitPlan } from '#localise/plan/make-unit-plan.ts';
import { type Unit, unitDirectory } from '#localise/units/directory.ts';
import { readOverrides } from '#localise/units/read-overrides.ts';
import { renderDocument } from '#render/render.ts';
import type { FormatFile } from '../format/format-file.ts';
import { rules } from '../format/rules/index.ts';
import { readDocx } from '../support/docx-reader/read-docx.ts';
import { type SchemaFindings, validateOoxml } from '../support/office.ts';
import { binhLong, compiled, provincePlan, unitOf } from './support/example.ts';
import { planForProvince } from './support/plan-for-province.ts';
import { validateAll } from './support/validate-all.ts';

const ON = '2026-03-16';
const directory = unitDirectory();
const source = provincePlan();

/** A whole profile, the kinds, a number and a person for a name, an apostrophe, and the longest place there can be. */
const sample = ['25326', '26179', '23272', '26732', '31078', '24823', '00226', '24184', '07525', '00256'];
const overrides = readOverrides([
  binhLong(),
  { schema: 'DonVi@1', unitCode: '00256', named: 'person' },
  { schema: 'DonVi@1', unitCode: '00226', named: 'event' },
]);

async function rendered(unit: Unit): Promise<FormatFile> {
  const plan = compiled(planForProvince(source, directory.provinces.get(unit.provinceCode)!));
  const { made, findings } = makeUnitPlan(plan, unit, overrides, ON);
  if (!made) throw new Error(findings.map(({ message }) => message).join('; '));
  const input = { document: made.document, profile: made.organ, issuance: null, on: ON };
  const [file] = await renderDocument(input);
  return { ...input, name: `dv-${unit.code}`, appendixIndex: null, bytes: file!.bytes, reading: readDocx(file!.bytes) };
}

const files = await Promise.all(sample.map((code) => rendered(unitOf(code))));

describe('ten drafts of units', () => {
  let results: SchemaFindings[];
  beforeAll(async () => {
    results = await validateOoxml(new Map(files.map(({ name, bytes }) => [name, bytes])));
  });

  test.each(files.map(({ name }) => name))("pass Microsoft's Open XML SDK: %s", (name) => {
    expect(results.find((result) => result.name === name)).toEqual({ name, findings: [] });
  });

  test.each(files)("keep every row of the decree's table: $name", (file) => {
    const broken = rules.flatMap((rule) => (rule.applies(file) ? rule.check(file) : []));
    expect(broken).toEqual([]);
  });
});

test("the drafts of all 95 units of Đồng Nai pass Microsoft's Open XML SDK", async () => {
  const drafts = await Promise.all(directory.provinces.get('75')!.units.map(rendered));
  expect(await validateAll(drafts)).toEqual({ sound: 95, sorts: 1, failures: [] });
});
