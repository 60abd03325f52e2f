import { expect, test } from 'vitest';
import { check, codes, examples, letter, ON, only, places, plan, planWithTable, planWithText, ward } from './scene.ts';

const without = (field: string, input = plan()) => {
  const { [field]: _, ...rest } = input;
  return rest;
};
const firstPart = (about: object) => plan({ body: [{ id: 'a', level: 'clause', text: 'x', ...about }] });

test('finds nothing in a good document, and gives it typed with its profile', () => {
  for (const input of [plan(), letter()]) {
    const { document, profile, findings } = check(input);
    expect(findings).toEqual([]);
    expect(document).toEqual(input);
    expect(profile?.organId).toBe('phuong-binh-long');
  }
});

test.each([
  ['at the top', plan({ chuKy: 'x' }), 'Văn bản', 'chuKy'],
  ['in a part', firstPart({ so: '1' }), 'Khoản 1', 'so'],
  ['in a citation', plan({ bases: [{ text: 'x', ghiChu: 'y' }] }), 'Căn cứ (bases) thứ 1', 'ghiChu'],
  ['in the signer', plan({ signer: { ...(plan()['signer'] as object), chuc: 'x' } }), 'Người ký (signer)', 'chuc'],
  [
    'in an authority line',
    plan({ signer: { authority: [{ position: 'Chủ tịch', ten: 'x' }], fullName: 'A' } }),
    'Người ký (signer), quyền hạn, chức vụ (authority) thứ 1',
    'ten',
  ],
  [
    'in a row',
    planWithTable({ columns: [{ title: 'A', id: 'a' }], rows: [{ cells: { a: '' }, mau: 'x' }] }),
    'Dòng 1',
    'mau',
  ],
  [
    'in a column',
    planWithTable({ columns: [{ title: 'A', id: 'a', mau: 1 }], rows: [{ cells: { a: '' } }] }),
    'Bảng, cột thứ 1',
    'mau',
  ],
  [
    'in a cell',
    planWithTable({ columns: [{ title: 'Sản phẩm', id: 'a' }], rows: [{ cells: { a: { text: '', mau: 1 } } }] }),
    'Dòng 1, cột Sản phẩm',
    'mau',
  ],
  ['in a reference', plan({ closing: [{ ref: 'diem', kieu: 'x' }] }), 'Lời kết (closing) thứ 1', 'kieu'],
])('refuses an unknown key %s', (_, input, path, key) => {
  expect(only(input)).toMatchObject({
    code: 'UNKNOWN_KEY',
    severity: 'error',
    path,
    message: `Không có trường “${key}”; hãy bỏ hoặc sửa lại tên trường.`,
  });
});

test.each(['number', 'codeNumber', 'date', 'issuedDate', 'state', 'docId'])('leaves %s to the register', (key) => {
  expect(only(plan({ [key]: 1 }))).toMatchObject({ code: 'SERVER_FIELD', path: 'Văn bản', clause: 'Điều 15' });
});

test.each([
  ['organ', plan(), 'Cơ quan ban hành (organ)', 'Còn thiếu cơ quan ban hành (organ); hãy bổ sung.'],
  ['issuer', plan(), 'Người ban hành (issuer)', 'Còn thiếu người ban hành (issuer); hãy bổ sung.'],
  ['subject', plan(), 'Trích yếu (subject)', 'Còn thiếu trích yếu (subject); hãy bổ sung.'],
  ['body', plan(), 'Nội dung (body)', 'Còn thiếu nội dung (body); hãy bổ sung.'],
  ['recipients', plan(), 'Nơi nhận (recipients)', 'Còn thiếu nơi nhận (recipients); hãy bổ sung.'],
  ['signer', plan(), 'Người ký (signer)', 'Còn thiếu người ký (signer); hãy bổ sung.'],
  ['addressees', letter(), 'Kính gửi (addressees)', 'Còn thiếu kính gửi (addressees); hãy bổ sung.'],
])('asks for a missing %s', (field, input, path, message) => {
  const found = check(without(field, input)).findings.filter(({ severity }) => severity === 'error');
  expect(found).toMatchObject([{ code: 'MISSING', path, message }]);
});

test('asks for a second line where a broken trích yếu has one', () => {
  expect(only(plan({ subjectLines: ['Cải cách hành chính năm 2026'] }))).toMatchObject({
    code: 'TOO_FEW',
    message: 'Phải có ít nhất 2 mục; hãy bổ sung.',
  });
});

