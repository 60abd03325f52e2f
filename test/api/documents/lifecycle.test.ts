import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyChain } from '#register/documents/audit-chain.ts';
import { MAX_PDF_BYTES } from '#usecases/uploads/pdf.ts';
import { smallPdf } from '../../support/pdf.ts';
import {
  approve,
  example,
  issue,
  must,
  office,
  openTestApi,
  type Reply,
  sendOut,
  someone,
  type TestApi,
} from '../test-api.ts';

const OWN = 'phuong-binh-long';
const { drafter, signer, clerk } = office(OWN);
const REASON = { reason: 'Ban hành nhầm thẩm quyền' };
let api: TestApi;
// biome-ignore lint/suspicious/noExplicitAny: an example as it is
let data: any;
let cannotRender = false;

beforeAll(async () => {
  api = await openTestApi('2026-03-16T09:00:00+07:00', (deps) => ({
    ...deps,
    render: async (request) => {
      if (cannotRender && request.issuance && request.issuance.number !== 1) throw new Error('no layout');
      return deps.render(request);
    },
  }));
  data = await example('ke-hoach-phuong-2026');
});
afterAll(() => api.close());

async function issued(docId: string): Promise<Reply & { readonly path: string }> {
  const one = await approve(api, data, docId);
  return { ...(await must(issue(api, clerk, one), 200)), path: one.path };
}

const post = (path: string, act: string, etag: string, body: object, who = clerk) =>
  api.send(who, 'POST', `${path}/${act}`, body, { 'if-match': etag });

async function putPdf(path: string, etag: string, bytes: Uint8Array, type = 'application/pdf'): Promise<Reply> {
  const headers = { authorization: `Bearer ${await api.tokenOf(clerk)}`, 'content-type': type, 'if-match': etag };
  return api.raw(`${path}/signed`, { method: 'PUT', headers, body: Buffer.from(bytes) });
}

async function chainOf(docId: string) {
  const events = await api.deps.register.listEvents(OWN, docId);
  const { chain } = await api.deps.register.getDocument(OWN, docId);
  expect(verifyChain(events, chain)).toMatchObject({ intact: true });
  return events.map(({ act, state }) => `${act}>${state}`);
}

describe('a withdrawn document', () => {
  test('is frozen with its reason, is found with its state, and is still read', async () => {
    const { path, body, ...given } = await issued('to-be-withdrawn');
    const { etag } = await sendOut(api, clerk, { path, etag: given.etag });
    const withdrawn = await must(post(path, 'withdraw', etag, REASON), 200);
    expect(withdrawn.body).toMatchObject({ state: 'withdrawn', stateName: 'đã thu hồi', endReason: REASON.reason });
    const { symbol } = body.document;
    const { found } = (await must(api.send(someone('dong-nai', 'reader'), 'GET', `/find?number=${symbol}`), 200)).body;
    expect(found[0].document).toMatchObject({ state: 'withdrawn', endReason: REASON.reason });
    expect((await api.send(clerk, 'GET', body.files[0].href)).status).toBe(200);
    const again = await must(post(path, 'withdraw', withdrawn.etag, REASON), 409);
    expect(again.body.detail).toBe(
      'Văn bản đang ở trạng thái “đã thu hồi” nên không thể thu hồi; ở trạng thái này bạn chỉ có thể ghi nhận nơi nhận đã nhận hoặc ghi nơi để bản gốc giấy hoặc đổi phạm vi người xem.',
    );
    expect((await putPdf(path, withdrawn.etag, smallPdf())).status).toBe(409);
    expect(await chainOf('to-be-withdrawn')).toEqual([
      'create>draft',
      'submit>submitted',
      'approve>approved',
      'number>numbered',
      'complete>issued',
      'send>issued',
      'withdraw>withdrawn',
    ]);
  });

  test('was seen before: an ETag of yesterday is refused', async () => {
    const { path, etag } = await issued('seen-too-early');
    await must(putPdf(path, etag, smallPdf()), 200);
    expect((await post(path, 'withdraw', etag, REASON)).status).toBe(412);
  });
});

