import { expect, test } from 'vitest';
import { check, letter, plan } from './scene.ts';

const LONG = 'Triển khai thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị';

/** Codes and sentences of what is found in data. */
const found = (data: unknown) => check(data).findings.map(({ code, message }) => `${code} ${message}`);

test.each([
  ['a Lưu line typed', plan({ recipients: ['Sở Nội vụ', 'Lưu: VT, HC (02 bản)'] }), 'ARCHIVE_TYPED', 'archive.units'],
  ['units in one', letter({ draftingUnit: 'KHCN, NC' }), 'INVALID_UNIT', 'archive.units'],
  ['no field in a symbol', letter({ draftingUnit: undefined }), 'MISSING', 'lĩnh vực, ví dụ VX'],
  ['a decision', plan({ attachedTo: {}, signer: undefined, recipients: undefined }), 'NOT_SUPPORTED', 'số riêng'],
  [
    'a degree',
    plan({ signer: { authority: [{ position: 'Chủ tịch' }], fullName: 'BS CKII Lê A' } }),
    'SIGNER_TITLE',
    '“BS CKII”',
  ],
  [
    'places left empty',
    plan({ body: [{ level: 'paragraph', text: 'Thực hiện {{a}} và [[nam]]' }] }),
    'PLACEHOLDER_LEFT',
    '“{{a}}”, “[[nam]]”',
  ],
  [
    'a level in its own',
    plan({
      body: [
        {
          level: 'roman',
          title: 'A',
          children: [{ level: 'roman', title: 'B', children: [{ level: 'paragraph', text: 'x' }] }],
        },
      ],
    }),
    'PART_ORDER',
    'Mục lớn (I.) không thể nằm trong mục lớn (I.)',
  ],
  [
    'a number of two levels',
    plan({ body: [{ level: 'paragraph', text: 'I.1. Mục tiêu' }] }),
    'TYPED_NUMBER',
    'level "clause"',
  ],
  ['a lead without a comma', plan({ openingLead: 'Nhằm phục vụ Nhân dân' }), 'OPENING_LEAD', 'dấu phẩy'],
  [
    'a line of the trích yếu that is none',
    plan({ subject: `${LONG} năm 2026`, subjectLines: [LONG, 'năm 2026'] }),
    'SUBJECT_LINE_LONG',
    'subjectLines',
  ],
  [
    'an empty list of parts',
    plan({ body: [{ level: 'roman', title: 'A', children: [] }] }),
    'MISSING',
    'nội dung bên trong (children)',
  ],
])('says one thing of %s, with the way out', (_, data, code, words) => {
  const said = found(data);
  expect(said).toHaveLength(1);
  expect(said[0]).toContain(`${code} `);
  expect(said[0]).toContain(words);
});
