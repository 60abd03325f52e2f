import { expect, test } from 'vitest';
import { appendixLabels, referenceLabels } from '#document/numbering/references.ts';
import type { KeHoach } from '#document/schemas/ke-hoach.schema.ts';
import { check, codes, only, places, plan } from './scene.ts';

const body: KeHoach['body'] = [
  { id: 'mot', level: 'roman', title: 'Một', children: [{ id: 'mot-1', level: 'clause', text: 'x' }] },
  {
    id: 'hai',
    level: 'roman',
    title: 'Hai',
    children: [{ id: 'hai-1', level: 'clause', title: 'x', children: [{ id: 'hai-1-a', level: 'point', text: 'x' }] }],
  },
];
const appendix = (id: string) => ({ id, body: [{ id: `${id}-1`, level: 'roman' as const, title: 'X' }] });

test('prints what a reference leads to', () => {
  const labels = referenceLabels({ body, appendices: [appendix('pl')] });
  expect(labels.get('hai-1-a')?.full).toBe('điểm a khoản 1 Mục II');
  expect(labels.get('pl')?.full).toBe('Phụ lục');
  expect(labels.get('pl-1')?.full).toBe('Mục I Phụ lục');
});

test('prints the new numbers when parts and appendices change places', () => {
  const before = referenceLabels({ body, appendices: [appendix('a'), appendix('b')] });
  const after = referenceLabels({ body: body.toReversed(), appendices: [appendix('b'), appendix('a')] });
  expect([before.get('hai-1-a')?.full, before.get('b')?.full, before.get('b-1')?.full]).toEqual([
    ...['điểm a khoản 1 Mục II', 'Phụ lục II', 'Mục I Phụ lục II'],
  ]);
  expect([after.get('hai-1-a')?.full, after.get('b')?.full, after.get('b-1')?.full]).toEqual([
    ...['điểm a khoản 1 Mục I', 'Phụ lục I', 'Mục I Phụ lục I'],
  ]);
});

test('calls an appendix by a number only where there are two', () => {
  expect(appendixLabels([{}])).toEqual(['Phụ lục']);
  expect(appendixLabels([{}, {}, {}, {}])).toEqual(['Phụ lục I', 'Phụ lục II', 'Phụ lục III', 'Phụ lục IV']);
});

test('calls an appendix by its own name, which takes no number, or by the number of the one before', () => {
  expect(appendixLabels([{}, { label: 'Biểu số 01/KKSL' }, {}])).toEqual([
    'Phụ lục I',
    'Biểu số 01/KKSL',
    'Phụ lục II',
  ]);
  expect(appendixLabels([{ label: 'Thể lệ' }, {}])).toEqual(['Thể lệ', 'Phụ lục']);
  expect(appendixLabels([{}, { sameNumber: true }, {}])).toEqual(['Phụ lục I', 'Phụ lục I', 'Phụ lục II']);
});

const table = { columns: [{ title: 'Việc', id: 'viec' }], rows: [{ cells: { viec: 'x' } }] };
const withAppendices = (text: unknown, ...ids: readonly string[]) =>
  plan({
    body: [{ id: 'doan', level: 'paragraph', text }],
    appendices: ids.map((id) => ({ id, body: [{ id: `${id}-bang`, level: 'table', table }] })),
  });

test('refuses a reference to nothing, and says which', () => {
  const finding = only(plan({ closing: ['Xem ', { ref: 'khong-co' }] }));
  expect(finding).toMatchObject({ code: 'REFERENCE_UNKNOWN', path: 'Lời kết (closing)' });
  expect(finding.message).toContain('“khong-co”');
});

test.each(['ket', 'constructor'])('refuses a reference to %s, which has no number', (ref) => {
  expect(codes(plan({ closing: [{ ref }] }))).toEqual([
    ref === 'ket' ? 'REFERENCE_WITHOUT_NUMBER' : 'REFERENCE_UNKNOWN',
  ]);
});

test('refuses an id that is used twice, be it in body and appendix', () => {
  expect(only(withAppendices([{ ref: 'doan' }], 'doan'))).toMatchObject({
    code: 'DUPLICATE_ID',
    path: 'Phụ lục, mã (id)',
  });
});

test('accepts an appendix that the text refers to', () => {
  expect(codes(withAppendices(['Chi tiết tại ', { ref: 'mot' }, ', ', { ref: 'hai' }], 'mot', 'hai'))).toEqual([]);
});

test('refuses an appendix that nothing leads to', () => {
  const finding = only(withAppendices(['Chi tiết tại ', { ref: 'mot' }], 'mot', 'hai'));
  expect(finding).toMatchObject({ code: 'APPENDIX_NOT_MENTIONED', path: 'Phụ lục II', severity: 'error' });
  expect(finding.message).toBe(
    'Nội dung chưa chỉ dẫn tới Phụ lục II; hãy thêm tham chiếu {"ref": "hai"} vào chỗ nói về phụ lục.',
  );
});

test('warns of it in a draft, which may get its appendix before the sentence that leads to it', () => {
  const { document, findings } = check(withAppendices(['Chi tiết tại ', { ref: 'mot' }], 'mot', 'hai'), 'show');
  expect(document).not.toBeNull();
  expect(findings).toMatchObject([{ code: 'APPENDIX_NOT_MENTIONED_YET', path: 'Phụ lục II', severity: 'warning' }]);
});

test('does not take Phụ lục II for Phụ lục I', () => {
  expect(places(withAppendices('Chi tiết tại Phụ lục II.', 'mot', 'hai'))).toEqual([
    ...['APPENDIX_NOT_MENTIONED Phụ lục I', 'APPENDIX_TYPED Đoạn thứ 1, nội dung (text)'],
  ]);
});

test('warns where the name of an appendix is typed, in opening, text or table', () => {
  const typed = withAppendices('Nội dung.', 'mot');
  expect(places({ ...typed, opening: 'ban hành Kế hoạch (phụ lục kèm theo) như sau:' })).toEqual([
    'APPENDIX_TYPED Câu mở đầu (opening)',
  ]);
  const rows = [{ cells: { viec: 'Theo PHỤ LỤC kèm theo' } }];
  expect(places({ ...typed, body: [{ id: 'b', level: 'table', table: { ...table, rows } }] })).toEqual([
    'APPENDIX_TYPED Dòng 1, cột Việc',
  ]);
});

test('does not take an appendix that speaks of itself for mentioned', () => {
  const self = plan({
    appendices: [{ id: 'pl', body: [{ id: 'x', level: 'clause', text: ['Phụ lục này, ', { ref: 'pl' }] }] }],
  });
  expect(codes(self)).toEqual(['APPENDIX_NOT_MENTIONED']);
});
