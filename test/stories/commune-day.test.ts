import { afterAll, beforeAll, expect, test } from 'vitest';
import { example, must, office, openTestApi, type Reply, someone, type TestApi, type Who } from '../api/test-api.ts';
import { readDocx } from '../support/docx-reader/read-docx.ts';

const OWN = 'phuong-binh-long';
const { drafter, signer, clerk } = office(OWN);
const admin = someone(OWN, 'admin');
const deputy: Who = { ...someone(OWN, 'signer'), staffId: 'pho-chu-tich' };
/** Looks at the form of every letter, before the signer sees it. */
const former: Who = { ...someone(OWN, 'checker'), staffId: 'kiem-the-thuc' };

let api: TestApi;
// biome-ignore lint/suspicious/noExplicitAny: an example as it is
let plan: any;

beforeAll(async () => {
  // A Monday.
  api = await openTestApi('2026-03-16T07:30:00+07:00');
  plan = await example('ke-hoach-phuong-2026');
  const { items } = (await must(api.send(admin, 'GET', '/profiles'), 200)).body;
  const { profile, validFrom, rev } = items.at(-1);
  const body = {
    ...profile,
    signers: [...profile.signers, { staffId: deputy.staffId, fullName: 'Lê Thị Phó', position: 'Phó Chủ tịch' }],
    series: [
      { name: 'chung', types: ['QuyetDinh', 'BaoCao', 'ThongBao'] },
      { name: 'ke-hoach', types: ['KeHoach'], given: 'recorded' },
      { name: 'cong-van', types: ['CongVan'] },
    ],
  };
  await must(api.send(admin, 'PUT', `/profiles/${validFrom}`, body, { 'if-match': `"r${rev}"` }), 200);
  const way = {
    ownDraftAllowed: false,
    steps: [{ types: ['CongVan'], steps: [{ step: 'form', by: { kind: 'person', staffId: former.staffId } }] }],
    absences: [{ staffId: signer.staffId, from: '2026-03-16', to: '2026-03-16', deputy: deputy.staffId }],
  };
  await must(api.send(admin, 'PUT', '/office', way, { 'if-none-match': '*' }), 200);
});
afterAll(() => api.close());

/** Document in the story: its path and ETag. */
interface At {
  readonly path: string;
  readonly etag: string;
}

const at = (docId: string, { etag }: Reply): At => ({ path: `/documents/${docId}`, etag });

async function act(who: Who, { path, etag }: At, name: string, body: object = {}, method = 'POST'): Promise<Reply> {
  return must(api.send(who, method, `${path}/${name}`, body, { 'if-match': etag }), 200);
}

function letter(subject: string, more: object = {}): object {
  return {
    schema: 'CongVan@1',
    organ: OWN,
    issuer: 'head',
    subject,
    draftingUnit: 'VHXH',
    addressees: ['Các khu phố'],
    body: [{ id: 'noi-dung', level: 'paragraph', text: 'Đề nghị các khu phố phối hợp thực hiện.' }],
    recipients: ['Đảng ủy phường'],
    signer: { authority: [{ position: 'Chủ tịch' }] },
    ...more,
  };
}

async function submitted(docId: string, data: object): Promise<At> {
  const draft = await must(api.send(drafter, 'POST', '/documents', { docId, data }), 201);
  return at(docId, await act(drafter, at(docId, draft), 'submit'));
}

/** Submitted, and past the check of its form. */
async function checked(docId: string, data: object): Promise<At> {
  return at(docId, await act(former, await submitted(docId, data), 'pass'));
}

async function issued(docId: string, data: object): Promise<At> {
  const approved = await act(signer, await checked(docId, data), 'approve');
  return at(docId, await act(clerk, at(docId, approved), 'issue', { signatureConfirmed: true, pages: 2 }));
}

async function registered(docId: string, typeCode: string, subject: string, more: object = {}): Promise<At> {
  const signerInfo = { position: 'Chủ tịch', fullName: 'Nguyễn Văn A' };
  const body = { docId, typeCode, subject, signerInfo, draftingUnit: 'VP', to: ['Đảng ủy phường', 'Lưu: VT'], ...more };
  return at(docId, await must(api.send(clerk, 'POST', '/registered', body), 201));
}

const RECIPIENTS = [
  { name: 'Đảng ủy phường', way: 'hand', copies: 1 },
  { name: 'Sở Nội vụ', way: 'post', copies: 1 },
];

