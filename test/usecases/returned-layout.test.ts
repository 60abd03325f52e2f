import { expect, test } from 'vitest';
import type { Document } from '#document/document-types.ts';
import type { CongVan } from '#document/schemas/cong-van.schema.ts';
import type { KeHoach } from '#document/schemas/ke-hoach.schema.ts';
import { readOwnZip } from '#package/read-zip.ts';
import { toReturnedFileResponse } from '#present/responses/returned-file-response.ts';
import { renderDocument } from '#render/render.ts';
import { compareReturnedTask } from '#usecases/heavy/returned-task.ts';
import { examples } from '../format/examples.ts';
import { p, zipDocx } from '../read/support/make-docx.ts';

const ON = '2026-06-02';
const documentOf = (name: string) => examples.find((one) => one.name === name)?.document;
const plan = documentOf('ke-hoach-phuong-2026') as KeHoach;
const letter: CongVan = {
  ...(documentOf('cong-van-thanh-pho-2026') as CongVan),
  urgency: 'KHẨN',
  circulation: 'LƯU HÀNH NỘI BỘ',
  draftMark: 'DỰ THẢO',
  draftMonth: '2026-06',
};
const profiles = examples[0]?.profiles ?? [];

/** The file of a draft as it went out, all its parts changed by hand. */
async function edited(document: Document, change: (xml: string) => string): Promise<Uint8Array> {
  const profile = profiles.find((one) => one.organId === document.organ && (one.validTo ?? '9999') > ON);
  if (!profile) throw new Error('no profile');
  const [file] = await renderDocument({ document, profile, issuance: null, on: ON });
  const parts = readOwnZip(file?.bytes ?? new Uint8Array());
  return zipDocx(Object.fromEntries([...parts].map(([name, xml]) => [name, change(xml)])));
}

async function compare(data: Document, bytes: Uint8Array, taken: 'superior' | 'unit' = 'superior', ids: string[] = []) {
  const decisions = new Map(ids.map((id) => [id, taken]));
  const input = { bytes, data, organ: data.organ, profiles, on: ON, decisions } as const;
  const found = await compareReturnedTask(input, renderDocument);
  const { changes, untaken } = toReturnedFileResponse(found);
  return { changes, untaken, data: found.data, seen: changes.filter(({ file }) => file !== 'unchanged') };
}

/** Replaces text that stands in the file. */
async function typedOver(document: Document, from: string, to: string): Promise<Uint8Array> {
  let count = 0;
  const bytes = await edited(document, (xml) => {
    count += xml.split(from).length - 1;
    return xml.replace(from, to);
  });
  expect(count, from).toBeGreaterThan(0);
  return bytes;
}

/** A text of a file with a word in it. */
const WORDED = /<w:t(?: [^>]*)?>[^<]*\p{L}[^<]*<\/w:t>/gu;

const SIGNER = { authority: [{ position: 'Chủ tịch' }] };
const HEADED = plan.appendices?.[0];

