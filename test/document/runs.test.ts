import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseRuns, type Run } from '#document/text/runs.ts';

/** Runs as one line: B, I, BI or nothing, and the text. */
function look(text: string): string[] {
  return parseRuns(text).map((run) => `${run.bold ? 'B' : ''}${run.italic ? 'I' : ''}:${run.text}`);
}

test.each([
  ['', []],
  ['không có dấu', [':không có dấu']],
  ['Chỉ số (*PAR Index*)', [':Chỉ số (', 'I:PAR Index', ':)']],
  ['**đậm**', ['B:đậm']],
  ['**đậm *và nghiêng* nữa**', ['B:đậm ', 'BI:và nghiêng', 'B: nữa']],
  ['*nghiêng **và đậm** nữa*', ['I:nghiêng ', 'BI:và đậm', 'I: nữa']],
  ['***cả hai***', ['BI:cả hai']],
  ['**một** và **hai**', ['B:một', ': và ', 'B:hai']],
])('reads the marks of %s', (text, runs) => expect(look(text)).toEqual(runs));

test.each([
  ['**không đóng', ':**không đóng'],
  ['không mở**', ':không mở**'],
  ['5 * 3 * 2', ':5 * 3 * 2'],
  ['a ** b ** c', ':a ** b ** c'],
  ['**', ':**'],
  ['****', ':****'],
  ['(*) và (*)', ':(*) và (*)'],
  ['\\*không nghiêng\\*', ':*không nghiêng*'],
  ['\\1. không phải số', ':1. không phải số'],
  ['\\\\may-chu', ':\\may-chu'],
  ['a \\ b', ':a \\ b'],
  ['{{x}} <w:p/> [a](b) _gạch_ ~~bỏ~~ # đề mục', ':{{x}} <w:p/> [a](b) _gạch_ ~~bỏ~~ # đề mục'],
])('takes %s as text', (text, run) => expect(look(text)).toEqual([run]));

test('lets marks nest but not cross', () => {
  expect(look('**đậm *nghiêng** nữa*')).toEqual(['B:đậm *nghiêng', ': nữa*']);
});

const marked = fc.array(fc.constantFrom('*', '**', '\\*', ' ', 'a', 'ệ', '(', ')', '.', '\\', '{{x}}', '😀'), {
  maxLength: 30,
});

test('loses no text, whatever the marks', () => {
  fc.assert(
    fc.property(marked, (tokens) => {
      const text = `x${tokens.join('')}`;
      const shown = parseRuns(text)
        .map((run) => run.text)
        .join('');
      expect(shown.replaceAll('*', '')).toBe(text.replaceAll('\\*', '').replaceAll('*', ''));
    }),
    { numRuns: 2000 },
  );
});

test('takes away marks in pairs only', () => {
  fc.assert(
    fc.property(marked, (tokens) => {
      const text = `x${tokens.join('')}`;
      const shown = parseRuns(text)
        .map((run) => run.text)
        .join('');
      expect((text.replaceAll('\\*', '*').length - shown.length) % 2).toBe(0);
    }),
    { numRuns: 2000 },
  );
});

test('gives back the look of every character that is written with marks', () => {
  const words = fc.constantFrom('cải cách', 'hành chính', 'năm 2026', 'PAR Index');
  const run = fc.record({ text: words, bold: fc.boolean(), italic: fc.boolean() });
  const characters = (runs: readonly Run[]) => runs.flatMap((r) => [...r.text].map((c) => [c, r.bold, r.italic]));
  fc.assert(
    fc.property(fc.array(run, { maxLength: 8 }), (runs) => {
      const mark = (r: Run) => '*'.repeat((r.bold ? 2 : 0) + (r.italic ? 1 : 0));
      const text = runs.map((r) => `${mark(r)}${r.text}${mark(r)}`).join(' ');
      const spaced = runs.flatMap((r, i) => (i === 0 ? [r] : [{ text: ' ', bold: false, italic: false }, r]));
      expect(characters(parseRuns(text))).toEqual(characters(spaced));
    }),
    { numRuns: 500 },
  );
});

test.each([
  '**b '.repeat(2500) + 'c* '.repeat(3000),
  '*a '.repeat(3000) + 'b*** '.repeat(2000),
  '*a '.repeat(3000) + '**** '.repeat(2000),
  '**a*b '.repeat(3300),
])('reads a hundred thousand marks without a partner (%#)', (few) => {
  const text = few.repeat(20);
  const shown = parseRuns(text).map((run) => run.text);
  expect(shown.join('').replaceAll('*', '')).toBe(text.replaceAll('*', ''));
});
