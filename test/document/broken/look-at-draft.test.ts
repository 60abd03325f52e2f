import { expect, test } from 'vitest';
import { lookAtDraft } from '#document/checking/check-document.ts';
import { basisText } from '#document/text/basis-text.ts';
import { check, examples, letter, ON, organs, plan, planWithTable, planWithText, ward } from '../scene.ts';
import { changed, POISON, placesIn, whole } from './broken-data.ts';

const look = (input: unknown) => {
  const { shown, findings } = lookAtDraft(input, { profiles: [ward], on: ON });
  return { document: shown?.document, errors: findings.filter(({ severity }) => severity === 'error') };
};
const cited = (about: object) => {
  const { cites } = (plan()['bases'] as { cites: object }[])[0]!;
  return plan({ bases: [{ verb: 'Căn cứ', cites: { ...cites, ...about } }] });
};
const basesOf = (input: unknown) => {
  const { document } = look(input);
  return document && 'bases' in document ? document.bases?.map(basisText) : undefined;
};

test.each(examples)('shows $name, which is sound, as it is', ({ data, on }) => {
  const { shown, ...rest } = lookAtDraft(data, { profiles: organs, on });
  expect(rest.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(shown?.document).toEqual(rest.document);
});

test('finds the same as the check of a draft', () => {
  for (const input of [
    plan({ subject: 'Kế hoạch.' }),
    letter({ draftingUnit: '' }),
    cited({ issuedDate: '2026-02-30' }),
  ]) {
    const { findings, document, profile } = lookAtDraft(input, { profiles: [ward], on: ON });
    const checked = check(input, 'show');
    expect({ findings, document, profile }).toEqual({ findings: checked.findings, document: null, profile: null });
  }
});

test('shows an error of meaning as it was typed', () => {
  const { document, errors } = look(planWithText('a) Rà soát thủ tục'));
  expect(errors.map(({ code }) => code)).toEqual(['TYPED_NUMBER']);
  expect(document?.body[0]?.text).toBe('a) Rà soát thủ tục');
});

test.each([
  ['without a unit', undefined, '[THIẾU: đơn vị soạn thảo]'],
  ['with a unit that is none', 'vx đó', 'vx đó'],
])('shows a letter %s', (_, draftingUnit, printed) => {
  const { draftingUnit: __, ...rest } = letter();
  const { document, errors } = look(draftingUnit === undefined ? rest : { ...rest, draftingUnit });
  expect(errors).toHaveLength(1);
  expect(document?.draftingUnit).toBe(printed);
});

test('shows a citation of a day that does not exist as a sentence', () => {
  expect(basesOf(cited({ issuedDate: '2026-02-30' }))).toEqual([
    'Căn cứ Kế hoạch số 228/KH-UBND ngày 2026-02-30 của UBND tỉnh về cải cách hành chính năm 2026',
  ]);
});

test('shows a text that is too long, or has characters that no text may have, without them', () => {
  const { document } = look(plan({ subject: `${'a'.repeat(600)}`, closing: 'Trên\u0007đây' }));
  expect(document?.subject).toBe('a'.repeat(500));
  expect(document?.closing).toBe('Trên đây');
});

test('leaves out what it does not know, and keeps the words of what is no part', () => {
  const { document } = look(plan({ number: 5, body: [{ level: 'khoản', text: 'Một' }, 'Hai', { text: ['Ba ', 4] }] }));
  expect(document).not.toHaveProperty('number');
  expect(document?.body).toMatchObject([
    { level: 'paragraph', text: 'Một' },
    { level: 'paragraph', text: 'Hai' },
    { level: 'paragraph', text: 'Ba 4' },
  ]);
});

test('shows whatever is wrong in one place, unless nobody knows whose document it is', () => {
  const dark = new Set<string>();
  for (const input of [whole, letter()])
    for (const place of placesIn(input))
      for (const poison of POISON) if (!look(changed(input, place, poison)).document) dark.add(place.join('/'));
  expect([...dark]).toEqual(['', 'schema', 'organ']);
});

test('shows a table whose columns are wrong by its words, in the time of a check', () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => ({ cells: { a: `Việc ${i}`, 'B B': 7 } }));
  const { document } = look(planWithTable({ columns: [{ title: 'A', id: 'a' }], rows }));
  expect(JSON.stringify(document)).toContain('Việc 0');
}, 20_000);

test('never cuts off the finding of a secret, however much else is wrong', () => {
  const wrong = Array.from({ length: 1_500 }, () => ({ level: 'paragraph', text: 'a) Sai' }));
  const { errors } = look(plan({ body: [...wrong, { level: 'paragraph', text: 'TUYỆT MẬT' }] }));
  expect(errors.map(({ code }) => code)).toContain('SECRET');
});
