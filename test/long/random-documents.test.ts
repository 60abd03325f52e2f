import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomDocument } from '../render/random-document.ts';
import { rendered } from '../render/scene.ts';
import { validateOoxml } from '../support/office.ts';

const DOCUMENTS = 500;

test(`Microsoft's Open XML SDK finds nothing in ${DOCUMENTS} random documents`, async () => {
  const files = new Map<string, Uint8Array>();
  const inputs: unknown[] = [];
  const property = fc.asyncProperty(randomDocument, async ({ data }) => {
    const [file] = await rendered(data);
    files.set(`${files.size}`, file!.bytes);
    inputs.push(data);
  });
  await fc.assert(property, { numRuns: DOCUMENTS });
  expect(files.size).toBe(DOCUMENTS);
  const results = await validateOoxml(files);
  const wrong = results.filter(({ findings }) => findings.length > 0);
  expect(wrong.map(({ name, findings }) => ({ findings, input: inputs[Number(name)] }))).toEqual([]);
});
