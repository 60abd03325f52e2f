import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readOwnZip } from '#package/read-zip.ts';
import { codes, example, must, office, openTestApi, type Reply, type TestApi } from '../test-api.ts';

const { drafter, clerk } = office('phuong-binh-long');
let api: TestApi;
// biome-ignore lint/suspicious/noExplicitAny: broken on purpose
let good: any;

beforeAll(async () => {
  api = await openTestApi('2026-03-16T09:00:00+07:00');
  good = await example('ke-hoach-phuong-2026');
});
afterAll(() => api.close());

const send = (data: unknown) => api.send(drafter, 'POST', '/documents', { data });
const errors = (reply: Reply) =>
  reply.body.errors.filter(({ severity }: { readonly severity: string }) => severity === 'error');

/** A sound document, broken in one place. */
const broken: [name: string, data: () => unknown, code: string, path: string][] = [
  ['an unknown key', () => ({ ...good, colour: 'red' }), 'UNKNOWN_KEY', 'Văn bản'],
  ['a number typed by hand', () => ({ ...good, number: 12 }), 'SERVER_FIELD', 'Văn bản'],
  ['a state', () => ({ ...good, state: 'issued' }), 'SERVER_FIELD', 'Văn bản'],
  ['a degree of secrecy', () => ({ ...good, urgency: 'TỐI MẬT' }), 'SECRET', 'Mức độ khẩn (urgency)'],
  [
    'a day that does not exist',
    () => ({ ...good, bases: [{ ...good.bases[0], cites: { ...good.bases[0].cites, issuedDate: '2025-02-30' } }] }),
    'INVALID_DATE',
    'Căn cứ (bases) thứ 1, văn bản viện dẫn (cites), ngày ban hành (issuedDate)',
  ],
  [
    'a number before a title',
    () => ({ ...good, body: [{ ...good.body[0], title: 'I. MỤC TIÊU' }, ...good.body.slice(1)] }),
    'TYPED_NUMBER',
    'Mục I, tiêu đề (title)',
  ],
  ['a control character', () => ({ ...good, subject: `Kế\u0007 hoạch` }), 'FORBIDDEN_CHARACTER', 'Trích yếu (subject)'],
  [
    'a mark that turns the direction of writing',
    () => ({ ...good, subject: `Kế \u202Ehoạch` }),
    'FORBIDDEN_CHARACTER',
    'Trích yếu (subject)',
  ],
  ['1 MB in a cell', () => withCell('x'.repeat(1024 * 1024)), 'TOO_LONG', 'Phụ lục, dòng 1, cột Nội dung công việc'],
  [
    'a merged cell wider than its table',
    () => withCell({ text: 'rộng', colSpan: 20 }),
    'COLUMN_SPAN_TOO_WIDE',
    'Phụ lục, dòng 1, cột Nội dung công việc',
  ],
];

function withCell(cell: unknown) {
  const [appendix] = good.appendices;
  const body = appendix.body.map(
    (part: {
      readonly table?: {
        readonly columns: readonly { readonly id: string }[];
        readonly rows: readonly { readonly cells?: object }[];
      };
    }) => {
      if (!part.table) return part;
      let first = true;
      const rows = part.table.rows.map((row) => {
        if (!row.cells || !first) return row;
        first = false;
        return { ...row, cells: { ...row.cells, [Object.keys(row.cells)[0]!]: cell } };
      });
      return { ...part, table: { ...part.table, rows } };
    },
  );
  return { ...good, appendices: [{ ...appendix, body }] };
}