test('a commune’s day: 14 documents of five types out of three series go out, and the book tells of each', async () => {
  // Eight that were drafted elsewhere: three decisions, three reports, two notices.
  const decision = await registered('quyet-dinh-1', 'QuyetDinh', 'kiện toàn Ban Chỉ đạo chuyển đổi số');
  await registered('quyet-dinh-2', 'QuyetDinh', 'khen thưởng đột xuất');
  await registered('quyet-dinh-3', 'QuyetDinh', 'thành lập Tổ công nghệ số cộng đồng');
  await registered('bao-cao-1', 'BaoCao', 'kết quả cải cách hành chính quý I');
  await registered('bao-cao-2', 'BaoCao', 'công tác tiếp công dân tháng 3');
  await registered('bao-cao-3', 'BaoCao', 'thu ngân sách tháng 3');
  const urgent = await registered('thong-bao-1', 'ThongBao', 'ứng phó mưa lớn', { urgency: 'HOẢ TỐC' });
  await registered('thong-bao-2', 'ThongBao', 'lịch tiếp công dân tháng 4');

  // Five letters of ours. The first comes back for its form, and goes its way again.
  const wrong = await submitted('cong-van-1', letter('Tổng vệ sinh môi trường'));
  expect((await api.send(signer, 'POST', `${wrong.path}/approve`, {}, { 'if-match': wrong.etag })).body.code).toBe(
    'steps-not-passed',
  );
  const returned = await act(former, wrong, 'return', { reason: 'Nơi nhận còn thiếu' });
  const mended = await must(
    api.send(
      drafter,
      'PUT',
      '/documents/cong-van-1',
      { data: letter('Tổng vệ sinh môi trường', { recipients: ['Đảng ủy phường', 'Mặt trận phường'] }) },
      { 'if-match': returned.etag },
    ),
    200,
  );
  const again = await act(drafter, at('cong-van-1', mended), 'submit');
  const form = await act(former, at('cong-van-1', again), 'pass');
  const approved = await act(signer, at('cong-van-1', form), 'approve');
  await act(clerk, at('cong-van-1', approved), 'issue', { signatureConfirmed: true, pages: 1 });

  // The chair is away: the deputy signs in their place.
  const waiting = await checked('cong-van-2', letter('Rà soát hộ nghèo'));
  const { proposal } = (await must(api.send(drafter, 'GET', `${waiting.path}/signer-proposal`), 200)).body;
  expect(proposal.away).toMatchObject({ from: '2026-03-16', to: '2026-03-16' });
  const moved = await act(drafter, waiting, 'signer', { signer: proposal.signer }, 'PUT');
  const forChair = await act(deputy, at('cong-van-2', moved), 'approve');
  const deputySigned = await act(clerk, at('cong-van-2', forChair), 'issue', { signatureConfirmed: true, pages: 1 });
  expect(deputySigned.body.document.signerInfo).toEqual({ position: 'Phó Chủ tịch', fullName: 'Lê Thị Phó' });

  // One number is voided before anything was sent; one letter goes to a part of its recipients.
  const mistaken = await issued('cong-van-3', letter('Mời họp (nhầm ngày)'));
  const asked = await act(clerk, mistaken, 'ask-void', { reason: 'Ghi nhầm ngày họp' });
  await act(signer, at('cong-van-3', asked), 'consent-void');
  const partly = await issued('cong-van-4', letter('Mời họp giao ban'));
  await act(clerk, partly, 'send', { recipients: RECIPIENTS.slice(0, 1) });
  await issued('cong-van-5', letter('Báo cáo nhanh tình hình dịch bệnh'));

  // The plan has its number from the province.
  const plans = await act(signer, await submitted('ke-hoach-1', plan), 'approve');
  const recorded = await act(clerk, at('ke-hoach-1', plans), 'record', { codeNumber: 241, issuedDate: '2026-03-16' });
  expect(recorded.body.document.symbol).toBe('241/KH-UBND');

  // What is urgent waits first; a decision and the urgent notice go out.
  const unsent = async () => (await must(api.send(clerk, 'GET', '/unsent'), 200)).body.items;
  expect((await unsent()).find((one: { readonly isOverdue: boolean }) => one.isOverdue).document.docId).toBe(
    'thong-bao-1',
  );
  await act(clerk, urgent, 'send', { recipients: RECIPIENTS });
  await act(clerk, decision, 'send', { recipients: RECIPIENTS });
  expect(await unsent()).toHaveLength(14 - 1 - 3);

  // The book, read back: every number in its place.
  const { bytes } = await must(api.send(clerk, 'GET', '/book?year=2026&format=docx'), 200);
  const tables = readDocx(bytes).sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? [block.rows] : [])),
  );
  const lines = tables
    .flat()
    .map(({ cells }) =>
      cells.map(({ blocks }) => blocks.map((block) => (block.kind === 'paragraph' ? block.text : '')).join(' ')),
    );
  const numbered = lines.filter(([symbol = '']) => /^\d+\//.test(symbol));
  expect(numbered.map(([symbol]) => symbol)).toEqual([
    ...['01/QĐ-UBND', '02/QĐ-UBND', '03/QĐ-UBND', '04/BC-UBND', '05/BC-UBND', '06/BC-UBND', '07/TB-UBND', '08/TB-UBND'],
    '241/KH-UBND',
    ...['01/UBND-VHXH', '02/UBND-VHXH', '03/UBND-VHXH', '04/UBND-VHXH', '05/UBND-VHXH'],
  ]);
  const noteOf = (symbol: string) => numbered.find(([one]) => one === symbol)?.at(-1);
  expect(noteOf('241/KH-UBND')).toBe('Số ghi lại');
  expect(noteOf('03/UBND-VHXH')).toContain('Ghi nhầm ngày họp');
  expect(noteOf('01/QĐ-UBND')).toBe('Soạn ngoài hệ thống, không kèm tệp');
  expect(numbered.find(([one]) => one === '04/UBND-VHXH')?.[7]).toBe('16/03/2026');
  expect(lines.flat().filter((text) => text.startsWith('VĂN THƯ'))).toHaveLength(3);

  expect((await must(api.send(clerk, 'GET', '/statistics?year=2026'), 200)).body).toMatchObject({
    byType: { 'Quyết định': 3, 'Báo cáo': 3, 'Thông báo': 2, 'Kế hoạch': 1 },
  });
  expect(await api.verify()).toEqual([]);
});
