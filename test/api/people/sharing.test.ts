import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { approve, example, issue, must, office, openTestApi, sendOut, someone, type TestApi } from '../test-api.ts';

const OWN = 'phuong-binh-long';
const ABOVE = 'dong-nai';
const UNIT = 'truong-mam-non';
const STRANGER = 'phuong-khac';
let api: TestApi;
interface Issued {
  readonly docId: string;
  readonly symbol: string;
  readonly file: string;
}
let first: Issued;
let toUnit: Issued;
const restricted: Record<string, Issued> = {};
// biome-ignore lint/suspicious/noExplicitAny: an answer as it comes
let profile: any;

beforeAll(async () => {
  api = await openTestApi('2026-03-16T09:00:00+07:00');
  const { clerk } = office(OWN);
  profile = (await must(api.send(clerk, 'GET', '/profiles'), 200)).body.items.at(-1);
  const unit = { ...profile.profile, organId: UNIT, name: 'Trường Mầm non' };
  const path = `/profiles/${profile.validFrom}`;
  await must(api.send(someone(UNIT, 'admin'), 'PUT', path, unit, { 'if-none-match': '*' }), 200);
  const data = await example('ke-hoach-phuong-2026');
  const issueOne = async (docId: string, more: object) => {
    const { etag, body } = await must(issue(api, clerk, await approve(api, { ...data, ...more }, docId)), 200);
    return { etag, issued: { docId, symbol: body.document.symbol, file: body.files[0].href } };
  };
  const toOrgan = async (docId: string, etag: string) => {
    const recipients = [{ name: 'Trường Mầm non', organId: UNIT, way: 'system' }];
    await must(api.send(clerk, 'POST', `/documents/${docId}/send`, { recipients }, { 'if-match': etag }), 200);
  };
  const one = await issueOne('a-shared-one', {});
  first = one.issued;
  await sendOut(api, clerk, { path: '/documents/a-shared-one', etag: one.etag });
  const two = await issueOne('sent-to-a-unit', {});
  toUnit = two.issued;
  await toOrgan('sent-to-a-unit', two.etag);
  const marks = { noiBo: { circulation: 'LƯU HÀNH NỘI BỘ' }, traLai: { circulation: 'XEM XONG TRẢ LẠI' } };
  for (const [name, more] of Object.entries({ ...marks, caNhan: { personalData: true } })) {
    const { etag, issued } = await issueOne(`han-che-${name.toLowerCase()}`, more);
    restricted[name] = issued;
    await toOrgan(issued.docId, etag);
  }
  await approve(api, data, 'still-at-home');
});
afterAll(() => api.close());

/** Corrects the profile of the organ that issued. */
async function share(sharing: object): Promise<void> {
  const body = { ...profile.profile, ...sharing };
  const headers = { 'if-match': `"r${profile.rev}"` };
  const path = `/profiles/${profile.validFrom}`;
  profile = { ...(await must(api.send(someone(OWN, 'admin'), 'PUT', path, body, headers), 200)).body, profile: body };
}

/** On every way that leads to the document: what someone of an organ is told. */
async function waysOf(organ: string, { docId, symbol, file }: Issued = first): Promise<Record<string, boolean>> {
  const who = someone(organ, 'reader');
  const get = (path: string) => api.send(who, 'GET', path);
  const isFound = async (path: string, list: 'found' | 'items') =>
    (await must(get(path), 200)).body[list].some(
      ({ document }: { readonly document: { readonly docId: string } }) => document.docId === docId,
    );
  const isRead = async (path: string) => {
    const { status, body } = await get(path);
    if (status !== 200) expect([status, body.code]).toEqual([404, 'not-found']);
    return status === 200;
  };
  return {
    number: await isFound(`/find?number=${symbol}`, 'found'),
    search: await isFound(`/search?organ=${OWN}&year=2026`, 'items'),
    read: await isRead(`/issued/${OWN}/${docId}`),
    metadata: await isRead(`/issued/${OWN}/${docId}/metadata`),
    download: await isRead(file),
    // Whether there is a PDF copy depends on the machine; that the file is there does not.
    pdf: (await get(`${file}/pdf`)).body?.code !== 'not-found',
  };
}