/** Edits of one field each: what is typed over, the change that tells it, and the draft that takes it. */
const taken: readonly [string, Document, string, string, Partial<Record<'was' | 'now', unknown>>, Document][] = [
  [
    'addressees',
    letter,
    'Thành đoàn Đồng Nai',
    'Đoàn Thanh niên thành phố',
    {},
    { ...letter, addressees: ['Đoàn Thanh niên thành phố', ...letter.addressees.slice(1)] },
  ],
  [
    'addressees',
    letter,
    'Thành đoàn Đồng Nai',
    '',
    { now: letter.addressees.slice(1) },
    { ...letter, addressees: letter.addressees.slice(1) },
  ],
  [
    'recipients',
    plan,
    '- Sở Nội vụ tỉnh Đồng Nai;',
    '- Công an tỉnh;',
    { was: plan.recipients },
    { ...plan, recipients: ['Công an tỉnh', ...plan.recipients.slice(1)] },
  ],
  [
    'signer',
    plan,
    'Nguyễn Văn A',
    'Trần Thị B',
    { was: ['CHỦ TỊCH', 'Nguyễn Văn A'], now: ['CHỦ TỊCH', 'Trần Thị B'] },
    { ...plan, signer: { ...SIGNER, fullName: 'Trần Thị B' } },
  ],
  [
    'signer',
    letter,
    '>KT. CHỦ TỊCH<',
    '>TL. CHỦ TỊCH<',
    {},
    { ...letter, signer: { authority: [{ prefix: 'TL.', position: 'Chủ tịch' }, { position: 'Phó Chủ tịch' }] } },
  ],
  [
    'signer',
    plan,
    '>CHỦ TỊCH<',
    '>PHÓ CHỦ TỊCH<',
    { now: ['PHÓ CHỦ TỊCH', 'Nguyễn Văn A'] },
    { ...plan, signer: { authority: [{ position: 'Phó Chủ tịch' }], fullName: 'Nguyễn Văn A' } },
  ],
  [
    'archive',
    plan,
    '- Lưu: VT.',
    '- Lưu: VT, HCC. PL.(300)',
    { was: 'Lưu: VT.', now: 'Lưu: VT, HCC. PL.(300)' },
    { ...plan, draftingUnit: 'HCC', archive: { drafterMark: 'PL', issuedAmount: 300 } },
  ],
  ['urgency', letter, '>KHẨN<', '>HỎA TỐC<', { was: 'KHẨN', now: 'HỎA TỐC' }, { ...letter, urgency: 'HỎA TỐC' }],
  ['urgency', letter, '>KHẨN<', '><', { was: 'KHẨN', now: null }, without(letter, 'urgency')],
  ['circulation', letter, 'LƯU HÀNH NỘI BỘ', 'XEM XONG TRẢ LẠI', {}, { ...letter, circulation: 'XEM XONG TRẢ LẠI' }],
  ['draftMark', letter, 'DỰ THẢO', 'DỰ THẢO LẦN 2', {}, { ...letter, draftMark: 'DỰ THẢO LẦN 2' }],
  [
    'draftMonth',
    letter,
    'tháng 6 năm',
    'tháng 7 năm',
    { now: 'tháng 7 năm 2026' },
    { ...letter, draftMonth: '2026-07' },
  ],
  [
    'subject',
    letter,
    'tăng cường công tác',
    'đẩy mạnh công tác',
    {},
    { ...letter, subject: letter.subject.replace('tăng cường', 'đẩy mạnh') },
  ],
  [
    HEADED?.id ?? '',
    plan,
    'TRỌNG TÂM NĂM 2026',
    'TRỌNG TÂM NĂM 2027',
    {},
    { ...plan, appendices: [{ ...HEADED, title: HEADED?.title?.replace('NĂM 2026', 'NĂM 2027') }] } as KeHoach,
  ],
];

function without<T extends Document>(document: T, field: 'urgency'): T {
  const { [field]: _, ...rest } = document;
  return rest as T;
}

test.each(taken)(
  '%s: typed over without tracking is told and taken, or left',
  async (id, draft, from, to, says, after) => {
    const bytes = await typedOver(draft, from, to);
    const file = await compare(draft, bytes);
    expect(file.seen.map((change) => change.id)).toEqual([id]);
    expect(file.seen[0]).toMatchObject({ draft: 'unchanged', outcome: 'file', isUnseen: false, ...says });
    expect(file.data).toMatchObject(
      after.appendices ? { ...after, appendices: [{ title: after.appendices[0]?.title }] } : after,
    );
    if (after.urgency === undefined) expect(file.data).not.toHaveProperty('urgency');
    const left = await compare(draft, bytes, 'unit', [id]);
    expect(left.data).toEqual(draft);
  },
);

/** Edits of what the draft has no field for: the element, the draft's line and the file's. */
const told: readonly [string, Document, string, string, string[], string[]][] = [
  ['Tên cơ quan', plan, '>PHƯỜNG BÌNH LONG<', '>PHƯỜNG AN LỘC<', ['PHƯỜNG BÌNH LONG'], ['PHƯỜNG AN LỘC']],
  ['Số, ký hiệu', plan, 'Số:         /KH-UBND', 'Số: 41/KH-UBND', ['Số: /KH-UBND'], ['Số: 41/KH-UBND']],
  ['Số, ký hiệu', letter, '/UBND-HCC', '/UBND-NC', ['Số: /UBND-HCC'], ['Số: /UBND-NC']],
  [
    'Địa danh, ngày tháng',
    plan,
    'Bình Long, ngày',
    'An Lộc, ngày',
    ['Bình Long, ngày tháng năm 2026'],
    ['An Lộc, ngày tháng năm 2026'],
  ],
  [
    'Địa danh, ngày tháng',
    plan,
    'ngày      tháng      năm 2026',
    'ngày 12 tháng 6 năm 2026',
    ['Bình Long, ngày tháng năm 2026'],
    ['Bình Long, ngày 12 tháng 6 năm 2026'],
  ],
  ['Tên loại', plan, '>KẾ HOẠCH<', '>CHƯƠNG TRÌNH<', ['KẾ HOẠCH'], ['CHƯƠNG TRÌNH']],
  ['Quyền hạn ký (TM.)', plan, 'TM. ỦY BAN NHÂN DÂN', '', ['TM. ỦY BAN NHÂN DÂN'], []],
  [
    'Dòng Kèm theo',
    plan,
    'của UBND phường Bình Long)',
    'của UBND phường An Lộc)',
    [expect.stringContaining('Bình Long)')] as string[],
    [expect.stringContaining('An Lộc)')] as string[],
  ],
];

