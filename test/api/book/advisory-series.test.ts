import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  approve,
  codes,
  example,
  issue,
  must,
  office,
  openTestApi,
  type Reply,
  someone,
  type TestApi,
} from '../test-api.ts';

const OWN = 'phuong-binh-long';
const BODY = 'ban-chi-dao-cds';
const { drafter, clerk } = office(OWN);
const admin = someone(OWN, 'admin');
const body = {
  name: 'Ban Chỉ đạo Chuyển đổi số phường Bình Long',
  headerLines: ['Ban Chỉ đạo', 'Chuyển đổi số'],
  abbreviation: 'BCĐCĐS',
  collectiveName: 'Ban Chỉ đạo',
  headPosition: 'Trưởng ban',
  positions: ['Trưởng ban', 'Phó Trưởng ban'],
  namesInOpening: { organ: 'Ban Chỉ đạo Chuyển đổi số phường', head: 'Trưởng ban Chỉ đạo Chuyển đổi số phường' },
  namesInAttachment: { organ: 'Ban Chỉ đạo Chuyển đổi số phường', head: 'Trưởng ban Chỉ đạo Chuyển đổi số phường' },
};
let api: TestApi;
// biome-ignore lint/suspicious/noExplicitAny: an answer as it comes
let standing: any;
// biome-ignore lint/suspicious/noExplicitAny: an example to be changed
let data: any;

/** Corrects the profile of the organ. */
async function putSeries(series: readonly object[]): Promise<Reply> {
  const an = { staffId: someone(OWN, 'signer').staffId, fullName: 'Nguyễn Văn An', position: 'Trưởng ban' };
  const profile = { ...standing.profile, series, signers: [standing.profile.signers[0], an] };
  const headers = { 'if-match': `"r${standing.rev}"` };
  const reply = await api.send(admin, 'PUT', `/profiles/${standing.validFrom}`, profile, headers);
  if (reply.status === 200) standing = { ...reply.body, profile };
  return reply;
}

beforeAll(async () => {
  api = await openTestApi('2026-03-16T09:00:00+07:00');
  data = await example('ke-hoach-phuong-2026');
  standing = (await must(api.send(admin, 'GET', '/profiles'), 200)).body.items.at(-1);
  const series = [{ name: BODY, types: ['KeHoach', 'CongVan'], body }, ...standing.profile.series];
  await must(putSeries(series), 200);
});
afterAll(() => api.close());

const ofBody = () => ({
  ...data,
  series: BODY,
  signer: { authority: [{ position: 'Trưởng ban' }], fullName: 'Nguyễn Văn An' },
});

const xmlOf = async (href: string) =>
  new TextDecoder().decode(unzipSync((await must(api.send(clerk, 'GET', href), 200)).bytes)['word/document.xml']);

describe('a document of an advisory body', () => {
  test('has the number of its own series, and the organ goes on in its own', async () => {
    const first = await must(issue(api, clerk, await approve(api, ofBody(), 'of-the-body-1')), 200);
    const organs = await must(issue(api, clerk, await approve(api, data, 'of-the-organ-1')), 200);
    const second = await must(issue(api, clerk, await approve(api, ofBody(), 'of-the-body-2')), 200);
    expect([first, organs, second].map((one) => one.body.document.symbol)).toEqual([
      '01/KH-BCĐCĐS',
      '01/KH-UBND',
      '02/KH-BCĐCĐS',
    ]);
    expect(first.body.document).toMatchObject({ series: BODY, organName: body.name });

    const xml = await xmlOf(first.body.files[0].href);
    for (const words of ['BAN CHỈ ĐẠO', 'CHUYỂN ĐỔI SỐ', 'TRƯỞNG BAN', '/KH-BCĐCĐS']) expect(xml).toContain(words);
    expect(await xmlOf(organs.body.files[0].href)).not.toContain('BCĐCĐS');
  });

  test('is found by its symbol, and is not taken for one of the organ', async () => {
    const find = async (number: string) => {
      const { found, absent } = (await must(api.send(clerk, 'GET', `/find?number=${encodeURIComponent(number)}`), 200))
        .body;
      return [
        found.map(({ document }: { readonly document: { readonly symbol: string } }) => document.symbol),
        absent.length,
      ];
    };
    expect(await find('01/kh-bcdcds')).toEqual([['01/KH-BCĐCĐS'], 0]);
    expect(await find('02/KH-BCĐCĐS')).toEqual([['02/KH-BCĐCĐS'], 0]);
    expect(await find('KH 1 2026')).toEqual([['01/KH-UBND'], 0]);
    expect(await find('01/KH-UBND')).toEqual([['01/KH-UBND'], 0]);
  });

  test.each([
    ['a series that there is not', 'ban-nao-do'],
    ['a series of other types', 'cong-van'],
  ])('with %s is refused, and told which there are', async (_, series) => {
    const reply = await must(api.send(drafter, 'POST', '/documents', { data: { ...data, series } }), 422);
    expect(codes(reply)).toContain('SERIES_UNKNOWN');
    expect(reply.body.errors[0]).toMatchObject({
      path: 'Hệ thống số (series)',
      message: `Thông tin cơ quan không có hệ thống số “${series}” cho Kế hoạch; hãy ghi một trong: ${BODY}, ke-hoach.`,
    });
  });

  test('is checked by the positions of the body', async () => {
    const reply = await must(api.send(drafter, 'POST', '/documents', { data: { ...data, series: BODY } }), 422);
    expect(codes(reply)).toContain('SIGNER_POSITION');
  });

  test('may name the series that it would have anyway', async () => {
    const named = await must(api.send(drafter, 'POST', '/documents', { data: { ...data, series: 'ke-hoach' } }), 201);
    expect(named.body.document).toMatchObject({ series: 'ke-hoach', codeNotation: 'KH-UBND' });
  });

  test('is brought in with the number of its own series, as a record and from its data', async () => {
    const record = { typeCode: 'KeHoach', codeNotation: 'KH-BCĐCĐS', subject: 'về việc cũ' };
    const old = { codeNumber: 5, issuedDate: '2025-12-01', record };
    const { body: said } = await must(api.send(clerk, 'POST', '/brought-in', old), 201);
    expect(said.document).toMatchObject({ series: BODY, organName: body.name, symbol: '05/KH-BCĐCĐS' });
    const organs = { ...old, record: { ...record, codeNotation: 'KH-UBND' } };
    const { body: other } = await must(api.send(clerk, 'POST', '/brought-in', organs), 201);
    expect(other.document).toMatchObject({ series: 'ke-hoach', symbol: '05/KH-UBND' });
  });

  test('goes back to its drafter when its series is no longer there on the day of issue', async () => {
    const approved = await approve(api, ofBody(), 'of-a-body-that-ends');
    const kept = standing.profile.series;
    await must(putSeries(kept.filter(({ name }: { readonly name: string }) => name !== BODY)), 200);
    const { body: said } = await must(issue(api, clerk, approved), 409);
    expect(said.differences).toEqual([{ field: 'hệ thống số', was: BODY, now: '' }]);
    await must(putSeries(kept), 200);
  });
});
