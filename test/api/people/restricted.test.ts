import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { must, office, openTestApi, type Reply, someone, type TestApi } from '../test-api.ts';

const OWN = 'phuong-binh-long';
const UNIT = 'dong-nai';
const { clerk, drafter } = office(OWN);
const toUnit = someone(UNIT, 'reader');
const stranger = someone('phuong-khac', 'reader');
let api: TestApi;

beforeAll(async () => {
  api = await openTestApi('2026-03-16T09:00:00+07:00');
  const admin = someone(OWN, 'admin');
  const { profile, validFrom, rev } = (await must(api.send(admin, 'GET', '/profiles'), 200)).body.items.at(-1);
  const body = { ...profile, series: [{ name: 'chung', types: ['QuyetDinh'] }, ...profile.series] };
  await must(api.send(admin, 'PUT', `/profiles/${validFrom}`, body, { 'if-match': `"r${rev}"` }), 200);
});
afterAll(() => api.close());

const registered = (more: object): Promise<Reply> => {
  const signerInfo = { position: 'Chủ tịch', fullName: 'Nguyễn Văn An' };
  const body = {
    typeCode: 'QuyetDinh',
    subject: 'kỷ luật công chức',
    signerInfo,
    draftingUnit: 'VX',
    to: ['Như Điều 3'],
  };
  return must(api.send(clerk, 'POST', '/registered', { ...body, ...more }), 201);
};
const sendTo = (docId: string, etag: string): Promise<Reply> => {
  const recipients = [{ name: 'UBND thành phố', organId: UNIT, way: 'system' }];
  return must(api.send(clerk, 'POST', `/documents/${docId}/send`, { recipients }, { 'if-match': etag }), 200);
};
const restrict = (who: typeof clerk, docId: string, etag: string, restricted: boolean): Promise<Reply> =>
  api.send(
    who,
    'PUT',
    `/documents/${docId}/restricted`,
    { restricted, reason: 'Dấu LƯU HÀNH NỘI BỘ' },
    { 'if-match': etag },
  );
const sees = async (who: typeof toUnit, symbol: string): Promise<boolean> => {
  const { found } = (await must(api.send(who, 'GET', `/find?number=${encodeURIComponent(symbol)}`), 200)).body;
  return found.some(({ document }: { readonly document: { readonly organ: string } }) => document.organ === OWN);
};

describe('a document that does not say itself that it is restricted', () => {
  test('is so from its registration on: its organ and those it was sent to see it', async () => {
    const { body, etag } = await registered({ restricted: true });
    const { docId, symbol } = body.document;
    expect(body.document.restricted).toBe(true);
    await sendTo(docId, etag);
    expect([await sees(toUnit, symbol), await sees(stranger, symbol), await sees(drafter, symbol)]).toEqual([
      true,
      false,
      true,
    ]);
  });

  test('becomes so later, of an old book too, with the reason in its chain, and is opened again', async () => {
    const record = {
      typeCode: 'QuyetDinh',
      typeName: 'Quyết định',
      codeNotation: 'QĐ-UBND',
      subject: 'khen thưởng đột xuất',
      issuedDate: '2025-11-05',
    };
    const old = { codeNumber: 900, issuedDate: record.issuedDate, record: { ...record } };
    const { typeName: _, issuedDate: __, ...bare } = record;
    const brought = await must(api.send(clerk, 'POST', '/brought-in', { ...old, record: bare }), 201);
    const { docId, symbol } = brought.body.document;
    const { etag } = await must(api.send(clerk, 'GET', `/documents/${docId}`), 200);
    expect(await sees(stranger, symbol)).toBe(true);
    expect((await must(restrict(drafter, docId, etag, true), 403)).body.code).toBe('role-missing');
    const made = await must(restrict(clerk, docId, etag, true), 200);
    expect(made.body.restricted).toBe(true);
    expect([await sees(stranger, symbol), await sees(drafter, symbol)]).toEqual([false, true]);
    expect((await must(restrict(clerk, docId, etag, false), 412)).body.code).toBe('stale');
    const { events } = (await must(api.send(clerk, 'GET', `/documents/${docId}/audit`), 200)).body;
    expect(events.at(-1)).toMatchObject({
      act: 'restrict',
      facts: { restricted: true, reason: 'Dấu LƯU HÀNH NỘI BỘ' },
    });
    const opened = await must(restrict(clerk, docId, made.etag, false), 200);
    expect(opened.body).not.toHaveProperty('restricted');
    expect(await sees(stranger, symbol)).toBe(true);
    expect(await api.verify()).toEqual([]);
  });
});