test.each(told)('%s: has no field in the draft, and is told line by line', async (place, draft, from, to, was, now) => {
  const file = await compare(draft, await typedOver(draft, from, to));
  expect(file.seen).toEqual([]);
  expect(file.untaken).toEqual([{ place, was, now }]);
  expect(file.data).toEqual(draft);
});

test('a number and a day that were typed in are told, and the draft keeps its mark', async () => {
  const bytes = await edited(letter, (xml) =>
    xml.replace('Số:         /UBND-HCC', 'Số: 41/UBND-HCC').replace('ngày      tháng 6', 'ngày 02 tháng 6'),
  );
  const file = await compare(letter, bytes);
  expect(file.seen).toEqual([]);
  expect(file.untaken.map(({ place, now }) => [place, now])).toEqual([
    ['Số, ký hiệu', ['Số: 41/UBND-HCC']],
    ['Địa danh, ngày tháng', ['Đồng Nai, ngày 02 tháng 6 năm 2026']],
  ]);
});

test('a number that was typed in is told though a paragraph that changed names it too', async () => {
  const bytes = await edited(plan, (xml) =>
    xml
      .replace('Số:         /KH-UBND', 'Số: 41/KH-UBND')
      .replace('phù hợp với từng nhóm đối tượng', 'theo Kế hoạch số: 41/KH-UBND của phường'),
  );
  const { seen, untaken } = await compare(plan, bytes);
  expect(seen).toHaveLength(1);
  expect(untaken).toEqual([{ place: 'Số, ký hiệu', was: ['Số: /KH-UBND'], now: ['Số: 41/KH-UBND'] }]);
});

test('a file that nobody changed says nothing, whatever a draft still lacks', async () => {
  for (const { document } of examples) {
    const file = await compare(document, await edited(document, (xml) => xml));
    expect([file.changes, file.untaken]).toEqual([[], []]);
    expect(file.data).toEqual(document);
  }
  const { subject: _, signer: __, ...unfinished } = plan;
  const bare = unfinished as KeHoach;
  const bytes = await edited(plan, (xml) => xml);
  expect((await compare(bare, bytes, 'unit', ['subject', 'signer'])).data).toEqual(bare);
});

test('a line in capitals under the head, which names no type, is told as it stands', async () => {
  const { untaken } = await compare(plan, await typedOver(plan, '>KẾ HOẠCH<', '>KẾ HOẠHC<'));
  expect(untaken).toContainEqual({ place: 'Chỗ khác', was: [], now: ['KẾ HOẠHC'] });
});

test('a paragraph that the draft has beside a branch, and a file below it, is changed once', async () => {
  const from = 'phân công nhiệm vụ tuyên truyền trọng tâm năm 2026)';
  const file = await compare(plan, await typedOver(plan, from, from.replace('trọng tâm ', '')));
  expect(file.seen).toMatchObject([{ id: 'kem-phu-luc', draft: 'unchanged', outcome: 'file' }]);
  expect(JSON.stringify(file.data).split('kem-phu-luc')).toHaveLength(2);
  expect(JSON.stringify(file.data)).toContain('nhiệm vụ tuyên truyền năm 2026)');
});

test('letters, marks and signs of a text that were put right are told', async () => {
  const wrong = JSON.parse(
    JSON.stringify(plan).replace('trách nhiệm của cán bộ quản lý', 'trách nhiêm của cán bộ quản lý'),
  ) as KeHoach;
  const file = await compare(wrong, await typedOver(wrong, 'trách nhiêm của', 'trách nhiệm của'));
  expect(file.seen).toHaveLength(1);
  expect(JSON.stringify(file.data)).toContain('trách nhiệm của cán bộ quản lý');
});

