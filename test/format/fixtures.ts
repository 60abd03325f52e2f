import type { Document } from '#document/document-types.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { guidance, mention, shortTable, taskTable } from './fixtures/appendices.ts';
import { LONG, letter, plainBody, plan } from './fixtures/builders.ts';
import { allLevels } from './fixtures/levels.ts';
import { organs } from './fixtures/organs.ts';
import { stacks } from './fixtures/signers.ts';

/** A document to render: `issuance` null is a draft. */
export interface FormatCase {
  readonly name: string;
  readonly document: Document;
  readonly profiles: readonly OrganProfile[];
  readonly issuance: { readonly number: number; readonly issuedDate: string; readonly signedAt?: Date } | null;
  readonly on: string;
}

const issued = (
  name: string,
  document: Document,
  number = 35,
  issuedDate = '2026-03-16',
  signedAt?: Date,
): FormatCase => ({
  name,
  document,
  profiles: organs,
  issuance: { number, issuedDate, ...(signedAt && { signedAt }) },
  on: issuedDate,
});
const draft = (name: string, document: Document): FormatCase => ({
  name,
  document,
  profiles: organs,
  issuance: null,
  on: '2026-03-16',
});

const withAppendices = plan({
  body: [...plainBody, mention('phan-cong', 'huong-dan')],
  appendices: [taskTable, guidance],
});
const withOne = plan({ body: [...plainBody, mention('phan-cong')], appendices: [taskTable] });
const addressees = [
  'Trung tâm Phục vụ hành chính công phường',
  'Thủ trưởng các phòng, ban, ngành, đoàn thể và các đơn vị sự nghiệp công lập trực thuộc phường',
  'Các tổ dân phố',
];
const longSubject =
  'triển khai thực hiện Kế hoạch tuyên truyền cải cách hành chính, chuyển đổi số và xây dựng chính quyền điện tử năm 2026';

/** Signed in the last hour of a day in UTC, which is the morning of the next in Việt Nam. */
const EVENING_IN_UTC = new Date('2026-03-16T18:30:15Z');

/** Documents that cover what the examples do not have. */
export const fixtures: readonly FormatCase[] = [
  issued('moi-cap-bac', allLevels, 5, '2026-03-05'),
  ...Object.entries(stacks).map(([name, document]) => issued(name, document, 12, '2026-02-09')),
  issued('truoc-khi-doi-ten', plan({ organ: 'dong-nai' }), 417, '2026-04-29'),
  issued('sau-khi-doi-ten', plan({ organ: 'dong-nai' }), 418, '2026-04-30'),
  issued('ten-nguoi', plan({ organ: 'phuong-tran-hung-dao', issuer: 'head' }), 9, '2026-10-09'),
  issued(
    'ten-dai',
    plan({
      organ: 'ban-giao-thong',
      subject: longSubject,
      signer: { authority: [{ position: 'Giám đốc' }], fullName: 'Lê Văn Đức' },
    }),
    1204,
    '2026-11-29',
  ),
  issued('trich-yeu-ngan', plan({ subject: 'Phòng, chống lụt bão' })),
  issued('khan', plan({ urgency: 'KHẨN', circulation: 'LƯU HÀNH NỘI BỘ' })),
  issued(
    'thuong-khan',
    letter({ urgency: 'THƯỢNG KHẨN', circulation: 'XEM XONG TRẢ LẠI', subject: longSubject, addressees }),
  ),
  issued('hoa-toc', letter({ urgency: 'HOẢ TỐC' }), 7, '2026-01-31'),
  issued('dia-chi', plan({ footAddress: true, body: [...plainBody, ...plainBody.map((part) => ({ ...part }))] })),
  issued(
    'dia-chi-cong-van',
    letter({
      footAddress: true,
      addressees,
      body: Array.from({ length: 9 }, () => ({ level: 'paragraph', text: LONG })),
    }),
  ),
  issued('luu', letter({ archive: { copies: 2, drafterMark: 'PL', issuedAmount: 300 } })),
  issued('ket-bang-dau-cham', letter({ closing: 'Ủy ban nhân dân phường yêu cầu các đơn vị thực hiện.' })),
  issued('ket-bang-dau-cham-phay', plan({ closing: 'Trên đây là Kế hoạch của phường;' })),
  issued('hai-phu-luc', withAppendices, 35, '2026-01-24'),
  issued('dau-trang-mot-va-phu-luc', {
    ...withAppendices,
    circulation: 'LƯU HÀNH NỘI BỘ',
    footAddress: true,
    appendices: [taskTable, { ...guidance, ownFile: true }],
  }),
  issued('phu-luc-khong-tieu-de', plan({ body: [...plainBody, mention('danh-muc')], appendices: [shortTable] })),
  issued('dien-tu-cung-tep', { ...withOne, medium: 'electronic' }, 35, '2026-01-24', EVENING_IN_UTC),
  issued(
    'dien-tu-tep-rieng',
    {
      ...withAppendices,
      medium: 'electronic',
      appendices: [
        { ...taskTable, ownFile: true },
        { ...guidance, ownFile: true },
      ],
    },
    35,
    '2026-03-17',
    EVENING_IN_UTC,
  ),
  issued('dien-tu-chua-ky', { ...withOne, medium: 'electronic', appendices: [{ ...taskTable, ownFile: true }] }),
  issued('giay-tep-rieng', { ...withOne, appendices: [{ ...taskTable, ownFile: true }] }),
  issued(
    'kho-ngang',
    plan({
      orientation: 'landscape',
      closing: LONG.replace(/;$/, ''),
      body: [...plainBody, { level: 'table', table: taskTable.body[0]!.table! }],
    }),
  ),
  draft('du-thao-ke-hoach', withOne),
  draft('du-thao-cong-van', letter({ addressees })),
];

/** One document in many lengths, a line apart, so that every place of the page's end is met; its closing takes one line. */
export const lengths: readonly FormatCase[] = Array.from({ length: 26 }, (_, n) =>
  issued(
    `do-dai-${n + 1}`,
    letter({
      body: Array.from({ length: 8 + n }, (_line, i) => ({
        level: 'paragraph' as const,
        text: `Nội dung thứ ${i + 1}.`,
      })),
      closing: 'Trân trọng',
    }),
  ),
);
