import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  approve,
  codes,
  example,
  issue,
  must,
  office,
  openTestApi,
  sendOut,
  someone,
  type TestApi,
} from '../api/test-api.ts';
import { at, readXml } from './read-xml.ts';

const ORGAN = 'dong-nai';
const { clerk } = office(ORGAN);
const edxml = '/documents/van-ban-di/edxml';
const metadata = `/issued/${ORGAN}/van-ban-di/metadata`;
let api: TestApi;

beforeAll(async () => {
  api = await openTestApi('2026-06-16T09:00:00+07:00');
  const one = await approve(api, await example('cong-van-thanh-pho-2026'), 'van-ban-di');
  const { etag } = await must(issue(api, clerk, one), 200);
  await sendOut(api, clerk, { path: one.path, etag });
});
afterAll(() => api.close());

async function putExchange(exchange: unknown) {
  const admin = someone(ORGAN, 'admin');
  const { profile, rev, validFrom } = (await must(api.send(admin, 'GET', '/profiles'), 200)).body.items.at(-1);
  return api.send(admin, 'PUT', `/profiles/${validFrom}`, { ...profile, exchange }, { 'if-match': `"r${rev}"` });
}

const senderOf = (bytes: Uint8Array) =>
  at(readXml(new TextDecoder().decode(bytes)), 'edXMLEnvelope', 'edXMLHeader', 'MessageHeader', 'From', 'OrganId')[0]
    ?.text;

test('without settings of its own or with the request an organ packs nothing', async () => {
  const { body } = await must(api.send(clerk, 'POST', edxml), 409);
  expect(body.code).toBe('no-exchange-settings');
  expect((await must(api.send(clerk, 'GET', metadata), 200)).body.metadata.FileCode.OrganId).toBeNull();
});

test('settings stand in the profile, as they do in a file', async () => {
  const exchange = { schema: 'ExchangeSettings@1', organCode: 'H19.01', email: 'vanthu@example.vn' };
  await must(putExchange(exchange), 200);
  const packed = await must(api.send(clerk, 'POST', edxml), 200);
  expect(senderOf(packed.bytes)).toBe('H19.01');
  const other = someone('phuong-binh-long', 'reader');
  expect((await must(api.send(other, 'GET', metadata), 200)).body.metadata.FileCode.OrganId).toBe('H19.01');
});

test('settings that come with the request go before', async () => {
  const given = { schema: 'ExchangeSettings@1', organCode: 'H19.02' };
  expect(senderOf((await must(api.send(clerk, 'POST', edxml, given), 200)).bytes)).toBe('H19.02');
});

test.each([
  [{ organCode: 'H19' }, 'MISSING'],
  [{ schema: 'ExchangeSettings@9', organCode: 'H19' }, 'INVALID_VALUE'],
  [{ schema: 'ExchangeSettings@1', organCode: '<x>' }, 'INVALID_FORMAT'],
  [{ schema: 'ExchangeSettings@1', organCode: 'H19', colour: 'red' }, 'UNKNOWN_KEY'],
])('a profile with the settings %j is refused', async (exchange, code) => {
  const reply = await must(putExchange(exchange), 422);
  expect(codes(reply)).toEqual([code]);
});