describe('a document with', () => {
  test.each(broken)('%s is refused with its place', async (_name, data, code, path) => {
    const reply = await must(send(data()), 422);
    expect(reply.headers.get('content-type')).toBe('application/problem+json');
    expect(reply.body).toMatchObject({ code: 'document-invalid', status: 422, type: expect.stringMatching(/^urn:/) });
    const found = errors(reply).find((error: { readonly code: string }) => error.code === code);
    expect(found, JSON.stringify(reply.body.errors)).toMatchObject({ path });
  });

  test('many errors is refused with all of them at once', async () => {
    const { issuer: _, signer: __, ...rest } = good;
    const data = { ...rest, subject: 'Trích yếu.', colour: 'red', recipients: ['- Sở Nội vụ;'], medium: 'stone' };
    const reply = await must(send(data), 422);
    expect(codes(reply)).toEqual(
      expect.arrayContaining(['MISSING', 'SUBJECT_END', 'UNKNOWN_KEY', 'LIST_PUNCTUATION', 'INVALID_VALUE']),
    );
  });

  test.each([
    '{"data": {"__proto__": {"a": 1}}}',
    '{"__proto__": {"data": {}}}',
    '{"data": {"\\u005f_proto__": 1}}',
    '{"data": {"__pr\\u006fto__": 1}}',
  ])('a prototype is refused: %s', async (body) => {
    const reply = await must(api.send(drafter, 'POST', '/documents', body), 422);
    expect(codes(reply)).toEqual(['UNKNOWN_KEY']);
    expect(({} as Record<string, unknown>)['a']).toBeUndefined();
  });

  test.each(['{"a": {"constructor": {"prototype": {"x": 1}}}}', '{"constructor": 1}'])(
    'a constructor is an unknown key like any other: %s',
    async (body) => {
      const reply = await must(send({ ...good, ...JSON.parse(body) }), 422);
      expect(codes(reply)).toContain('UNKNOWN_KEY');
    },
  );

  test('a nesting that has no end is refused before anything walks it', async () => {
    const depth = 200_000;
    const body = `{"data": {"schema": "KeHoach@1", "body": ${'['.repeat(depth)}${']'.repeat(depth)}}}`;
    const { body: problem } = await must(api.send(drafter, 'POST', '/documents', body), 400);
    expect(problem).toMatchObject({ code: 'bad-json', detail: expect.stringContaining('lồng nhau quá 1000 tầng') });
  });

  test('markup, braces and ampersands in its text prints them as they are', async () => {
    const text = 'Dùng <w:p/> và {{x}} & ]]> "ngoặc" {{#if y}}';
    const { docId } = (
      await must(send({ ...good, body: [...good.body, { id: 'ky-tu-la', level: 'paragraph', text }] }), 201)
    ).body.document;
    const { bytes } = await must(api.send(drafter, 'GET', `/documents/${docId}/preview`), 200);
    const printed = readOwnZip(bytes)
      .get('word/document.xml')!
      .replace(/<[^>]+>/g, '');
    expect(printed.replaceAll('&quot;', '"')).toContain('Dùng &lt;w:p/&gt; và {{x}} &amp; ]]&gt; "ngoặc" {{#if y}}');
  });
});

