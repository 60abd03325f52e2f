import { expect, test } from 'vitest';
import { findingTexts } from '#document/checking/finding-texts.ts';
import { toFinding } from '#document/checking/findings.ts';

const all = Object.entries(findingTexts);

/** Facts of any name. */
const params = new Proxy<Record<string, string>>({}, { get: (_, name) => `‹${String(name)}›` });

test.each(all)('%s says in a Vietnamese sentence what is wrong and what to do', (code, { severity, message }) => {
  const sentence = message(params);
  expect(sentence).toMatch(/^[\p{Lu}“‹].*\.$/u);
  expect(sentence).toMatch(severity === 'error' ? /hãy |chỉ nhận: / : /hãy |nên /);
  expect(sentence).toBe(sentence.normalize('NFC'));
  expect(sentence).not.toMatch(/undefined|\bđược\b.*\bphải được\b/);
  expect(code).toMatch(/^[A-Z][A-Z_]+$/);
});

test.each(all)('%s names a clause of the decree, or none', (_, { clause }) => {
  expect(clause ?? 'PL I').toMatch(/^(?:Điều \d+[.\dabcđ]*|PL I)/);
});

test('makes a finding of parameters, with its place in words', () => {
  const finding = toFinding(
    { code: 'DUPLICATE_ID', pointer: ['body', 0, 'id'], params: { id: 'a' } },
    'Mục I, mã (id)',
  );
  expect(finding).toEqual({
    severity: 'error',
    code: 'DUPLICATE_ID',
    path: 'Mục I, mã (id)',
    pointer: ['body', 0, 'id'],
    message: 'Mã “a” bị trùng; hãy đặt cho mỗi phần một mã riêng.',
    clause: null,
  });
});
