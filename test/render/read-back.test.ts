import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codes } from '../document/scene.ts';
import { randomDocument } from './random-document.ts';
import { said } from './scene.ts';

const KNOWN = new Set(['TABLE_NEEDS_LANDSCAPE', 'COLUMN_TOO_NARROW']);

test('gives every text of a document in its order, and every cell, when it is read back', async () => {
  await fc.assert(
    fc.asyncProperty(randomDocument, async ({ data, texts }) => {
      expect(codes(data).filter((code) => !KNOWN.has(code))).toEqual([]);
      const read = await said(data);
      let from = 0;
      for (const text of texts) {
        const at = read.findIndex((paragraph, i) => i >= from && paragraph.endsWith(text));
        expect(at, `“${text}” after ${from} in ${JSON.stringify(read.slice(from))}`).toBeGreaterThanOrEqual(from);
        from = at + 1;
      }
      expect(read.slice(from)[0]).toBe('Hết./.');
    }),
    { numRuns: 100 },
  );
});
