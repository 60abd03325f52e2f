import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDocx } from '../../support/docx-reader/read-docx.ts';
import { keepPictures } from '../../support/keep-pictures.ts';
import { convertToPdf, pageCount, validateOoxml } from '../../support/office.ts';
import { example, must, office, openTestApi, type Reply, someone, type TestApi, type Who } from '../test-api.ts';

const OWN = 'phuong-binh-long';
const { drafter, signer } = office(OWN);
const admin = someone(OWN, 'admin');
const head: Who = { organ: OWN, staffId: 'truong-don-vi', roles: ['checker'] };
const deputy: Who = { organ: OWN, staffId: 'pho-don-vi', roles: ['checker'] };
const former: Who = { organ: OWN, staffId: 'nguoi-kiem-the-thuc', roles: ['checker'] };
const NAMES = { [head.staffId]: 'Lê Văn Trưởng', [deputy.staffId]: 'Trần Thị Phó', [former.staffId]: 'Đỗ Thể Thức' };
let api: TestApi;
// biome-ignore lint/suspicious/noExplicitAny: an example as it is
let data: any;

beforeAll(async () => {
  api = await openTestApi('2026-03-16T09:00:00+07:00');
  data = { ...(await example('ke-hoach-phuong-2026')), draftingUnit: 'VHXH' };
  const { items } = (await must(api.send(admin, 'GET', '/profiles'), 200)).body;
  const profile = { ...items[0].profile, units: [{ abbreviation: 'VHXH', name: 'Phòng Văn hóa - Xã hội' }] };
  await must(api.send(admin, 'PUT', '/profiles/2025-07-01', profile, { 'if-match': `"r${items[0].rev}"` }), 200);
  const way = {
    ownDraftAllowed: false,
    steps: [
      {
        steps: [
          { step: 'content', by: { kind: 'unit-head' } },
          { step: 'form', by: { kind: 'person', staffId: former.staffId } },
        ],
      },
    ],
    unitHeads: [{ unit: 'VHXH', staffId: head.staffId, deputy: deputy.staffId }],
  };
  await must(api.send(admin, 'PUT', '/office', way, { 'if-none-match': '*' }), 200);
  const people = [...Object.entries(NAMES), [drafter.staffId, 'Phạm Người Soạn']] as const;
  for (const [staffId, name] of people) {
    const body = { username: staffId, name, roles: ['checker'], active: true };
    await must(api.send(admin, 'PUT', `/members/${staffId}`, body, { 'if-none-match': '*' }), 200);
  }
});
afterAll(() => api.close());

const post = (docId: string, act: string, etag: string, who: Who, body: object = {}): Promise<Reply> =>
  must(api.send(who, 'POST', `/documents/${docId}/${act}`, body, { 'if-match': etag }), 200);

async function submitted(docId: string, more: object = {}): Promise<Reply> {
  const body = { docId, data: { ...data, ...more } };
  const draft = await must(api.send(drafter, 'POST', '/documents', body), 201);
  return post(docId, 'submit', draft.etag, drafter);
}

async function slipOf(
  docId: string,
): Promise<{ readonly bytes: Uint8Array; readonly rows: readonly string[][]; readonly text: readonly string[] }> {
  const { bytes } = await must(api.send(drafter, 'GET', `/documents/${docId}/slip`), 200);
  const blocks = readDocx(bytes).sections.flatMap((section) => section.blocks);
  const cellsOf = (block: (typeof blocks)[number]): string[][] =>
    block.kind === 'table'
      ? block.rows.map(({ cells }) =>
          cells.map((cell) =>
            cell.blocks
              .map((one) => (one.kind === 'paragraph' ? one.text : ''))
              .join(' ')
              .trim(),
          ),
        )
      : [];
  return {
    bytes,
    rows: blocks.flatMap(cellsOf),
    text: blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])),
  };
}

test('is refused of what was never submitted', async () => {
  await must(api.send(drafter, 'POST', '/documents', { docId: 'only-a-draft', data }), 201);
  expect((await api.send(drafter, 'GET', '/documents/only-a-draft/slip')).body.code).toBe('never-submitted');
});

