import { expect, test } from 'vitest';
import { check, codes, only, plan, planWithTable, planWithText } from './scene.ts';

const DEGREES = ['Mật', 'Tối mật', 'Tuyệt mật', 'MẬT', 'TỐI MẬT', 'TUYỆT MẬT', ' tối  mật '];
const KEYS = [
  ...['secrecy', 'secret', 'secrecyLevel', 'confidential', 'classification', 'securityLevel'],
  ...['mat', 'doMat', 'do_mat', 'do-mat', 'độ mật', 'Độ mật', 'mucDoMat', 'mức độ mật', 'dauMat', 'baoMat'],
];

test.each(KEYS.flatMap((key) => [key, key.normalize('NFD')]))('refuses a document with the key %s', (key) => {
  const finding = only(plan({ [key]: 'x' }));
  expect(finding).toMatchObject({ code: 'SECRET', severity: 'error', clause: 'Điều 17.1.b; PL I, III.2.a' });
  expect(finding.message).toMatch(/^Tài liệu mật không được soạn thảo.*hãy soạn trên máy độc lập/);
  expect(finding.path).not.toBe('');
});

test.each(DEGREES)('refuses the degree %s, as urgency, circulation, or under any key', (degree) => {
  expect(only(plan({ urgency: degree }))).toMatchObject({ code: 'SECRET', path: 'Mức độ khẩn (urgency)' });
  expect(only(plan({ circulation: degree.normalize('NFD') }))).toMatchObject({ code: 'SECRET' });
  expect(only(plan({ ghiChu: degree }))).toMatchObject({ code: 'SECRET' });
});

test('refuses a secret part, appendix or row as well', () => {
  expect(only(plan({ body: [{ id: 'a', level: 'clause', text: 'x', doMat: 'x' }] })).code).toBe('SECRET');
});

test.each(['MẬT', 'TỐI MẬT', '**TUYỆT MẬT**', '[MẬT]', 'Độ mật: Tối mật', 'MỨC ĐỘ MẬT: TUYỆT MẬT', ' MẬT '])(
  'refuses the stamp %s in a text, a title, a cell, decomposed too',
  (stamp) => {
    const table = { columns: [{ title: 'A', id: 'a' }], rows: [{ cells: { a: stamp } }] };
    expect(only(planWithText(stamp))).toMatchObject({ code: 'SECRET', path: 'Đoạn thứ 1, nội dung (text)' });
    expect(only(planWithText(stamp.normalize('NFD'))).code).toBe('SECRET');
    expect(only(plan({ subject: stamp })).code).toBe('SECRET');
    expect(only(planWithTable(table))).toMatchObject({ code: 'SECRET', path: 'Dòng 1, cột A' });
  },
);

test.each([
  'Mật ong rừng',
  'Mật',
  'Bảo mật thông tin',
  'Bí mật nhà nước được bảo vệ theo quy định.',
  'Mật độ dân số',
  'MẬT ĐỘ XÂY DỰNG',
  'Công tác bảo vệ bí mật nhà nước: độ mật do người có thẩm quyền quyết định.',
])('lets the text %s stand', (text) => expect(codes(planWithText(text))).toEqual([]));

test('refuses in a draft too, and whatever the type', () => {
  expect(check(plan({ secrecy: 'MẬT', opening: undefined }), 'show').document).toBeNull();
  expect(codes({ schema: 'BaoCao@1', subject: 'TUYỆT MẬT' })).toContain('SECRET');
});
