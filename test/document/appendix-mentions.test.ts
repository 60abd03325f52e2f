import { expect, test } from 'vitest';
import { codes, plan } from './scene.ts';

const three = (text: string, labels: Array<string | undefined> = [undefined, undefined, undefined]) =>
  plan({
    body: [{ level: 'paragraph', text }],
    appendices: labels.map((label, i) => ({
      ...(label ? { label } : {}),
      id: `pl-${i}`,
      body: [{ level: 'paragraph', text: 'x' }],
    })),
  });

test.each([
  'Chi tiết tại Phụ lục I, II, III kèm theo.',
  'Chi tiết tại các Phụ lục I, II và III.',
  'Chi tiết tại Phụ lục I đến III.',
  'Chi tiết tại phụ lục số 01, 02, 03.',
  'Phụ lục I; Phụ lục II; Phụ lục III.',
])('sees all appendices mentioned in “%s”', (text) => {
  expect(codes(three(text))).toEqual(['APPENDIX_TYPED', 'APPENDIX_TYPED', 'APPENDIX_TYPED']);
});

test.each([
  ['Chi tiết tại Phụ lục I, III.', 1],
  ['Chi tiết tại Phụ lục I, các đơn vị tại Mục II, III.', 2],
])('misses what “%s” does not mention', (text, missing) => {
  expect(codes(three(text)).filter((code) => code === 'APPENDIX_NOT_MENTIONED')).toHaveLength(missing);
});

test('finds an appendix by its own name', () => {
  expect(codes(three('Theo Biểu số 01/KKSL.', ['Biểu số 01/KKSL']))).toEqual([]);
  expect(codes(three('Theo biểu.', ['Biểu số 01/KKSL']))).toEqual(['APPENDIX_NOT_MENTIONED']);
});
