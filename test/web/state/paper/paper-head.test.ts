import { expect, test } from 'vitest';
import { paperHead } from '../../../../web/src/state/paper/paper-head.ts';
import { examples, organs } from '../../../document/scene.ts';
import { officeDocument } from '../../support/office-document.ts';

const WARD = 'phuong-binh-long';
const profile = organs.findLast(({ organId }) => organId === WARD) ?? null;
const data = examples.find(({ name }) => name === 'ke-hoach-phuong-2026')?.data;
const document = officeDocument({
  organName: 'Ủy ban nhân dân phường Bình Long',
  signerInfo: { position: 'Chủ tịch', fullName: 'Nguyễn Văn A' },
});

test('the clerk compares head and signature block as they are printed', () => {
  expect(paperHead(document, data, profile)).toEqual({
    head: profile?.headerLines.map((line) => line.toLocaleUpperCase('vi')),
    authority: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'],
    name: 'Nguyễn Văn A',
  });
  const deputy = {
    ...data,
    issuer: 'head',
    signer: { authority: [{ prefix: 'KT.', position: 'Chủ tịch' }, { position: 'Phó Chủ tịch' }] },
  };
  expect(paperHead(document, deputy, profile).authority).toEqual(['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']);
});

test('a document without data here has what its summary says', () => {
  expect(paperHead(document, null, null)).toEqual({
    head: ['ỦY BAN NHÂN DÂN PHƯỜNG BÌNH LONG'],
    authority: ['CHỦ TỊCH'],
    name: 'Nguyễn Văn A',
  });
});