test('warns that the Lưu line of a plan without a drafting unit names none', () => {
  expect(only(without('draftingUnit'))).toMatchObject({ code: 'ARCHIVE_WITHOUT_UNIT', severity: 'warning' });
  expect(check(without('draftingUnit'), 'refuse', ON, { ...ward, units: [] }).findings).toEqual([]);
});

test('asks a công văn for its drafting unit, which stands in its symbol', () => {
  expect(places(without('draftingUnit', letter()))).toContain('MISSING Đơn vị soạn thảo (draftingUnit)');
});

test.each(['', ' ', ' \u00A0 '])('takes "%s" for missing', (text) => {
  expect(only(plan({ subject: text }))).toMatchObject({ code: 'MISSING', path: 'Trích yếu (subject)' });
  expect(only(planWithText(text))).toMatchObject({ code: 'MISSING', path: 'Đoạn thứ 1, nội dung (text)' });
});

test.each([
  ['an empty body', plan({ body: [] }), 'MISSING Nội dung (body)'],
  ['a text of no pieces', planWithText([]), 'MISSING Đoạn thứ 1, nội dung (text)'],
  [
    'an authority of no line',
    plan({ signer: { authority: [], fullName: 'A' } }),
    'MISSING Người ký (signer), quyền hạn, chức vụ (authority)',
  ],
])('takes %s for missing', (_, input, place) => expect(places(input)).toEqual([place]));

test.each(['2026-02-30', '2026-13-01', '30/02/2026', '2026-2-3', '2025-02-29', 'hôm qua', ''])(
  'refuses the day "%s"',
  (issuedDate) => {
    const [basis] = plan()['bases'] as [{ readonly cites: object }];
    const finding = only(plan({ bases: [{ ...basis, cites: { ...basis.cites, issuedDate } }] }));
    expect(finding).toMatchObject({
      code: issuedDate === '' ? 'MISSING' : 'INVALID_DATE',
      path: 'Căn cứ (bases) thứ 1, văn bản viện dẫn (cites), ngày ban hành (issuedDate)',
    });
    expect(finding.message).toMatch(
      issuedDate === '' ? /^Còn thiếu ngày ban hành/ : /không phải một ngày có thật; hãy ghi/,
    );
  },
);

test.each([
  [
    'a number for a text',
    plan({ subject: 2026 }),
    'Trích yếu (subject)',
    'Giá trị đang là số; hãy ghi lại là chữ, đặt trong ngoặc kép.',
  ],
  [
    'null for a text',
    plan({ opening: null }),
    'Câu mở đầu (opening)',
    'Giá trị đang là trống (null); hãy ghi lại là chữ, đặt trong ngoặc kép.',
  ],
  [
    'a text for a list',
    plan({ recipients: 'Sở Nội vụ' }),
    'Nơi nhận (recipients)',
    'Giá trị đang là chữ, đặt trong ngoặc kép; hãy ghi lại là danh sách [ ].',
  ],
  [
    'a number for a cell',
    planWithTable({ columns: [{ title: 'A', id: 'a' }], rows: [{ cells: { a: 5 } }] }),
    'Dòng 1, cột A',
    'Giá trị đang là số; hãy ghi lại là chữ, đặt trong ngoặc kép.',
  ],
  [
    'an object for a text',
    planWithText({ ref: 'x' }),
    'Đoạn thứ 1, nội dung (text)',
    'Giá trị đang là đối tượng { }; hãy ghi lại là chữ, đặt trong ngoặc kép.',
  ],
])('refuses %s', (_, input, path, message) => {
  const [first] = check(input).findings;
  expect(first).toMatchObject({ code: 'WRONG_TYPE', path, message });
});

test.each([
  ['urgency', 'GẤP', 'Giá trị “GẤP” không hợp lệ; chỉ nhận: HOẢ TỐC, THƯỢNG KHẨN, KHẨN.'],
  ['issuer', 'UBND', 'Giá trị “UBND” không hợp lệ; chỉ nhận: organ, head.'],
  ['orientation', 'ngang', 'Giá trị “ngang” không hợp lệ; chỉ nhận: portrait, landscape.'],
])('names what %s may be', (field, value, message) => {
  expect(check(plan({ [field]: value })).findings).toContainEqual(
    expect.objectContaining({ code: 'INVALID_VALUE', message }),
  );
});

test('ends in one full stop where a value that is allowed ends in one', () => {
  const input = plan({ signer: { authority: [{ prefix: 'KY', position: 'Chủ tịch' }], fullName: 'Nguyễn Văn A' } });
  const found = check(input).findings.filter(({ code }) => code === 'INVALID_VALUE');
  expect(found[0]?.message).toMatch(/“KT\.”, .*”\.$/);
});

