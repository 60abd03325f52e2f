import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { example, must, office, openTestApi, type TestApi } from '../test-api.ts';

let api: TestApi;

beforeAll(async () => {
  api = await openTestApi('2026-06-16T09:00:00+07:00');
});
afterAll(() => api.close());

/** A value that no author means: of another kind, empty, far too long. */
const oddValue = fc.oneof(
  fc.constantFrom(null, true, 0, -1, 1e308, '', ' ', '*', '\n', '30/02/2026', '2026-02-30', '{{x}}', 'a'.repeat(3_000)),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom([], {}, [[]], [null], [{}], { text: 5 }, [{ text: null }], { cells: 7 }, [1, 'a', {}]),
);
const wreck = fc.record({ at: fc.nat(), drops: fc.boolean(), value: oddValue });

/** Every place of a value: what holds it, and its name there. */
// biome-ignore lint/suspicious/noExplicitAny: examples as they are
function placesIn(holder: any): [any, string][] {
  if (typeof holder !== 'object' || holder === null) return [];
  return Object.keys(holder).flatMap((name) => [[holder, name], ...placesIn(holder[name])]);
}

test('a draft that is wrecked anywhere is kept as it is, every view of it answers, and none of it ends in a fault', async () => {
  const names = ['ke-hoach-phuong-2026', 'cong-van-thanh-pho-2026', 'ke-hoach-tinh-2025'];
  const examples = await Promise.all(names.map((name) => example(name)));
  const statuses = new Set<string>();
  let count = 0;
  await fc.assert(
    fc.asyncProperty(fc.nat(2), fc.array(wreck, { minLength: 1, maxLength: 4 }), async (which, wrecks) => {
      const data = structuredClone(examples[which]);
      for (const { at, drops, value } of wrecks) {
        const places = placesIn(data).filter(([, name]) => name !== 'schema' && name !== 'organ');
        const place = places[at % places.length];
        if (!place) continue;
        const [holder, name] = place;
        if (!drops) holder[name] = structuredClone(value);
        else if (Array.isArray(holder)) holder.splice(Number(name), 1);
        else delete holder[name];
      }
      const { drafter } = office(data.organ);
      const docId = `du-thao-vo-${count++}`;
      const path = `/documents/${docId}`;
      const made = await must(api.send(drafter, 'POST', '/documents', { docId, data, withErrors: true }), 201);
      const kept = await must(api.send(drafter, 'GET', path), 200);
      expect(kept.body.data).toEqual(JSON.parse(JSON.stringify(data).normalize('NFC')));
      for (const view of ['/preview', '/saves/1', '/changes', '/signer-proposal']) {
        const { status } = await api.send(drafter, 'GET', `${path}${view}`);
        statuses.add(`${view} ${status}`);
      }
      await must(api.send(drafter, 'POST', `${path}/copy`, { docId: `${docId}-chep` }), 201);
      const { status } = await api.send(drafter, 'POST', `${path}/submit`, {}, { 'if-match': made.etag });
      statuses.add(`/submit ${status}`);
    }),
    { numRuns: 40, seed: 20_261_130 },
  );
  expect([...statuses].sort()).toEqual([
    '/changes 200',
    '/preview 200',
    '/preview 422',
    '/saves/1 200',
    '/signer-proposal 200',
    '/submit 200',
    '/submit 422',
  ]);
  expect(api.reports).toEqual([]);
  expect(await api.verify()).toEqual([]);
}, 120_000);
