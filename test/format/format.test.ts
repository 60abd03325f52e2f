import { describe, expect, test } from 'vitest';
import { renderAll } from './rendered.ts';
import { rules } from './rules/index.ts';

const files = await renderAll();

for (const rule of rules) {
  describe(`${rule.row} (${rule.clause})`, () => {
    const subjects = files.filter((file) => rule.applies(file));

    test('is looked at in at least one document', () => {
      expect(subjects.length).toBeGreaterThan(0);
    });

    for (const file of subjects) {
      test(`is kept in ${file.name}`, () => {
        expect(rule.check(file).join('\n')).toBe('');
      });
    }
  });
}
