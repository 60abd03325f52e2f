import { expect, test } from 'vitest';
import {
  archiveField,
  basesField,
  signerField,
  withArchive,
  withBases,
  withFlag,
  withSigner,
} from '../../../../web/src/editor/fields/head-fields.ts';
import { examples } from '../../../document/scene.ts';

test.each(examples)('căn cứ of $name stand as sentences and are read back as the same data', ({ data }) => {
  expect(withBases(data, basesField(data))).toEqual(data);
});

test('a typed citation becomes data, its day as it is printed; any other sentence stays one', () => {
  const typed = [
    'Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;',
    '  Theo đề nghị của Trưởng phòng Văn hóa - Xã hội.',
    '',
  ].join('\n');
  expect(withBases({}, typed)).toEqual({
    bases: [
      {
        verb: 'Căn cứ',
        cites: {
          typeName: 'Nghị định',
          code: '30/2020/NĐ-CP',
          issuedDate: '2020-03-05',
          organName: 'Chính phủ',
          subject: 'về công tác văn thư',
        },
      },
      { text: 'Theo đề nghị của Trưởng phòng Văn hóa - Xã hội' },
    ],
  });
  expect(withBases({ bases: [{ text: 'a' }] }, ' \n')).toEqual({});
});

test('a mark is there or it is not', () => {
  expect(withFlag({ subject: 'a' }, 'personalData', true)).toEqual({ subject: 'a', personalData: true });
  expect(withFlag({ subject: 'a', personalData: true }, 'personalData', false)).toEqual({ subject: 'a' });
});

test('a citation that is only begun is no sentence yet', () => {
  expect(basesField({ bases: [{ verb: 'Căn cứ', cites: { typeName: 'Kế hoạch', code: '' } }, { text: '' }] })).toBe('');
});

test('the signer is one of the office’s people', () => {
  const profile = {
    headPosition: 'Chủ tịch',
    signers: [
      { staffId: 'a', fullName: 'Nguyễn Văn A', position: 'Chủ tịch' },
      { staffId: 'b', fullName: 'Trần Thị B', position: 'Phó Chủ tịch' },
    ],
  };
  const signed = withSigner({}, 'b', profile);
  expect(signerField(signed, profile)).toBe('b');
  expect(withSigner(signed, '', profile)).toEqual({});
});

test('an entry of the Lưu line is kept, and leaves nothing behind when it is emptied', () => {
  const kept = withArchive({ archive: { drafterMark: 'PL' } }, 'issuedAmount', '300');
  expect(kept).toEqual({ archive: { drafterMark: 'PL', issuedAmount: 300 } });
  expect(archiveField(kept, 'issuedAmount')).toBe('300');
  expect(withArchive(kept, 'issuedAmount', 'x')).toEqual({ archive: { drafterMark: 'PL' } });
  expect(withArchive({ archive: { drafterMark: 'PL' } }, 'drafterMark', '')).toEqual({});
});
