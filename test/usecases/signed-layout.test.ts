import { expect, test } from 'vitest';
import type { CongVan } from '#document/schemas/cong-van.schema.ts';
import { readOwnZip } from '#package/read-zip.ts';
import { toComparedFileResponse } from '#present/responses/compared-file-response.ts';
import { renderDocument } from '#render/render.ts';
import { compareTextTask } from '#usecases/heavy/compare-text-task.ts';
import { examples } from '../format/examples.ts';
import { p, zipDocx } from '../read/support/make-docx.ts';

/** Issued files of the examples, the letter with both marks of its kind. */
const issued = new Map(
  await Promise.all(
    examples.map(async ({ name, document: given, profiles, issuance, on }) => {
      const isLetter = 'addressees' in given;
      const document = isLetter ? ({ ...given, urgency: 'KHẨN', circulation: 'LƯU HÀNH NỘI BỘ' } as CongVan) : given;
      const profile = profiles.find((one) => one.organId === document.organ && (one.validTo ?? '9999') > on);
      if (!profile) throw new Error('no profile');
      const [file] = await renderDocument({ document, profile, issuance, on });
      return [name, file?.bytes ?? new Uint8Array()] as const;
    }),
  ),
);

async function compared(name: string, change: (xml: string) => string) {
  const approved = issued.get(name) ?? new Uint8Array();
  const parts = [...readOwnZip(approved)].map(([part, xml]) => [part, change(xml)]);
  const bytes = zipDocx(Object.fromEntries(parts));
  return toComparedFileResponse(await compareTextTask({ bytes, approved: [approved] }));
}

const LETTER = 'cong-van-thanh-pho-2026';
const PLAN = 'ke-hoach-phuong-2026';

test.each([
  ['tên cơ quan', PLAN, 'PHƯỜNG BÌNH LONG', 'PHƯỜNG AN LỘC', 'BÌNH LONG', 'AN LỘC'],
  ['số, ký hiệu', LETTER, 'UBND-HCC', 'UBND-NC', 'HCC', 'NC'],
  ['địa danh, ngày tháng', PLAN, 'ngày 05 tháng 02', 'ngày 06 tháng 02', '05', '06'],
  ['mức độ khẩn', LETTER, '>KHẨN<', '>HỎA TỐC<', 'KHẨN', 'HỎA TỐC'],
  ['mức độ khẩn', LETTER, '>KHẨN<', '><', 'KHẨN', ''],
  ['tên loại', PLAN, '>KẾ HOẠCH<', '>CHƯƠNG TRÌNH<', 'KẾ HOẠCH', 'CHƯƠNG TRÌNH'],
  ['trích yếu', LETTER, 'tăng cường công tác', 'đẩy mạnh công tác', 'tăng cường', 'đẩy mạnh'],
  ['kính gửi', LETTER, 'Thành đoàn Đồng Nai;', 'Tỉnh ủy Đồng Nai;', 'Thành đoàn', 'Tỉnh ủy'],
  ['quyền hạn ký (TM.)', PLAN, 'TM. ỦY BAN NHÂN DÂN', '', 'TM. ỦY BAN NHÂN DÂN', ''],
  ['chức vụ, họ tên người ký', LETTER, '>KT. CHỦ', '>TL. CHỦ', 'KT', 'TL'],
  ['chức vụ, họ tên người ký', PLAN, '>CHỦ TỊCH<', '>PHÓ CHỦ TỊCH<', '', 'PHÓ'],
  ['chức vụ, họ tên người ký', PLAN, 'Nguyễn Văn A', 'Trần Thị B', 'Nguyễn Văn A', 'Trần Thị B'],
  ['nơi nhận', PLAN, 'Phòng CCHC&amp;VTLT', 'Phòng CCHC', '&VTLT', ''],
  ['dòng Lưu', PLAN, 'Lưu: VT.', 'Lưu: VT, NC.', '', ', NC'],
  ['tên phụ lục', PLAN, 'TRỌNG TÂM NĂM 2026', 'TRỌNG TÂM NĂM 2027', '2026', '2027'],
  ['dòng Kèm theo', PLAN, 'của UBND phường Bình Long)', 'của UBND phường An Lộc)', 'Bình Long', 'An Lộc'],
])('%s: a signed file that has it otherwise is told so', async (place, name, from, to, was, now) => {
  let count = 0;
  const { differences } = await compared(name, (xml) => {
    count += xml.includes(from) ? 1 : 0;
    return xml.replace(from, to);
  });
  expect(count).toBeGreaterThan(0);
  expect(differences).toMatchObject([{ place, was, now }]);
});

test('a Tiêu ngữ that is none is told', async () => {
  const { differences } = await compared(PLAN, (xml) => xml.replace('Tự do - Hạnh phúc', 'Tự do - Ấm no'));
  expect(differences.map(({ was, now }) => was + now)).toEqual([
    'Độc lập - Tự do - Hạnh phúc',
    'Độc lập - Tự do - Ấm no',
  ]);
});

test('a mark of circulation is told wherever it stands', async () => {
  const { differences } = await compared(LETTER, (xml) => xml.replace('LƯU HÀNH NỘI BỘ', 'XEM XONG TRẢ LẠI'));
  expect(differences).toMatchObject([{ was: 'LƯU HÀNH NỘI BỘ', now: 'XEM XONG TRẢ LẠI' }]);
});

test('a recipient that moved to Kính gửi is told: it now has to act', async () => {
  const { differences } = await compared(LETTER, (xml) =>
    xml
      .replace('- Thường trực HĐND thành phố;', '- Như trên;')
      .replace('- Thành đoàn Đồng Nai;', '- Thành đoàn Đồng Nai, Thường trực HĐND thành phố;'),
  );
  expect(differences.map(({ place, was, now }) => ({ place, was, now }))).toEqual([
    { place: 'kính gửi', was: '', now: expect.stringContaining('Thường trực HĐND thành phố') },
    { place: 'nơi nhận', was: expect.stringContaining('Thường trực HĐND thành phố'), now: expect.any(String) },
  ]);
});

test('a mark DỰ THẢO and a line in a text box, which no approved file has, are told', async () => {
  const box = `<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>${p('Bản này chỉ để tham khảo')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`;
  const { differences } = await compared(PLAN, (xml) =>
    xml
      .replace('<w:body>', `<w:body>${p('DỰ THẢO')}`)
      .replace('<w:p><w:pPr><w:pStyle w:val="TenLoai"/>', (title) => `${box}${title}`),
  );
  expect(differences.map(({ place, now }) => [place, now])).toEqual([
    ['dấu dự thảo', 'DỰ THẢO'],
    ['chỗ khác', 'Bản này chỉ để tham khảo'],
  ]);
});
