import { readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dataPaths } from '#local/data-directory/data-directory.ts';
import { StoreError } from '#store/store-error.ts';
import type { Deps } from '#usecases/deps.ts';
import { recoverIssues } from '#usecases/issuing/recover-issues.ts';
import { approve, codes, example, issue, must, office, openTestApi, someone, type TestApi } from '../test-api.ts';

const WARD = 'phuong-binh-long';
const { drafter, clerk } = office(WARD);
let api: TestApi;

beforeEach(async () => {
  api = await openTestApi('2026-03-16T09:00:00+07:00');
});
afterEach(() => api.close());

const series = (organ: string, year: number) => api.deps.register.getSeries(organ, year, 'ke-hoach');

describe('two clerks at once', () => {
  test('give one document one number', async () => {
    const approved = await approve(api, await example('ke-hoach-phuong-2026'), 'one-document');
    const other = { ...clerk, staffId: 'another-clerk' };
    const replies = await Promise.all([issue(api, clerk, approved), issue(api, other, approved)]);
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
    expect(replies[0].body.document.symbol).toBe('01/KH-UBND');
    expect(replies[1].body.document.symbol).toBe('01/KH-UBND');
    expect(replies[1].body.files).toEqual(replies[0].body.files);
    expect((await series(WARD, 2026))?.seq).toBe(1);
  });

  test('give ten documents the numbers 1 to 10, once each', async () => {
    const data = await example('ke-hoach-phuong-2026');
    const approved = await Promise.all(Array.from({ length: 10 }, (_, i) => approve(api, data, `document-${i}`)));
    const other = { ...clerk, staffId: 'another-clerk' };
    const replies = await Promise.all(approved.map((one, i) => issue(api, i % 2 ? clerk : other, one)));
    const numbers = replies.map(({ body }) => body.document.codeNumber).sort((a, b) => a - b);
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });
});

describe('the day of issue', () => {
  test('is the one that the clerk saw, or none', async () => {
    const { path, etag } = await approve(api, await example('ke-hoach-phuong-2026'), 'seen-day');
    const give = (date: string) =>
      api.send(clerk, 'POST', `${path}/issue`, { signatureConfirmed: true, date }, { 'if-match': etag });
    const refused = await must(give('2026-03-17'), 409);
    expect(refused.body).toMatchObject({
      code: 'date-differs',
      detail: expect.stringMatching(/17\/03\/2026.*hôm nay theo máy chủ là 16\/03\/2026/),
    });
    expect((await series(WARD, 2026))?.seq).toBeUndefined();
    expect((await must(give('2026-03-16'), 200)).body.document.issuedDate).toBe('2026-03-16');
  });

  test('sends a document back, with the difference, when its organ has another name by then', async () => {
    api.calendar.moveTo('2026-04-29T16:00:00+07:00');
    const province = office('dong-nai');
    const approved = await approve(api, await example('ke-hoach-tinh-2025'), 'renamed-organ');
    api.calendar.moveTo('2026-04-30T08:00:00+07:00');
    const refused = await must(issue(api, province.clerk, approved), 409);
    expect(refused.body.code).toBe('profile-changed');
    expect(refused.body.differences).toContainEqual({
      field: 'người ban hành trong câu mở đầu',
      was: 'Chủ tịch UBND tỉnh',
      now: 'Chủ tịch UBND thành phố',
    });
    const { document } = (await api.send(province.drafter, 'GET', approved.path)).body;
    expect(document).toMatchObject({ state: 'draft' });
    expect(document.returnReason).toContain('“Chủ tịch UBND tỉnh” nay là “Chủ tịch UBND thành phố”');
    expect((await series('dong-nai', 2026))?.seq).toBeUndefined();
  });

  test('refuses a document with a younger basis, and spends no number on it', async () => {
    const approved = await approve(api, await example('ke-hoach-phuong-2026'), 'younger-basis');
    api.calendar.moveTo('2026-01-29T08:00:00+07:00');
    const refused = await must(issue(api, clerk, approved), 409);
    expect(refused.body.code).toBe('basis-after-issue');
    expect(codes(refused)).toEqual(['BASIS_AFTER_DOCUMENT']);
    expect((await api.send(clerk, 'GET', approved.path)).body.document.state).toBe('approved');
    expect((await series(WARD, 2026))?.seq).toBeUndefined();
  });

  test('is the day in Việt Nam, and its year begins a series anew', async () => {
    const data = await example('ke-hoach-phuong-2026');
    const [old, next] = [await approve(api, data, 'last-of-2026'), await approve(api, data, 'first-of-2027')];
    api.calendar.moveTo('2026-12-31T16:59:50Z');
    const first = (await must(issue(api, clerk, old), 200)).body.document;
    expect(first).toMatchObject({ symbol: '01/KH-UBND', issuedDate: '2026-12-31', year: 2026 });
    api.calendar.moveTo('2026-12-31T17:00:00Z');
    const second = (await must(issue(api, clerk, next), 200)).body.document;
    expect(second).toMatchObject({ symbol: '01/KH-UBND', issuedDate: '2027-01-01', year: 2027 });
  });

  test('starts where the profile of that year says, and the year after at 1', async () => {
    const admin = someone(WARD, 'admin');
    const { items } = (await must(api.send(admin, 'GET', '/profiles'), 200)).body;
    const from = '2026-03-01';
    const moved = items[0].profile.series.map((one: object) => ({ ...one, startAt: 120 }));
    const profile = { ...items[0].profile, validFrom: from, series: moved };
    await must(api.send(admin, 'PUT', `/profiles/${from}`, profile, { 'if-none-match': '*' }), 200);
    const data = await example('ke-hoach-phuong-2026');
    const approved = await approve(api, data, 'first-of-ours');
    expect((await must(issue(api, clerk, approved), 200)).body.document.symbol).toBe('120/KH-UBND');
    const later = await approve(api, data, 'first-of-2027');
    api.calendar.moveTo('2027-01-04T08:00:00+07:00');
    expect((await must(issue(api, clerk, later), 200)).body.document.symbol).toBe('01/KH-UBND');
  });
});

