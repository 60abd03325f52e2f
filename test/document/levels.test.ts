import { expect, test } from 'vitest';
import { said } from '../render/scene.ts';
import { codes, only, places, plan } from './scene.ts';

const text = 'Nội dung.';
const body = (...parts: readonly unknown[]) => plan({ body: parts });

test('prints A. above I., + below -, and lists (1), (i), a. on lines of their own', async () => {
  const printed = await said(
    body({
      level: 'letter',
      title: 'Phần chung',
      children: [
        {
          level: 'roman',
          title: 'Mục đích',
          children: [
            {
              level: 'clause',
              text,
              children: [
                {
                  level: 'item',
                  text,
                  children: [
                    { level: 'itemRoman', text },
                    { level: 'itemRoman', text },
                  ],
                },
                { level: 'item', text },
                { level: 'itemLetter', text },
                {
                  level: 'dash',
                  text,
                  children: [
                    { level: 'plus', text },
                    { level: 'plus', text },
                  ],
                },
              ],
            },
          ],
        },
      ],
    }),
  );
  const from = printed.indexOf('A. PHẦN CHUNG');
  expect(printed.slice(from, from + 12)).toEqual([
    'A. PHẦN CHUNG',
    'I. MỤC ĐÍCH',
    `1. ${text}`,
    ...[`(1) ${text}`, `(i) ${text}`, `(ii) ${text}`, `(2) ${text}`],
    ...[`a. ${text}`, `- ${text}`, `+ ${text}`, '+ Nội dung./.'],
    ...printed.slice(from + 11, from + 12),
  ]);
});

test('lets a dash hold items and pluses, and says where anything else goes', () => {
  const dash = (child: unknown) => body({ level: 'dash', text, children: [child] });
  expect(codes(dash({ level: 'item', text }))).toEqual([]);
  expect(codes(dash({ level: 'plus', text }))).toEqual([]);
  const table = { columns: [{ title: 'A', id: 'a' }], rows: [{ cells: { a: '1' } }] };
  expect(codes(dash({ level: 'table', table }))).toEqual(['PART_ORDER']);
  expect(only(body({ level: 'paragraph', text, children: [{ level: 'note', text }] })).message).toContain(
    'hãy đưa ghi chú ra ngay sau',
  );
  expect(places(body({ level: 'plus', text, children: [{ level: 'plus', text }] }))).toEqual([
    'PART_ORDER Dấu cộng thứ 1, dấu cộng thứ 1',
  ]);
});

test('takes parts without ids, and aligns paragraphs alone', () => {
  expect(codes(body({ level: 'paragraph', align: 'center', text }))).toEqual([]);
  expect(codes(body({ level: 'paragraph', indent: false, text }))).toEqual([]);
  expect(codes(body({ level: 'clause', align: 'center', text }))).toEqual(['PART_CONTENT']);
});

test('prints the number of a reference by itself, asked for or after “các phụ lục”', async () => {
  const appendix = (id: string) => ({ id, body: [{ level: 'paragraph', text }] });
  const appendices = [appendix('a'), appendix('b'), appendix('c')];
  const pieces = ['Tại các phụ lục ', { ref: 'a' }, ', ', { ref: 'b' }, ' và ', { ref: 'c' }, '.'];
  expect(await said(plan({ body: [{ level: 'paragraph', text: pieces }], appendices }))).toContain(
    'Tại các phụ lục I, II và III./.',
  );
  const alone = ['Phụ lục ', { ref: 'a', number: true }, ', ', { ref: 'b' }, ', ', { ref: 'c' }];
  expect(await said(plan({ body: [{ level: 'paragraph', text: alone }], appendices }))).toContain(
    'Phụ lục I, Phụ lục II, Phụ lục III./.',
  );
});
