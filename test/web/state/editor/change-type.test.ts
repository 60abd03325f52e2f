import { expect, test } from 'vitest';
import { changeType } from '../../../../web/src/editor/model/change-type.ts';

const PLAN = {
  schema: 'KeHoach@1',
  organ: 'o',
  subject: 'Ra quân',
  bases: [{ verb: 'Căn cứ', cites: { typeName: 'Luật', issuedDate: '2020-11-17', subject: 'Bảo vệ môi trường' } }],
  preamble: ['Năm 2025 đã xong.'],
  openingLead: 'Nhằm giữ sạch,',
  opening: 'ban hành Kế hoạch như sau:',
  recipients: ['Sở Nội vụ'],
  body: [{ level: 'roman', title: 'MỤC TIÊU' }],
};

test('a plan made a letter keeps what a letter has no field for as paragraphs before its parts', () => {
  expect(changeType(PLAN, 'CongVan', [{ abbreviation: 'VP', name: 'Văn phòng' }])).toEqual({
    schema: 'CongVan@1',
    draftingUnit: 'VP',
    organ: 'o',
    subject: 'Ra quân',
    recipients: ['Sở Nội vụ'],
    body: [
      { level: 'paragraph', text: 'Căn cứ Luật Bảo vệ môi trường ngày 17/11/2020;' },
      { level: 'paragraph', text: 'Năm 2025 đã xong.' },
      { level: 'paragraph', text: 'Nhằm giữ sạch, ban hành Kế hoạch như sau:' },
      { level: 'roman', title: 'MỤC TIÊU' },
    ],
  });
});

test('a letter names who drafted it, Văn phòng where the office has no units; what was chosen stays', () => {
  expect(changeType(PLAN, 'CongVan')).toMatchObject({ draftingUnit: 'VP' });
  expect(changeType({ ...PLAN, draftingUnit: 'KT' }, 'CongVan')).toMatchObject({ draftingUnit: 'KT' });
});

test('a letter made a plan sends to those whom it was addressed to, before the others', () => {
  const letter = { schema: 'CongVan@1', addressees: ['Sở Y tế'], recipients: ['Lưu'], body: [] };
  expect(changeType(letter, 'KeHoach')).toEqual({ schema: 'KeHoach@1', recipients: ['Sở Y tế', 'Lưu'], body: [] });
  expect(changeType(letter, 'CongVan')).toBe(letter);
});