describe('a request', () => {
  test.each([
    ['state', 'SERVER_FIELD'],
    ['number', 'SERVER_FIELD'],
    ['organ', 'UNKNOWN_KEY'],
    ['drafterId', 'UNKNOWN_KEY'],
  ])('that names %s beside the data is refused', async (key, code) => {
    const reply = await must(api.send(drafter, 'POST', '/documents', { data: good, [key]: 'x' }), 422);
    expect(reply.body).toMatchObject({ code: 'bad-request', errors: [{ code }] });
  });

  test('without data, with a wrong id and a key too many says all of it', async () => {
    const reply = await must(api.send(drafter, 'POST', '/documents', { docId: '../x', y: 1 }), 422);
    expect(codes(reply).sort()).toEqual(['INVALID_FORMAT', 'MISSING', 'UNKNOWN_KEY']);
  });

  test('that brings a body to an act that takes none is refused', async () => {
    const reply = await api.send(
      drafter,
      'POST',
      '/documents/x/submit',
      { state: 'issued' },
      { 'if-match': '"v1-r1"' },
    );
    expect(reply.body).toMatchObject({ code: 'bad-request', errors: [{ code: 'SERVER_FIELD' }] });
  });

  test.each(['/documents?state=secret', '/documents', '/find?number=35&organ=x', '/documents?state=draft&limit=1000'])(
    'with a wrong query is refused: %s',
    async (path) => {
      const reply = await must(api.send(clerk, 'GET', path), 422);
      expect(errors(reply)).toHaveLength(1);
    },
  );

  test.each([
    ['POST', '/documents/x/return', {}, 'Còn thiếu lý do (reason); hãy bổ sung.'],
    ['GET', '/documents', undefined, 'Còn thiếu trạng thái (state); hãy bổ sung.'],
    ['GET', '/find', undefined, 'Còn thiếu số cần tìm (number); hãy bổ sung.'],
  ])('that lacks a field is told which, in words: %s %s', async (method, path, body, message) => {
    const reply = await must(api.send(clerk, method, path, body, { 'if-match': '"v1-r1"' }), 422);
    expect(errors(reply)).toMatchObject([{ message }]);
  });

  test('to bring in what is not issued yet is told so, with the day as people write it', async () => {
    const record = { typeCode: 'KeHoach', codeNotation: 'KH-UBND', subject: 'Kế hoạch cũ' };
    const body = { codeNumber: 3, issuedDate: '2026-12-24', record };
    const { detail } = (await must(api.send(clerk, 'POST', '/brought-in', body), 422)).body;
    expect(detail).toContain('Ngày ban hành 24/12/2026 chưa đến');
  });

  test.each(['%2e%2e%2f', 'a%00b', 'a%5cb', 'A#B', `${'a'.repeat(200)}`, '..%2f..%2fetc'])(
    'for an id that cannot exist finds nothing: %s',
    async (id) => {
      const reply = await api.send(clerk, 'GET', `/documents/${id}`);
      expect(reply.status).toBe(404);
    },
  );

  test('that is no JSON is told so', async () => {
    expect((await must(api.send(drafter, 'POST', '/documents', '{"data":'), 400)).body.code).toBe('bad-json');
  });

  test.each([
    ['{"data": {"subject": "a",\n "subject": "b"}}', 'dòng 2, cột 2: trường “subject” ghi hai lần trong /data'],
    ['{"docId": "a", "d\\u006fcId": "b"}', 'trường “docId” ghi hai lần'],
    ['{"data": {},\n}', 'dòng 1, cột 12: thừa dấu phẩy'],
    ['{“data”: {}}', 'dòng 1, cột 2: dấu nháy “'],
    [' ', 'không có nội dung'],
  ])('whose JSON is not sound is told where and why: %s', async (body, words) => {
    const reply = await must(api.send(drafter, 'POST', '/documents', body), 400);
    expect(reply.body).toMatchObject({ code: 'bad-json', detail: expect.stringContaining(words) });
    const other = { 'content-type': 'application/merge-patch+json' };
    expect((await api.send(drafter, 'POST', '/documents', body, other)).status).toBe(400);
  });

  test.each(['text/plain', 'application/xml', 'multipart/form-data; boundary=x'])(
    'of type %s is refused',
    async (type) => {
      const reply = await api.send(drafter, 'POST', '/documents', 'x', { 'content-type': type });
      expect(reply).toMatchObject({ status: 415, body: { code: 'unsupported-media-type' } });
    },
  );

  test('of more than 4 MB is refused, with and without a length', async () => {
    const body = JSON.stringify({ data: { ...good, subject: 'x'.repeat(4 * 1024 * 1024) } });
    expect((await api.send(drafter, 'POST', '/documents', body)).body.code).toBe('too-large');
    const headers = { authorization: `Bearer ${await api.tokenOf(drafter)}`, 'content-type': 'application/json' };
    const stream = new Blob([body]).stream();
    const reply = await api.raw('/documents', { method: 'POST', headers, body: stream, duplex: 'half' } as RequestInit);
    expect(reply.body).toMatchObject({ status: 413, code: 'too-large' });
  });

  test('to a path that is none, or by a method it does not take, is told so', async () => {
    expect((await api.send(clerk, 'GET', '/nothing')).body.code).toBe('no-route');
    const reply = await api.send(clerk, 'PATCH', '/documents/some-document');
    expect(reply).toMatchObject({ status: 405, body: { code: 'method-not-allowed' } });
    expect(reply.headers.get('allow')).toBe('DELETE, GET, HEAD, PUT');
  });

  test('with a number that is none is told how to write one', async () => {
    const reply = await must(api.send(clerk, 'GET', '/find?number=xyz'), 422);
    expect(reply.body.detail).toContain('35/KH-UBND');
  });

  test('with a cursor that is none is refused', async () => {
    expect((await must(api.send(clerk, 'GET', '/documents?state=draft&cursor=x'), 400)).body.code).toBe('bad-cursor');
  });
});

test('nothing of all this was an alarm', () => {
  expect(api.reports).toEqual([]);
});
