import { beforeAll, describe, expect, test } from 'vitest';
import { type SchemaFindings, validateOoxml } from '../support/office.ts';
import { renderAll } from './rendered.ts';

const files = await renderAll();
const names = files.map(({ name }) => name);

describe("Microsoft's Open XML SDK", () => {
  let results: SchemaFindings[];
  beforeAll(async () => {
    results = await validateOoxml(new Map(files.map(({ name, bytes }) => [name, bytes])));
  });

  test.each(names)('finds nothing in %s', (name) => {
    expect(results.find((result) => result.name === name)).toEqual({ name, findings: [] });
  });

  test('finds what is wrong in a file that is no document', async () => {
    const [result] = await validateOoxml(new Map([['hong', new Uint8Array([80, 75, 3, 4])]]));
    expect(result?.findings).toHaveLength(1);
  });
});