describe('between number and file', () => {
  let isBlocked = false;
  /** A store that reads, and puts no issued file while it is blocked. */
  const blockable = (deps: Deps): Deps => ({
    ...deps,
    store: {
      ...deps.store,
      put: async (key, ...rest) => {
        if (isBlocked && key.startsWith('issued/')) throw new StoreError('unavailable', key);
        return deps.store.put(key, ...rest);
      },
    },
  });
  const reopen = async () => {
    await api.close();
    api = await openTestApi('2026-03-16T09:00:00+07:00', blockable);
  };

  test('a store that fails leaves the number to its document, and recovery finishes it', async () => {
    await reopen();
    const data = await example('ke-hoach-phuong-2026');
    const approved = await approve(api, data, 'left-half-way');
    isBlocked = true;
    const failed = await must(issue(api, clerk, approved), 503);
    expect(failed.headers.get('retry-after')).toBe('2');
    const half = (await api.send(clerk, 'GET', approved.path)).body.document;
    expect(half).toMatchObject({ state: 'numbered', symbol: '01/KH-UBND' });
    expect((await api.send(someone(WARD, 'reader'), 'GET', `/issued/${WARD}/left-half-way`)).status).toBe(404);

    isBlocked = false;
    const { finished, failed: owed } = await recoverIssues(api.deps, new Date('9999-01-01'));
    expect({ finished: finished.map(({ docId }) => docId), owed }).toEqual({ finished: ['left-half-way'], owed: [] });
    const done = (await must(issue(api, clerk, approved), 200)).body;
    expect(done).toMatchObject({ document: { state: 'issued', symbol: '01/KH-UBND' }, files: [{ fileId: 'van-ban' }] });
    const next = await must(issue(api, clerk, await approve(api, data, 'the-next-one')), 200);
    expect(next.body.document.symbol).toBe('02/KH-UBND');
  });

  test('a document that cannot be finished holds up no other', async () => {
    await reopen();
    const data = await example('ke-hoach-phuong-2026');
    const two = [await approve(api, data, 'first-of-two'), await approve(api, data, 'second-of-two')];
    isBlocked = true;
    for (const one of two) await must(issue(api, clerk, one), 503);
    isBlocked = false;
    const frozen = (await api.deps.register.getDocument(WARD, 'first-of-two')).frozen!;
    const blob = join(dataPaths(api.dir).files, `${frozen.key}@`);
    await rename(blob, `${blob}-lost`);
    const round = await recoverIssues(api.deps, new Date('9999-01-01'));
    expect(round.finished.map(({ docId }) => docId)).toEqual(['second-of-two']);
    expect(round.failed.map(({ row }) => row.docId)).toEqual(['first-of-two']);
    await rename(`${blob}-lost`, blob);
    expect((await recoverIssues(api.deps, new Date('9999-01-01'))).finished).toHaveLength(1);
  });

  test('a crash after the file was put ends with the file that is there', async () => {
    await api.close();
    let crash = true;
    api = await openTestApi('2026-03-16T09:00:00+07:00', (deps) => ({
      ...deps,
      register: {
        ...deps.register,
        completeIssue: (command) => {
          if (crash) throw new Error('crash');
          return deps.register.completeIssue(command);
        },
      },
    }));
    const approved = await approve(api, await example('ke-hoach-phuong-2026'), 'file-but-no-row');
    await must(issue(api, clerk, approved), 500);
    const kept = await readdir(join(dataPaths(api.dir).files, 'issued', WARD, 'file-but-no-row'));
    crash = false;
    const { body } = await must(issue(api, clerk, approved), 200);
    expect(kept).toEqual(body.files.map(({ fileId }: { readonly fileId: string }) => `${fileId}@`));
    expect((await must(api.send(drafter, 'GET', body.files[0].href), 200)).bytes.byteLength).toBe(body.files[0].size);
  });
});

describe('an issued file', () => {
  test('that was changed by one byte is never served, and is an alarm', async () => {
    const approved = await approve(api, await example('ke-hoach-phuong-2026'), 'changed-file');
    const { files } = (await must(issue(api, clerk, approved), 200)).body;
    const { bytes } = await must(api.send(clerk, 'GET', files[0].href), 200);
    bytes[1000]! ^= 1;
    const place = join(dataPaths(api.dir).files, 'issued', WARD, 'changed-file', 'van-ban@', 'content');
    await rm(place);
    await writeFile(place, bytes);
    const refused = await must(api.send(clerk, 'GET', files[0].href), 500);
    expect(refused.body.code).toBe('file-damaged');
    expect(refused.body.instance).toMatch(/^urn:banhanh:error:/);
    expect(api.reports.map(({ code }) => code)).toEqual(['file-damaged']);
  });

  test('that cannot be rendered spends no number', async () => {
    await api.close();
    api = await openTestApi('2026-03-16T09:00:00+07:00', (deps) => ({
      ...deps,
      render: () => Promise.reject(new Error('a broken template')),
    }));
    const approved = await approve(api, await example('ke-hoach-phuong-2026'), 'cannot-be-rendered');
    const refused = await must(issue(api, clerk, approved), 500);
    expect(refused.body.code).toBe('render-failed');
    expect(JSON.stringify(refused.body)).not.toContain('template');
    expect((await series(WARD, 2026))?.seq).toBeUndefined();
    expect((await api.send(clerk, 'GET', approved.path)).body.document.state).toBe('approved');
  });
});