test('names who passed each step when on which text, and marks what was said of an earlier one', async () => {
  const first = await submitted('on-its-way');
  api.calendar.moveTo('2026-03-16T10:05:00+07:00');
  const second = await post('on-its-way', 'pass', first.etag, deputy);
  const body = { data: { ...data, subject: `${data.subject} (đã sửa)` } };
  const edited = await must(
    api.send(former, 'PUT', '/documents/on-its-way/submitted', body, { 'if-match': second.etag }),
    200,
  );
  const third = await post('on-its-way', 'pass', edited.etag, former);
  await post('on-its-way', 'approve', third.etag, signer);

  const { bytes, rows, text } = await slipOf('on-its-way');
  expect(text).toContain('PHIẾU TRÌNH');
  const fields = new Map(rows.map(([name = '', value = '']) => [name, value]));
  expect(fields.get('Trích yếu:')).toBe(`${data.subject} (đã sửa)`);
  expect(fields.get('Người soạn:')).toBe('Phạm Người Soạn');
  expect(fields.get('Đơn vị soạn thảo:')).toBe('Phòng Văn hóa - Xã hội');
  const hash = (fields.get('Bản trình ký:') ?? '').replace('Bản 2, mã SHA-256: ', '').replaceAll(' ', '');
  expect(hash).toBe(edited.body.contentHash);
  const way = rows.filter(({ length }) => length === 5).slice(1);
  expect(way.map(([, ...cells]) => cells)).toEqual([
    ['Soạn thảo', 'Phạm Người Soạn', 'Trình', 'Bản 1'],
    ['Kiểm tra nội dung', 'Trần Thị Phó (thay Lê Văn Trưởng)', 'Đồng ý, chuyển tiếp', 'Bản 1 (*)'],
    ['Kiểm tra thể thức', 'Đỗ Thể Thức', 'Sửa văn bản trình', 'Bản 2'],
    ['Kiểm tra thể thức', 'Đỗ Thể Thức', 'Đồng ý, chuyển tiếp', 'Bản 2'],
    ['Ký', expect.any(String), 'Duyệt để ký', 'Bản 2'],
  ]);
  expect(way[1]?.[0]).toBe('10:05 ngày 16/03/2026');
  expect(text.find((line) => line.startsWith('(*)'))).toBeDefined();
  expect((await slipOf('on-its-way')).bytes).toEqual(bytes);
  expect(await validateOoxml(new Map([['slip', bytes]]))).toEqual([{ name: 'slip', findings: [] }]);
  const pdf = (await convertToPdf(new Map([['slip', bytes]]))).get('slip')!;
  await keepPictures('slip', pdf);
  expect(await pageCount(pdf)).toBe(1);
}, 120_000);

test('names a person of another organ who works here as a guest', async () => {
  const guest: Who = { organ: 'dong-nai', staffId: 'khach-moi', roles: ['checker'] };
  const about = { staffId: guest.staffId, username: guest.staffId, name: 'Vũ Thị Khách', roles: ['checker' as const] };
  const by = { active: true, rev: null, actor: 'nguoi-van-hanh', at: new Date() };
  await api.members.put({ organ: guest.organ, ...about, ...by });
  const invitation = { home: guest.organ, roles: ['checker'], active: true };
  await must(api.send(admin, 'PUT', `/guests/${guest.staffId}`, invitation, { 'if-none-match': '*' }), 200);
  await must(api.send(guest, 'POST', `/memberships/${OWN}/accept`), 200);
  const first = await submitted('van-ban-co-khach');
  const handed = await post('van-ban-co-khach', 'hand-over', first.etag, head, { to: guest.staffId });
  const path = `/o/${OWN}/documents/van-ban-co-khach/pass`;
  await must(api.send(guest, 'POST', path, undefined, { 'if-match': handed.etag }), 200);
  const { rows } = await slipOf('van-ban-co-khach');
  expect(rows.flat()).toContain('Vũ Thị Khách');
  expect(rows.flat().join(' ')).not.toContain('thay');
  expect(rows.flat().join(' ')).not.toContain(guest.staffId);
});

test('stays on one page, however long the way was, and begins anew with the next submission', async () => {
  const subject = 'Tuyên truyền, phổ biến về cải cách hành chính, chuyển đổi số và dịch vụ công trực tuyến '
    .repeat(5)
    .trim();
  let reply = await submitted('long-way', { subject });
  const reason =
    'Căn cứ pháp lý tại khoản 2 còn thiếu, đề nghị bổ sung và rà soát lại số liệu của các khu phố trước khi trình ký.';
  for (let i = 0; i < 12; i++) {
    reply = await post('long-way', 'pass', reply.etag, head);
    reply = await post('long-way', 'step-back', reply.etag, former, { reason: `${i} ${reason}` });
  }
  const { bytes, rows, text } = await slipOf('long-way');
  const way = rows.filter(({ length }) => length === 5).slice(1);
  expect(way[0]?.[3]).toBe('Trình');
  expect(way.at(-1)?.[3]).toContain('Trả lại bước trước: 11 Căn cứ');
  const left = 2 * 12 + 1 - way.length;
  expect(text.find((line) => line.startsWith(`${left} lượt`))).toBeDefined();
  const pdf = (await convertToPdf(new Map([['long', bytes]]))).get('long')!;
  await keepPictures('slip-long', pdf);
  expect(await pageCount(pdf)).toBe(1);

  const returned = await post('long-way', 'return', reply.etag, head, { reason: 'Soạn lại' });
  expect((await slipOf('long-way')).rows.at(-2)?.[3]).toContain('Trả lại người soạn: Soạn lại');
  await post('long-way', 'submit', returned.etag, drafter);
  expect((await slipOf('long-way')).rows.filter(({ length }) => length === 5)).toHaveLength(2);
}, 120_000);
