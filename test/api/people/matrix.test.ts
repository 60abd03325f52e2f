import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Role, role } from '#usecases/actor.ts';
import { PERMISSIONS } from '#usecases/permissions.ts';
import { smallPdf } from '../../support/pdf.ts';
import { approve, example, issue, must, office, openTestApi, type Reply, someone, type TestApi } from '../test-api.ts';

/** Tells whether anyone may ask. */
const isPublic = (path: string) => path === '/schemas/{name}' || path === '/healthz';

const OWN = 'phuong-binh-long';
const OTHER = 'dong-nai';
/** A word that stands in no document but those that are not out: whoever reads it elsewhere was told too much. */
const SECRET = 'Kwzqx';
const IDS = [
  'matrix-draft',
  'matrix-submitted',
  'matrix-approved',
  'matrix-issued',
  'matrix-withdrawn',
  'matrix-discarded',
  'matrix-at-step',
  'matrix-returned',
  'matrix-sent',
  'matrix-void-asked',
  'matrix-voided',
  'matrix-no-such',
];
/** One of each sight: a draft, what is on its way, what is out, and none. */
const FEW = ['matrix-draft', 'matrix-submitted', 'matrix-sent', 'matrix-no-such'];
const OUT = ['matrix-issued', 'matrix-withdrawn', 'matrix-sent', 'matrix-void-asked'];

let api: TestApi;
/** Of each document as it stands: whoever has no right is refused for that, with the right ETag in hand. */
const etags = new Map<string, string>();
let routes: [method: string, path: string][];
// biome-ignore lint/suspicious/noExplicitAny: an example as it is
let data: any;

beforeAll(async () => {
  api = await openTestApi('2026-03-16T09:00:00+07:00');
  data = await example('ke-hoach-phuong-2026');
  const hidden = { ...data, subject: `${data.subject} ${SECRET}` };
  const { drafter, signer, clerk } = office(OWN);
  const post = (who: typeof drafter, docId: string, act: string, etag: string, body: object = {}) =>
    must(api.send(who, 'POST', `/documents/${docId}/${act}`, body, { 'if-match': etag }), 200);
  const draft = (docId: string) => must(api.send(drafter, 'POST', '/documents', { docId, data: hidden }), 201);
  await draft('matrix-draft');
  const unwanted = await draft('matrix-discarded');
  await must(api.send(drafter, 'DELETE', '/documents/matrix-discarded', undefined, { 'if-match': unwanted.etag }), 200);
  const waiting = await post(drafter, 'matrix-submitted', 'submit', (await draft('matrix-submitted')).etag);
  const note = { text: `Nhận xét ${SECRET}` };
  await must(api.send(signer, 'POST', '/documents/matrix-submitted/notes', note, { 'if-match': waiting.etag }), 201);
  const back = await post(drafter, 'matrix-returned', 'submit', (await draft('matrix-returned')).etag);
  await post(signer, 'matrix-returned', 'return', back.etag, { reason: `Sai ${SECRET}` });
  const admin = someone(OWN, 'admin');
  const steps = [{ steps: [{ step: 'content', by: { kind: 'person', staffId: 'nguoi-giu-buoc' } }] }];
  const way = await must(
    api.send(admin, 'PUT', '/office', { ownDraftAllowed: false, steps }, { 'if-none-match': '*' }),
    200,
  );
  await post(drafter, 'matrix-at-step', 'submit', (await draft('matrix-at-step')).etag);
  await must(api.send(admin, 'PUT', '/office', { ownDraftAllowed: false }, { 'if-match': way.etag }), 200);
  const submitted = await post(drafter, 'matrix-approved', 'submit', (await draft('matrix-approved')).etag);
  await post(signer, 'matrix-approved', 'approve', submitted.etag);
  await must(issue(api, clerk, await approve(api, data, 'matrix-issued')), 200);
  const issued = await must(issue(api, clerk, await approve(api, data, 'matrix-withdrawn')), 200);
  await post(clerk, 'matrix-withdrawn', 'withdraw', issued.etag, { reason: 'Nhầm' });
  const sent = await must(issue(api, clerk, await approve(api, data, 'matrix-sent')), 200);
  await post(clerk, 'matrix-sent', 'send', sent.etag, { recipients: [{ name: 'Sở Nội vụ', way: 'system' }] });
  const asked = await must(issue(api, clerk, await approve(api, data, 'matrix-void-asked')), 200);
  await post(clerk, 'matrix-void-asked', 'ask-void', asked.etag, { reason: 'Nhầm' });
  const ended = await must(issue(api, clerk, await approve(api, hidden, 'matrix-voided')), 200);
  const asking = await post(clerk, 'matrix-voided', 'ask-void', ended.etag, { reason: 'Nhầm' });
  await post(signer, 'matrix-voided', 'consent-void', asking.etag);
  for (const docId of IDS.slice(0, -1)) {
    const { version, rev } = await api.deps.register.getDocument(OWN, docId);
    etags.set(docId, `"v${version}-r${rev}"`);
  }
  const { paths } = (await api.send(null, 'GET', '/openapi.json')).body;
  routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods as object).map((method): [string, string] => [method.toUpperCase(), path]),
  );
});
afterAll(() => api.close());

