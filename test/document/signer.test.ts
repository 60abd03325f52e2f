import { expect, test } from 'vitest';
import { checkDocument } from '#document/checking/check-document.ts';
import type { Document } from '#document/document-types.ts';
import { authorityLines, issuerInAttachment, issuerInOpening, signerName } from '#document/issuer.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { toCapitals } from '#document/text/vietnamese.ts';
import { check, codes, letter, ON, only, organs, plan, ward } from './scene.ts';

/** `KT. Chủ tịch / Phó Chủ tịch` as authority lines. */
function authority(stack: string): object[] {
  return stack.split(' / ').map((line) => {
    const [, prefix, position] = /^(KT\.|TL\.|TUQ\.|Q\.)? ?(.*)$/.exec(line) ?? [];
    return prefix ? { prefix, position } : { position };
  });
}
const signedBy = (issuer: string, stack: string, about: object = {}) =>
  plan({ issuer, signer: { authority: authority(stack), fullName: 'Trần Thị Ngọc Ánh', ...about } });

test.each([
  ['organ', 'Chủ tịch', 'TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH'],
  ['organ', 'KT. Chủ tịch / Phó Chủ tịch', 'TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH'],
  ['organ', 'Q. Chủ tịch', 'TM. ỦY BAN NHÂN DÂN / Q. CHỦ TỊCH'],
  ['head', 'Chủ tịch', 'CHỦ TỊCH'],
  ['head', 'Q. Chủ tịch', 'Q. CHỦ TỊCH'],
  ['head', 'KT. Chủ tịch / Phó Chủ tịch', 'KT. CHỦ TỊCH / PHÓ CHỦ TỊCH'],
  ['head', 'TL. Chủ tịch / Chánh Văn phòng', 'TL. CHỦ TỊCH / CHÁNH VĂN PHÒNG'],
  [
    'head',
    'TL. Chủ tịch / KT. Chánh Văn phòng / Phó Chánh Văn phòng',
    'TL. CHỦ TỊCH / KT. CHÁNH VĂN PHÒNG / PHÓ CHÁNH VĂN PHÒNG',
  ],
  ['head', 'TUQ. Chủ tịch / Giám đốc Sở Nội vụ', 'TUQ. CHỦ TỊCH / GIÁM ĐỐC SỞ NỘI VỤ'],
])('accepts, where the %s issues, %s', (issuer, stack, printed) => {
  const { document, findings } = check(signedBy(issuer, stack));
  expect(findings).toEqual([]);
  expect(document && authorityLines(document, ward).map(toCapitals).join(' / ')).toBe(printed);
});

test.each([
  ['head', 'Phó Chủ tịch', 'một dòng chức vụ chỉ dùng cho CHỦ TỊCH'],
  ['organ', 'Phó Chủ tịch', 'cấp phó ghi “KT. CHỦ TỊCH”'],
  ['head', 'Q. Phó Chủ tịch', '“Q.” đứng trước chức vụ của người đứng đầu'],
  ['head', 'KT. Phó Chủ tịch / Phó Chủ tịch', '“KT.” đứng trước chức vụ của người đứng đầu'],
  ['head', 'KT. Chủ tịch / Chủ tịch', 'sau “KT. CHỦ TỊCH” là chức vụ của cấp phó'],
  ['head', 'KT. Chủ tịch / Chánh Văn phòng', 'sau “KT. CHỦ TỊCH” là chức vụ của cấp phó'],
  ['head', 'TL. Phó Chủ tịch / Chánh Văn phòng', '“TL.”, “TUQ.” đứng trước chức vụ của người đứng đầu'],
  ['head', 'TL. Chủ tịch / Chủ tịch', 'là chức vụ của người ký thay, không phải CHỦ TỊCH'],
  ['head', 'TUQ. Chủ tịch / Chủ tịch', 'là chức vụ của người ký thay, không phải CHỦ TỊCH'],
  ['head', 'TL. Chủ tịch / KT. Chánh Văn phòng / Chánh Văn phòng', 'sau “KT.” là chức vụ của cấp phó'],
  ['head', 'TUQ. Chủ tịch / KT. Giám đốc Sở Nội vụ / Phó Chủ tịch', 'sau “TUQ.” không có “KT.”'],
  ['organ', 'TL. Chủ tịch / Chánh Văn phòng', 'hãy chọn người ban hành (issuer) là "head"'],
  ['organ', 'TUQ. Chủ tịch / Giám đốc Sở Nội vụ', 'hãy chọn người ban hành (issuer) là "head"'],
  ['head', 'KT. Chủ tịch', 'chỉ nhận: chức vụ; Q. chức vụ; KT. rồi cấp phó'],
  ['head', 'TL. Chủ tịch', 'chỉ nhận'],
  ['head', 'Chủ tịch / Phó Chủ tịch', 'chỉ nhận'],
  ['head', 'KT. Chủ tịch / Q. Phó Chủ tịch', 'chỉ nhận'],
  ['head', 'TL. Chủ tịch / TUQ. Chánh Văn phòng / Phó Chánh Văn phòng', 'chỉ nhận'],
  ['head', 'KT. Chủ tịch / Phó Chủ tịch / Phó Chủ tịch', 'chỉ nhận'],
])('refuses, where the %s issues, %s and says why', (issuer, stack, why) => {
  const finding = only(signedBy(issuer, stack));
  expect(finding).toMatchObject({
    code: 'SIGNER_STACK',
    path: 'Người ký (signer), quyền hạn, chức vụ (authority)',
    clause: 'PL I, II.7.b',
  });
  expect(finding.message).toContain(why);
});