describe('a document that replaces another', () => {
  async function replacing(docId: string, old: string) {
    const path = `/documents/${docId}`;
    const draft = await must(api.send(drafter, 'POST', '/documents', { docId, data }), 201);
    const submitted = await must(post(path, 'submit', draft.etag, { replaces: [old] }, drafter), 200);
    const approved = await must(post(path, 'approve', submitted.etag, {}, signer), 200);
    return { path, etag: approved.etag };
  }

  test('ends it in the moment it is issued itself', async () => {
    await issued('the-old-one');
    const one = await replacing('the-new-one', 'the-old-one');
    expect(await api.deps.register.getDocument(OWN, 'the-old-one')).toMatchObject({ state: 'issued' });
    const { body } = await must(issue(api, clerk, one), 200);
    const old = await api.deps.register.getDocument(OWN, 'the-old-one');
    const { symbol } = body.document;
    expect(old).toMatchObject({ state: 'replaced', replacedBy: { docId: 'the-new-one', symbol } });
    expect(body.document).toMatchObject({ state: 'issued', replaces: ['the-old-one'] });
    expect((await chainOf('the-old-one')).at(-1)).toBe('replace>replaced');
    expect((await chainOf('the-new-one')).at(-1)).toBe('complete>issued');
  });

  test('is issued all the same when the old one is withdrawn between number and file', async () => {
    await issued('withdrawn-meanwhile');
    const one = await replacing('late-replacement', 'withdrawn-meanwhile');
    cannotRender = true;
    expect((await issue(api, clerk, one)).status).toBe(500);
    cannotRender = false;
    const { etag } = await api.send(clerk, 'GET', '/documents/withdrawn-meanwhile');
    await must(post('/documents/withdrawn-meanwhile', 'withdraw', etag, REASON), 200);
    expect((await must(issue(api, clerk, one), 200)).body.document.state).toBe('issued');
    expect(await api.deps.register.getDocument(OWN, 'withdrawn-meanwhile')).toMatchObject({ state: 'withdrawn' });
  });

  test('is refused for what is not issued, not there, or itself', async () => {
    const draft = await must(api.send(drafter, 'POST', '/documents', { docId: 'bad-replacement', data }), 201);
    for (const old of ['bad-replacement', 'to-be-withdrawn', 'no-such-document']) {
      const refused = await must(
        post('/documents/bad-replacement', 'submit', draft.etag, { replaces: [old] }, drafter),
        409,
      );
      expect(refused.body.code, old).toBe('cannot-replace');
    }
  });

  test('spends no number when the old one has ended before', async () => {
    const { path, etag } = await issued('ended-before');
    const one = await replacing('too-late', 'ended-before');
    await must(post(path, 'withdraw', etag, REASON), 200);
    const before = await api.deps.register.getSeries(OWN, 2026, 'ke-hoach');
    expect((await must(issue(api, clerk, one), 409)).body.code).toBe('cannot-replace');
    expect(await api.deps.register.getSeries(OWN, 2026, 'ke-hoach')).toEqual(before);
  });
});

describe('a voided number', () => {
  test('stays taken, is told with its reason to its own organ alone, and its data begins a new draft', async () => {
    const one = await approve(api, data, 'cannot-be-made');
    cannotRender = true;
    expect((await issue(api, clerk, one)).status).toBe(500);
    const numbered = await api.send(clerk, 'GET', one.path);
    expect(numbered.body.document.state).toBe('numbered');
    const voided = await must(post(one.path, 'void', numbered.etag, { reason: 'Không tạo được tệp' }), 200);
    cannotRender = false;
    expect(voided.body).toMatchObject({ state: 'voided', stateName: 'số đã hủy', endReason: 'Không tạo được tệp' });
    expect(await api.deps.register.listDue(new Date('9999-01-01'))).toEqual([]);
    const { symbol } = numbered.body.document;
    const own = await must(api.send(clerk, 'GET', `/find?number=${symbol}`), 200);
    expect(own.body.found[0].document).toMatchObject({ state: 'voided' });
    const others = await must(api.send(someone('dong-nai', 'clerk'), 'GET', `/find?number=${symbol}`), 200);
    expect(others.body.found).toEqual([]);
    expect((await issue(api, clerk, { ...one, etag: voided.etag })).body.document.state).toBe('voided');

    const copied = await must(api.send(drafter, 'POST', `${one.path}/copy`, { docId: 'begun-anew' }), 201);
    expect(copied.body.document).toMatchObject({ docId: 'begun-anew', state: 'draft', copiedFrom: 'cannot-be-made' });
    const next = await issued('after-the-void');
    expect(next.body.document.codeNumber).toBe(numbered.body.document.codeNumber + 1);
    expect((await chainOf('cannot-be-made')).at(-1)).toBe('void>voided');
  });

  test('is not voided when its file can be made after all: it is issued', async () => {
    const one = await approve(api, data, 'made-after-all');
    cannotRender = true;
    expect((await issue(api, clerk, one)).status).toBe(500);
    cannotRender = false;
    const { etag } = await api.send(clerk, 'GET', one.path);
    expect((await must(post(one.path, 'void', etag, REASON), 409)).body.code).toBe('number-usable');
    expect(await api.deps.register.getDocument(OWN, 'made-after-all')).toMatchObject({ state: 'issued' });
  });
});