test.each([
  ['a part', firstPart({ id: 'Mục tiêu' }), 'INVALID_ID', 'muc-tieu-1'],
  ['an organ', plan({ organ: '../../etc' }), 'INVALID_ID', 'muc-tieu-1'],
  ['a unit', plan({ draftingUnit: 'hcc' }), 'INVALID_UNIT', 'HCC'],
  ['a unit of a path', letter({ draftingUnit: 'A/../B' }), 'INVALID_UNIT', 'HCC'],
])('shows how the id of %s is written', (_, input, code, example) => {
  const finding = check(input).findings.find((f) => f.code === code);
  expect(finding?.message).toContain(`ví dụ ${example}`);
});

test.each([
  ['KeHoach@2', 'Không có loại văn bản “KeHoach@2”; hãy ghi trường schema là "KeHoach@1" hoặc "CongVan@1".'],
  ['constructor', 'Không có loại văn bản “constructor”; hãy ghi trường schema là "KeHoach@1" hoặc "CongVan@1".'],
])('knows no type %s', (schema, message) => {
  expect(only(plan({ schema }))).toMatchObject({ code: 'UNKNOWN_TYPE', path: 'Loại văn bản (schema)', message });
});

test('tells of a type it does not know alone, not of the texts in it', () => {
  expect(only(plan({ schema: 'BaoCao@1', subject: 'Về việc [[donVi.ten]]' }))).toMatchObject({ code: 'UNKNOWN_TYPE' });
});

test('asks for the type where none is named', () => {
  expect(only(without('schema'))).toMatchObject({ code: 'MISSING', path: 'Loại văn bản (schema)' });
  expect(only({})).toMatchObject({ code: 'MISSING', path: 'Loại văn bản (schema)' });
});

test.each([[null], ['x'], [5], [true], [[]], [[plan()]]])('takes no %j for a document', (input) => {
  expect(only(input)).toMatchObject({ code: 'NOT_AN_OBJECT', path: 'Văn bản' });
});

test('accepts the same document in NFD, words of a list included, and gives it in NFC', () => {
  const input = plan({ urgency: 'HOẢ TỐC', circulation: 'LƯU HÀNH NỘI BỘ' });
  const { document, findings } = check(JSON.parse(JSON.stringify(input).normalize('NFD')));
  expect(findings).toEqual([]);
  expect(document).toEqual(input);
});

test('says all errors of shape and of meaning at once', () => {
  const input = {
    ...plan({ opening: '' }),
    subject: 'Kế hoạch cải cách;',
    la: 1,
    urgency: 'GẤP',
    bases: [{ verb: 'Căn cứ', cites: { typeName: 'Kế hoạch', code: '5 /KH', issuedDate: '2026-02-30', subject: 'x' } }],
    body: [
      { id: 'a', level: 'clause', text: '1. Nội dung\u0007' },
      { id: 'a', level: 'dash', text: [{ ref: 'x' }] },
    ],
    recipients: ['- Sở;'],
    signer: { authority: [{ prefix: 'KT.', position: 'Chủ tịch' }] },
    appendices: [
      {
        id: 'pl',
        body: [{ id: 'b', level: 'table', table: { columns: [{ title: 'A', id: 'a' }], rows: [{ cells: {} }] } }],
      },
    ],
  };
  expect([...codes(input)].sort()).toEqual([
    ...['APPENDIX_NOT_MENTIONED', 'CELL_MISSING', 'CITATION_INCOMPLETE', 'DUPLICATE_ID', 'FORBIDDEN_CHARACTER'],
    ...['INVALID_DATE', 'INVALID_VALUE', 'LIST_PUNCTUATION', 'MISSING', 'REFERENCE_UNKNOWN', 'SIGNER_STACK'],
    ...['SUBJECT_END', 'SUBJECT_PREFIX', 'TYPED_NUMBER', 'UNKNOWN_KEY'],
  ]);
  expect(check(input)).toMatchObject({ document: null, profile: null });
});

test('lets warnings stand and gives the document', () => {
  const input = plan({ archive: { drafterMark: '(Diep-Hcc)' }, draftingUnit: 'XYZ' });
  const { document, findings } = check(input);
  expect(document).not.toBeNull();
  expect(findings.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
    'warning UNIT_UNKNOWN',
    'warning DRAFTER_MARK',
  ]);
});

test.each(examples)('finds no error in $name', ({ data, on }) => {
  expect(check(data, 'refuse', on).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});