test('the head of a table that was typed over is taken, in the draft’s own columns', async () => {
  const file = await compare(plan, await typedOver(plan, 'Sản phẩm', 'Kết quả phải đạt'));
  expect(file.seen).toHaveLength(1);
  expect(file.untaken).toEqual([]);
  const [own] = plan.appendices ?? [];
  expect(file.data).toMatchObject({
    appendices: JSON.parse(JSON.stringify([{ body: own?.body }]).replace('Sản phẩm', 'Kết quả phải đạt')),
  });
});

test('lines that stand nowhere in the draft are told: under the signature, in a header, in a note', async () => {
  const bytes = await edited(plan, (xml) =>
    xml.replace(/(<w:tbl>(?:(?!<w:tbl>).)*Nơi nhận(?:(?!<w:tbl>).)*<\/w:tbl>)/su, `$1${p('Liên hệ: 0271 3666 777')}`),
  );
  const file = await compare(plan, bytes);
  expect(file.untaken).toEqual([{ place: 'Chỗ khác', was: [], now: ['Liên hệ: 0271 3666 777'] }]);
});

const AUTHOR = 'w:id="9" w:author="Trần Văn B" w:date="2026-03-15T10:00:00Z"';
const tracked = (xml: string) =>
  xml.replace(
    '</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="KeNgang"/><w:ind w:left="3620"',
    `</w:t></w:r><w:ins ${AUTHOR}><w:r><w:t xml:space="preserve"> và năm sau</w:t></w:r></w:ins></w:p><w:p><w:pPr><w:pStyle w:val="KeNgang"/><w:ind w:left="3620"`,
  );

test('beside tracked changes, what was typed over without tracking is told and may be taken', async () => {
  const bytes = await edited(plan, (xml) =>
    tracked(xml).replace('Nguyễn Văn A', 'Trần Thị B').replace('- Sở Nội vụ tỉnh Đồng Nai;', '- Công an tỉnh;'),
  );
  const file = await compare(plan, bytes);
  expect(file.seen).toMatchObject([{ id: 'subject', outcome: 'file' }]);
  const unseen = file.changes.filter(({ isUnseen }) => isUnseen);
  expect(unseen).toMatchObject([
    { id: 'signer', now: ['CHỦ TỊCH', 'Trần Thị B'], own: ['CHỦ TỊCH', 'Nguyễn Văn A'], outcome: 'draft' },
    { id: 'recipients', outcome: 'draft' },
  ]);
  // No hand is seen: the draft's stands until a person takes the file's.
  expect(file.data).toMatchObject({ signer: plan.signer, recipients: plan.recipients });
  const takes = await compare(plan, bytes, 'superior', ['signer', 'recipients']);
  expect(takes.data).toMatchObject({
    signer: { fullName: 'Trần Thị B' },
    recipients: ['Công an tỉnh', ...plan.recipients.slice(1)],
  });
});

test('beside tracked changes, a paragraph that was typed over without tracking is told too', async () => {
  const bytes = await edited(plan, (xml) =>
    tracked(xml).replace('phù hợp với từng nhóm đối tượng', 'sát với từng nhóm đối tượng'),
  );
  const file = await compare(plan, bytes);
  const shown = JSON.stringify([file.changes.filter(({ isUnseen }) => isUnseen), file.untaken]);
  expect(shown).toContain('sát với từng nhóm đối tượng');
});

/** One text in so many is typed over. */
const EACH = 9;

test('whatever text of a file is typed over, the comparison says the new words', async () => {
  for (const { document } of examples) {
    let texts = 0;
    await edited(document, (xml) => {
      texts += xml.split(WORDED).length - 1;
      return xml;
    });
    for (let wanted = 0; wanted < texts; wanted += EACH) {
      let at = 0;
      const bytes = await edited(document, (xml) =>
        xml.replace(WORDED, (whole) => (at++ === wanted ? whole.replace(/\p{L}+(?=\P{L}*<\/w:t>)/u, 'quaxyz') : whole)),
      );
      const { seen, untaken } = await compare(document, bytes);
      expect(JSON.stringify([seen.map(({ now }) => now), untaken]), `text ${wanted}`).toMatch(/quaxyz/iu);
    }
  }
});