/** Sound bodies of the routes that want one; the others take an empty one. */
function bodies(): Record<string, object> {
  const record = { typeCode: 'KeHoach', codeNotation: 'KH-UBND', subject: 'Kế hoạch cũ' };
  return {
    'POST /documents': { data },
    'PUT /documents/{docId}': { data },
    'PUT /documents/{docId}/submitted': { data },
    'PUT /documents/{docId}/signer': { signer: data.signer },
    'POST /documents/{docId}/step-back': { reason: 'x' },
    'POST /documents/{docId}/send': { recipients: [{ name: 'Sở Nội vụ', way: 'post' }] },
    'PUT /documents/{docId}/sends/{line}/receipt': { by: 'x' },
    'POST /documents/{docId}/ask-void': { reason: 'x' },
    'POST /documents/{docId}/amend': { by: 'matrix-issued' },
    'POST /documents/{docId}/return': { reason: 'x', notSigned: true },
    'POST /documents/{docId}/withdraw': { reason: 'x' },
    'POST /documents/{docId}/void': { reason: 'x' },
    'POST /documents/{docId}/correct': { by: 'matrix-issued' },
    'PUT /brought-in/{docId}': { reason: 'Gõ sai' },
    'POST /documents/{docId}/issue': { signatureConfirmed: true },
    // No series has the type: whoever may is stopped there, and no counter moves.
    'POST /registered': { typeCode: 'HopDong', subject: 'x', signerInfo: { position: 'x', fullName: 'y' }, to: [] },
    'POST /documents/{docId}/record': { codeNumber: 7, issuedDate: '2026-03-16' },
    'POST /documents/{docId}/strike': { reason: 'x' },
    'PUT /documents/{docId}/deadlines': { submitBy: '2026-03-20' },
    'PUT /documents/{docId}/place': { place: 'x' },
    'PUT /documents/{docId}/restricted': { restricted: true, reason: 'x' },
    'PUT /documents/{docId}/co-drafters': { coDrafters: [] },
    'POST /documents/{docId}/hand-over': { to: 'an-nguyen' },
    'POST /documents/{docId}/predecessor-link': { organ: OTHER, docId: 'matrix-issued', kind: 'amends' },
    'PUT /guests/{staffId}': { home: OTHER, roles: ['clerk'], active: true },
    'POST /documents/{docId}/notes': { partId: 'subject', text: 'x' },
    'POST /documents/{docId}/files/{fileId}/replace': { uploadId: 'x', reason: 'x' },
    'POST /brought-in': { codeNumber: 900, issuedDate: '2025-11-05', record },
    'PUT /series/{year}/{series}': { start: 950 },
    'POST /series/{year}/{series}/blanks': { codeNumber: 901, kind: 'empty' },
    'POST /series/{year}/{series}/blanks/drop': { codeNumber: 902, reason: 'x' },
  };
}