const relations = { superiorOrgan: ABOVE, unitOrgans: [UNIT] };
const cases: [sharing: object, seenBy: string[]][] = [
  [{}, [OWN, ABOVE, UNIT, STRANGER]],
  [{ sharedWith: 'all', ...relations }, [OWN, ABOVE, UNIT, STRANGER]],
  [{ sharedWith: 'superiorAndUnits', ...relations }, [OWN, ABOVE, UNIT]],
  [{ sharedWith: 'superiorAndUnits', superiorOrgan: ABOVE, unitOrgans: [] }, [OWN, ABOVE]],
  [{ sharedWith: 'own', ...relations }, [OWN]],
];

describe('what an organ has issued', () => {
  test.each(cases)('with %j is seen on every way by %j alone', async (sharing, seenBy) => {
    await share(sharing);
    for (const organ of [OWN, ABOVE, UNIT, STRANGER]) {
      const ways = await waysOf(organ);
      expect(new Set(Object.values(ways)), `${organ} ${JSON.stringify(ways)}`).toEqual(
        new Set([seenBy.includes(organ)]),
      );
    }
  });

  test('is seen by those that it was sent to, where it is shared with recipients', async () => {
    await share({ sharedWith: 'recipients', ...relations });
    const seenBy = async (issued: Issued) => {
      const organs = [OWN, ABOVE, UNIT, STRANGER];
      const ways = await Promise.all(organs.map((organ) => waysOf(organ, issued)));
      return organs.filter((_, i) => {
        const [seen, ...mixed] = new Set(Object.values(ways[i]!));
        expect(mixed, JSON.stringify(ways[i])).toEqual([]);
        return seen;
      });
    };
    // The first was sent to a name that is no organ of the register.
    expect(await seenBy(first)).toEqual([OWN]);
    expect(await seenBy(toUnit)).toEqual([OWN, UNIT]);
    await share({ sharedWith: 'all', ...relations });
    expect(await seenBy(toUnit)).toEqual([OWN, ABOVE, UNIT, STRANGER]);
    for (const issued of Object.values(restricted)) expect(await seenBy(issued), issued.docId).toEqual([OWN, UNIT]);
    await share({ sharedWith: 'own' });
    expect(await seenBy(toUnit)).toEqual([OWN]);
    expect(await api.verify()).toEqual([]);
  });

  test('is not less restricted, nor sent to more, than its chain says', async () => {
    const key = { PK: `A#${OWN}#D#han-che-noibo`, SK: 'META' };
    api.forget(key, ['restricted']);
    expect(await api.verify()).toMatchObject([{ code: 'facts-differ', what: 'restricted' }]);
  });

  test('is not told from what does not exist', async () => {
    await share({ sharedWith: 'own' });
    const who = someone(ABOVE, 'reader', 'clerk', 'drafter', 'signer', 'admin');
    const [hidden, absent] = await Promise.all([
      api.send(who, 'GET', `/issued/${OWN}/a-shared-one`),
      api.send(who, 'GET', `/issued/${OWN}/no-such-document`),
    ]);
    expect(hidden.body).toEqual(absent.body);
  });

  test('is not seen by whoever names it as their superior', async () => {
    await share({ sharedWith: 'superiorAndUnits', superiorOrgan: undefined, unitOrgans: [] });
    const items = (await must(api.send(someone(ABOVE, 'reader'), 'GET', '/profiles'), 200)).body.items;
    const theirs = items.at(-1);
    const claim = { ...theirs.profile, superiorOrgan: OWN, unitOrgans: [OWN] };
    const headers = { 'if-match': `"r${theirs.rev}"` };
    await must(api.send(someone(ABOVE, 'admin'), 'PUT', `/profiles/${theirs.validFrom}`, claim, headers), 200);
    expect((await waysOf(ABOVE))['read']).toBe(false);
  });

  test('on its way is seen by nobody else, whatever is shared', async () => {
    await share({ sharedWith: 'all', ...relations });
    for (const organ of [ABOVE, UNIT, STRANGER]) {
      const { status } = await api.send(someone(organ, 'clerk', 'reader'), 'GET', `/issued/${OWN}/still-at-home`);
      expect(status).toBe(404);
    }
  });

  test('is refused a sharing that there is not', async () => {
    const body = { ...profile.profile, sharedWith: 'friends' };
    const headers = { 'if-match': `"r${profile.rev}"` };
    const path = `/profiles/${profile.validFrom}`;
    const { body: said } = await must(api.send(someone(OWN, 'admin'), 'PUT', path, body, headers), 422);
    expect(said.errors[0].code).toBe('INVALID_VALUE');
  });
});
