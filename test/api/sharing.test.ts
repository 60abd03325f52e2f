import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { approve, example, issue, must, office, openTestApi, sendOut, someone, type TestApi } from './test-api.ts';

const OWN = 'phuong-binh-long';
const ABOVE = 'dong-nai';
const UNIT = 'truong-mam-non';
const STRANGER = 'phuong-khac';
let api: TestApi;
let file: string;
// biome-ignore lint/suspicious/noExplicitAny: an answer as it comes
let profile: any;

beforeAll(async () => {
  api = await openTestApi('2026-03-16T09:00:00+07:00');
  const { clerk } = office(OWN);
  const data = await example('ke-hoach-phuong-2026');
  const issued = await must(issue(api, clerk, await approve(api, data, 'a-shared-one')), 200);
  file = issued.body.files[0].href;
  await sendOut(api, clerk, { path: '/documents/a-shared-one', etag: issued.etag });
  await approve(api, data, 'still-at-home');
  profile = (await must(api.send(clerk, 'GET', '/profiles'), 200)).body.items.at(-1);
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
async function waysOf(organ: string): Promise<Record<string, boolean>> {
  const who = someone(organ, 'reader');
  const get = (path: string) => api.send(who, 'GET', path);
  const isFound = async (path: string, list: 'found' | 'items') =>
    (await must(get(path), 200)).body[list].some(
      ({ document }: { document: { docId: string } }) => document.docId === 'a-shared-one',
    );
  const isRead = async (path: string) => {
    const { status, body } = await get(path);
    if (status !== 200) expect([status, body.code]).toEqual([404, 'not-found']);
    return status === 200;
  };
  return {
    number: await isFound('/find?number=01/KH-UBND', 'found'),
    search: await isFound(`/search?organ=${OWN}&year=2026`, 'items'),
    read: await isRead(`/issued/${OWN}/a-shared-one`),
    metadata: await isRead(`/issued/${OWN}/a-shared-one/metadata`),
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