/** A request of a route, sound as far as can be for any: what is refused is refused for who asks, and what for. */
function ask(
  who: ReturnType<typeof someone>,
  method: string,
  path: string,
  docId: string,
  under = '',
  etag = '"v99-r99"',
): Promise<Reply> {
  const at = path
    .replace('{docId}', docId)
    .replace('{staffId}/held', `drafter-${OWN}/held`)
    .replace('{organ}', OWN)
    .replace('{fileId}', 'van-ban')
    .replace('{validFrom}', '2026-03-01')
    .replace('{year}', '2025')
    .replace('{series}', 'ke-hoach')
    .replace('{rev}', '1')
    .replace('{name}', 'KeHoach');
  const query = { '/find': `number=1/KH-UBND ${SECRET}`, '/search': `text=${SECRET}`, '/documents': 'state=draft' }[
    path
  ];
  const isYearly = ['/series', '/statistics', '/book/lines'].includes(path);
  const url = `${under}${at}${method !== 'GET' ? '' : query ? `?${query}` : isYearly ? '?year=2026' : ''}`;
  const body = method === 'GET' ? undefined : (bodies()[`${method} ${path}`] ?? {});
  return api.send(who, method, url, body, { 'if-match': etag });
}

describe('two organs, every role, every route, every id', () => {
  test('covers every route that the contract publishes', () => {
    expect(routes.length).toBeGreaterThan(25);
    expect(routes.map(([method, path]) => `${method} ${path}`)).toContain('POST /documents/{docId}/void');
  });

  test('the other organ is told nothing of what is not out, in any role, by any route', async () => {
    const before = await states();
    for (const who of [...role.options.map((one) => someone(OTHER, one)), someone(OTHER, ...role.options)]) {
      for (const [method, path] of routes) {
        for (const docId of path.includes('{docId}') ? IDS : ['matrix-draft']) {
          const etag = path.startsWith('/documents/{docId}') ? etags.get(docId) : undefined;
          const { status, body, bytes } = await ask(who, method, path, docId, '', etag);
          const name = `${who.staffId} ${method} ${path} ${docId}`;
          expect(status, name).toBeLessThan(500);
          const text = new TextDecoder().decode(bytes);
          if (!path.startsWith('/find')) expect(text, name).not.toContain(SECRET);
          expect(text, name).not.toContain(`drafter-${OWN}`);
          const isTold = path.includes('{docId}') && status < 300;
          if (isTold) expect([path.startsWith('/issued/'), OUT.includes(docId)], name).toEqual([true, true]);
          if (path.startsWith('/documents/{docId}') && status === 404) expect(body.code, name).toBe('not-found');
        }
      }
    }
    expect(await states()).toEqual(before);
  });

  test('in its own organ nobody does what their role is not for, and a stranger to every role does nothing', async () => {
    const before = await states();
    for (const who of [...role.options.map((one) => someone(OWN, one)), someone(OWN)]) {
      for (const [method, path] of routes) {
        for (const docId of path.includes('{docId}') ? IDS : ['matrix-draft']) {
          const { status, bytes } = await ask(who, method, path, docId);
          const name = `${who.staffId} ${method} ${path} ${docId}`;
          expect(status, name).toBeLessThan(500);
          const seesDrafts = who.roles.some((one) => (PERMISSIONS['read-draft'] as readonly string[]).includes(one));
          const isAudit = path.endsWith('/audit');
          if (!seesDrafts && !isAudit && !path.startsWith('/find')) {
            expect(new TextDecoder().decode(bytes), name).not.toContain(SECRET);
          }
          if (who.roles.length === 0 && !isPublic(path)) expect(status, name).toBeGreaterThanOrEqual(400);
        }
      }
    }
    expect(await states()).toEqual(before);
  });

  test('in an office with units nobody of another unit is told of its drafts, by any route', async () => {
    const docId = 'matrix-unit';
    const person = async (staffId: string, unit: string, roles: readonly Role[]) => {
      const one = { organ: OWN, staffId, username: staffId, name: staffId, roles: [...roles], unit };
      await api.members.put({ ...one, active: true, rev: null, actor: 'nguoi-van-hanh', at: new Date() });
      return { organ: OWN, staffId, roles };
    };
    const drafter = await person('nguoi-cua-don-vi', 'VP', ['drafter']);
    const stranger = await person('nguoi-don-vi-khac', 'KT', ['drafter', 'checker', 'signer', 'clerk', 'reader']);
    const hidden = { ...data, subject: `Riêng ${SECRET}U` };
    const { etag } = await must(api.send(drafter, 'POST', '/documents', { docId, data: hidden }), 201);
    for (const [method, path] of routes.filter(([, route]) => !isPublic(route))) {
      const { status, bytes } = await ask(stranger, method, path, docId, '', etag);
      const name = `${method} ${path}`;
      expect(status, name).toBeLessThan(500);
      if (path.startsWith('/documents/{docId}')) expect(status, name).toBeGreaterThanOrEqual(400);
      expect(new TextDecoder().decode(bytes), name).not.toContain(`${SECRET}U`);
    }
    expect(await api.deps.register.getDocument(OWN, docId)).toMatchObject({ state: 'draft', version: 1, rev: 1 });
  });

  test('a person of two organs is told of the second what their roles there are for, once they took it, until it ends', async () => {
    const guest = { organ: OTHER, staffId: 'nguoi-hai-noi', roles: role.options };
    const one = { organ: OTHER, staffId: guest.staffId, username: guest.staffId, name: 'Người hai nơi' };
    const at = new Date();
    await api.members.put({ ...one, roles: ['reader'], active: true, rev: null, actor: 'nguoi-van-hanh', at });
    let etag: string | undefined;
    const put = async (roles: readonly string[], active: boolean) => {
      const seen = etag === undefined ? { 'if-none-match': '*' } : { 'if-match': etag };
      const path = `/guests/${guest.staffId}`;
      const put = await must(api.send(someone(OWN, 'admin'), 'PUT', path, { home: OTHER, roles, active }, seen), 200);
      etag = put.etag;
    };
    const steps: [name: string, counts: boolean, seesDrafts: boolean, step: () => Promise<unknown>][] = [
      ['not invited', false, false, async () => {}],
      ['invited', false, false, () => put(['clerk'], true)],
      [
        'a reader',
        true,
        false,
        async () => {
          await must(api.send(guest, 'POST', `/memberships/${OWN}/accept`), 200);
          etag = '"r2"';
          await put(['reader'], true);
        },
      ],
      ['a clerk', true, true, () => put(['clerk'], true)],
      ['ended', false, false, () => put(['clerk'], false)],
    ];
    for (const [step, counts, seesDrafts, take] of steps) {
      await take();
      const before = await states();
      for (const [method, path] of routes.filter(([, route]) => !isPublic(route) && !route.endsWith('/accept'))) {
        for (const docId of path.includes('{docId}') ? FEW : ['matrix-draft']) {
          const { status, bytes } = await ask(guest, method, path, docId, `/o/${OWN}`);
          const name = `${step} ${method} ${path} ${docId}`;
          expect(status, name).toBeLessThan(500);
          if (!counts) expect([403, 404], name).toContain(status);
          const isAsked = path.startsWith('/find') || path.startsWith('/search');
          if (!seesDrafts && !isAsked) expect(new TextDecoder().decode(bytes), name).not.toContain(SECRET);
        }
      }
      expect(await states(), step).toEqual(before);
    }
  });

  test('nothing is done without a token, by any route', async () => {
    for (const [method, path] of routes.filter(([, one]) => !isPublic(one))) {
      const { status } = await api.send(null, method, path.replace(/\{[^}]+\}/g, 'matrix-issued'));
      expect(status, `${method} ${path}`).toBe(401);
    }
    const { status } = await api.raw('/documents/m-issued/signed', { method: 'PUT', body: Buffer.from(smallPdf()) });
    expect(status).toBe(401);
  });
});

/** Every document and counter as it stands: what must not be changed by what was refused. */
async function states() {
  const all = await Promise.all(
    IDS.slice(0, -1).map(async (docId) => {
      const { state, version, rev } = await api.deps.register.getDocument(OWN, docId);
      return { docId, state, version, rev };
    }),
  );
  const series = await Promise.all([OWN, OTHER].map((organ) => api.deps.register.getSeries(organ, 2026, 'ke-hoach')));
  return { all, series };
}