test('signs for a department as its head does', () => {
  const department: OrganProfile = {
    ...ward,
    organId: 'so-noi-vu',
    collectiveName: null,
    headPosition: 'Giám đốc',
    positions: ['Giám đốc', 'Phó Giám đốc'],
  };
  const check1 = (stack: string) =>
    checkDocument({ ...signedBy('organ', stack), organ: 'so-noi-vu' }, { profiles: [department], on: ON });
  const lines = (stack: string) => authorityLines(check1(stack).document!, department).join(' / ');
  expect(lines('Giám đốc')).toBe('Giám đốc');
  expect(lines('KT. Giám đốc / Phó Giám đốc')).toBe('KT. Giám đốc / Phó Giám đốc');
});

test('lets a member of an advisory body sign with a second position', () => {
  expect(codes(signedBy('head', 'Phó Chủ tịch', { otherPosition: 'Phó Giám đốc Sở Nội vụ' }))).toEqual([]);
});

test.each(['Phó Chủ tịch Thường trực', 'Phó Chủ tịch phụ trách'])('refuses the position %s', (position) => {
  const finding = only(signedBy('head', `KT. Chủ tịch / ${position}`));
  expect(finding).toMatchObject({
    code: 'SIGNER_POSITION',
    path: 'Người ký (signer), quyền hạn, chức vụ (authority) thứ 2, chức vụ (position)',
  });
  expect(finding.message).toContain('hãy ghi chức vụ chính thức: Chủ tịch, Phó Chủ tịch');
});

test('says of a position beside TUQ. that it may be another organ’s', () => {
  const { findings } = check(signedBy('head', 'TUQ. Chủ tịch / Viện trưởng Viện Quy hoạch'));
  expect(findings.map(({ code }) => code)).toContain('SIGNER_POSITION_ELSEWHERE');
});

test('takes a position in capitals or decomposed for the same', () => {
  expect(codes(signedBy('head', 'KT. CHỦ TỊCH / PHÓ CHỦ TỊCH'))).toEqual([]);
  expect(codes(JSON.parse(JSON.stringify(signedBy('head', 'KT. Chủ tịch / Phó Chủ tịch')).normalize('NFD')))).toEqual(
    [],
  );
});

test.each([
  ...['TS. Trần Thị Ánh', 'PGS.TS Trần Thị Ánh', 'ThS Trần Thị Ánh', 'Ths. Trần Thị Ánh', 'Tiến sĩ Trần Thị Ánh'],
  ...['Bác sĩ Trần Thị Ánh', 'Đại tá Trần Văn Ánh', 'Thiếu tướng Trần Văn Ánh', 'NGƯT. Trần Văn Ánh'],
])('warns of a title before the name: %s', (fullName) => {
  const finding = only(signedBy('head', 'Chủ tịch', { fullName }));
  expect(finding).toMatchObject({
    code: 'SIGNER_TITLE',
    severity: 'warning',
    path: 'Người ký (signer), họ tên (fullName)',
  });
});

test.each(['Trần Thị Ngọc Ánh', 'Bùi Cử Nhân', 'Tsằn A Lìn', 'Đại Nghĩa', 'Bs'.repeat(3), 'Lý Tiến Sĩ', 'Cn2'])(
  'takes %s for a name',
  (fullName) => expect(codes(signedBy('head', 'Chủ tịch', { fullName }))).toEqual([]),
);

test('takes the name from the profile, and asks for it where two hold the position or none', () => {
  const signer = { authority: authority('KT. Chủ tịch / Phó Chủ tịch') } as Document['signer'];
  const holder = { staffId: 'b', fullName: 'Trần B', position: 'Phó Chủ tịch' };
  const holders = (...signers: OrganProfile['signers']) => signerName(signer, { ...ward, signers });
  expect(holders(holder)).toBe('Trần B');
  expect(holders(holder, { ...holder, staffId: 'c', fullName: 'Lê C' })).toBeNull();
  expect(holders()).toBeNull();
  expect(only(plan({ issuer: 'head', signer }))).toMatchObject({
    code: 'MISSING',
    message: 'Còn thiếu họ tên người ký (fullName); hãy bổ sung.',
  });
  const two = { ...ward, signers: [holder, { ...holder, staffId: 'c', fullName: 'Lê C' }] };
  expect(check(plan({ issuer: 'head', signer }), 'refuse', ON, two).findings).toMatchObject([
    {
      code: 'SIGNER_NAMES',
      path: 'Người ký (signer), họ tên (fullName)',
      message: 'Có 2 người giữ chức vụ “Phó Chủ tịch”: Trần B, Lê C; hãy ghi họ tên người ký (fullName).',
    },
  ]);
});

test('lets the issuer alone drive opening, Kèm theo and TM.', () => {
  const said = (issuer: string) => {
    const document = check(letter({ issuer })).document!;
    return [issuerInOpening(document, ward), issuerInAttachment(document, ward), authorityLines(document, ward)[0]];
  };
  expect(said('organ')).toEqual(['UBND phường', 'UBND phường Bình Long', 'TM. Ủy ban nhân dân']);
  expect(said('head')).toEqual(['Chủ tịch UBND phường', 'Chủ tịch UBND phường Bình Long', 'Chủ tịch']);
});

test('names the signer of the day', () => {
  expect(signerName({ authority: [{ position: 'Chủ tịch' }] }, organs[0]!)).toBe('Võ Tấn Đức');
});