describe('a correction', () => {
  test('is a link that both documents show, and no state', async () => {
    api.calendar.moveTo('2026-06-01T09:00:00+07:00');
    const city = office('dong-nai');
    const letter = await example('cong-van-thanh-pho-2026');
    const make = async (docId: string) => {
      const one = await approve(api, letter, docId);
      return { ...(await must(issue(api, city.clerk, one), 200)), path: one.path };
    };
    const [wrong, right] = [await make('wrong-layout'), await make('the-correction')];
    const corrected = await must(post(wrong.path, 'correct', wrong.etag, { by: 'the-correction' }, city.clerk), 200);
    expect(corrected.body).toMatchObject({
      state: 'issued',
      correctedBy: [{ docId: 'the-correction', symbol: right.body.document.symbol }],
    });
    const other = await must(api.send(city.clerk, 'GET', right.path), 200);
    expect(other.body.document.corrects).toEqual(['wrong-layout']);
    const refused = await must(post(right.path, 'correct', right.etag, { by: 'the-correction' }, city.clerk), 409);
    expect(refused.body.code).toBe('not-a-correction');
  });

  test('is a công văn, not a plan', async () => {
    const [one, other] = [await issued('wrong-plan'), await issued('another-plan')];
    expect(other.status).toBe(200);
    expect((await post(one.path, 'correct', one.etag, { by: 'another-plan' })).body.code).toBe('not-a-correction');
  });
});

describe('the signed file', () => {
  test('is added once, kept like the others, and read by whoever may read the document', async () => {
    const { path, ...given } = await issued('to-be-signed');
    const { etag } = await sendOut(api, clerk, { path, etag: given.etag });
    const added = await must(putPdf(path, etag, smallPdf('first')), 200);
    const file = added.body.files.find(({ role }: { readonly role: string }) => role === 'signed');
    expect(file).toMatchObject({
      contentType: 'application/pdf',
      fileName: expect.stringMatching(/-KH-UBND-ky\.pdf$/),
    });
    const read = await must(api.send(someone('dong-nai', 'reader'), 'GET', file.href), 200);
    expect(Buffer.from(read.bytes)).toEqual(Buffer.from(smallPdf('first')));
    expect(read.headers.get('content-type')).toBe('application/pdf');
    const again = await must(putPdf(path, added.etag, smallPdf('second')), 409);
    expect(again.body.code).toBe('signed-already');
    expect((await chainOf('to-be-signed')).at(-1)).toBe('add-signed>issued');
  });

  test('is taken up where a crash left it between store and row', async () => {
    const { path, etag, body } = await issued('signed-and-crashed');
    const { contentHash, codeNumber, issuedDate } = body.document;
    await api.deps.store.put(`issued/${OWN}/signed-and-crashed/signed-1`, smallPdf('before the crash'), {
      contentType: 'application/pdf',
      metadata: {
        'doc-id': 'signed-and-crashed',
        'content-hash': contentHash,
        'code-number': String(codeNumber),
        'issued-date': issuedDate,
      },
      ifAbsent: true,
    });
    const added = await must(putPdf(path, etag, smallPdf('before the crash')), 200);
    expect(added.body.files).toHaveLength(body.files.length + 1);
  });

  test.each([
    ['no PDF', () => Buffer.from('PK\u0003\u0004 a Word file'), 'application/pdf', 422],
    ['half a PDF', () => smallPdf().subarray(0, 90), 'application/pdf', 422],
    [
      'a PDF with something behind it',
      () => Buffer.concat([smallPdf(), Buffer.from('<script>')]),
      'application/pdf',
      422,
    ],
    ['a PDF by another name', () => smallPdf(), 'application/octet-stream', 415],
    ['more than 20 MB', () => Buffer.alloc(MAX_PDF_BYTES + 1), 'application/pdf', 413],
  ])('is refused when it is %s', async (_name, bytes, type, status) => {
    const { path, etag } = await approve(api, data, `unsigned-${_name.toLowerCase().replace(/\W+/g, '-')}`);
    const { etag: seen } = await must(issue(api, clerk, { path, etag }), 200);
    expect((await putPdf(path, seen, bytes(), type)).status).toBe(status);
  });
});

describe('whoever looks', () => {
  test('is recorded beside the chain, newest first, for the clerk to see', async () => {
    const { body, path, etag } = await issued('looked-at');
    await sendOut(api, clerk, { path, etag });
    const reader = someone('dong-nai', 'reader');
    await must(api.send(reader, 'GET', `/issued/${OWN}/looked-at`), 200);
    await must(api.send(reader, 'GET', body.files[0].href), 200);
    const { items } = (await must(api.send(clerk, 'GET', `${path}/views`), 200)).body;
    expect(items.map(({ kind, actor }: Record<string, string>) => `${kind} ${actor}`).sort()).toEqual([
      'download reader-dong-nai',
      'view reader-dong-nai',
    ]);
    expect((await api.send(drafter, 'GET', `${path}/views`)).status).toBe(403);
  });
});

test('a refusal says what the state takes, of the one who asks and of others', async () => {
  const { path, etag } = await approve(api, data, 'asked-too-early');
  const { body } = await must(post(path, 'withdraw', etag, REASON), 409);
  expect(body.detail).toBe(
    'Văn bản đang ở trạng thái “đã duyệt” nên không thể thu hồi; ở trạng thái này bạn chỉ có thể ghi hạn hoặc trả lại hoặc cấp số.',
  );
});
