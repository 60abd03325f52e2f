import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { badKey, jsonFault } from '#document/json/json-text.ts';

const json = fc.jsonValue({ maxDepth: 6 }).map((value) => JSON.stringify(value));
const hasProto = (text: string) => text.includes('"__proto__":');

test('takes whatever JSON.stringify writes', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(undefined, 2), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      if (!hasProto(text.replaceAll(' ', ''))) expect(jsonFault(text)).toBeUndefined();
    }),
    { numRuns: 500 },
  );
});

test('finds every key that stands twice, however it is spelled and however deep', () => {
  const escaped = (key: string) =>
    `"${[...key].map((char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"`;
  const bmp = fc.string({ minLength: 1 }).filter((key) => key !== '__proto__');
  fc.assert(
    fc.property(bmp, json, json, fc.boolean(), fc.nat(20), (key, first, second, inList, depth) => {
      if (hasProto(first) || hasProto(second)) return;
      const [open, close] = inList ? ['[1,', ']'] : ['{"x":', '}'];
      const text = `${open.repeat(depth)}{${JSON.stringify(key)}:${first}, ${escaped(key)}:${second}}${close.repeat(depth)}`;
      const found = badKey(text);
      expect(found).toMatchObject({ code: 'duplicate-key', key });
      expect(text.slice(found!.index)).toBe(text.slice(text.lastIndexOf(escaped(key))));
      expect(found!.pointer.split('/')).toHaveLength(depth + 2);
    }),
    { numRuns: 500 },
  );
});

test('agrees with JSON.parse on what is JSON, in any text a few letters away from it', () => {
  const noise = fc.constantFrom(',', '"', '{', '}', '[', ']', ':', '\\', '“', '1', '-', 't', ' ', '\n', '\t', '//', '');
  fc.assert(
    fc.property(json, fc.nat(), fc.nat(3), noise, (text, index, cut, added) => {
      const at = index % (text.length + 1);
      const changed = text.slice(0, at) + added + text.slice(at + cut);
      let sound = true;
      try {
        JSON.parse(changed);
      } catch {
        sound = false;
      }
      const fault = jsonFault(changed);
      expect(fault?.code === 'syntax').toBe(!sound);
      expect(fault?.why).not.toBe('nội dung không phải JSON');
    }),
    { numRuns: 2000 },
  );
});

describe('says where and what is wrong', () => {
  test.each([
    ['{"a":1,"a":2}', 1, 8, 'trường “a” ghi hai lần; hãy giữ lại một'],
    ['[{"a":{"b":1,\n  "b":2}}]', 2, 3, 'trường “b” ghi hai lần trong /0/a; hãy giữ lại một'],
    ['{"__pr\\u006fto__":1}', 1, 2, 'không có trường “__proto__”; hãy bỏ trường này'],
    ['{\r\n"a":1,\r\n}', 2, 6, 'thừa dấu phẩy trước “}”; hãy xóa dấu phẩy'],
    ['[1,]', 1, 3, 'thừa dấu phẩy trước “]”; hãy xóa dấu phẩy'],
    ['{“a”:1}', 1, 2, 'dấu nháy “ không dùng được; hãy gõ dấu nháy kép thẳng (")'],
    [
      '{"a”:1}',
      1,
      2,
      'chuỗi mở ở đây chưa đóng bằng dấu nháy kép thẳng (") trên cùng dòng, có thể vì đóng bằng dấu nháy cong',
    ],
    ['{"a":1\n"b":2}', 2, 1, 'thiếu dấu phẩy trước chỗ này'],
    ['{"a" 1}', 1, 6, 'sau tên trường phải là dấu hai chấm “:”, không phải “1”'],
    ['{a:1}', 1, 2, 'tên trường phải nằm trong dấu nháy kép, ví dụ "subject"'],
    ['{"a":True}', 1, 6, '“True” phải nằm trong dấu nháy kép (chỉ true, false, null và số thì không)'],
    ['{"a":01}', 1, 6, '“01” không phải một số đúng dạng'],
    ['{"a":}', 1, 6, 'thiếu một giá trị trước “}”'],
    ['{"a":[1', 1, 8, 'nội dung hết giữa chừng, chưa đóng “]}”'],
    ['{"a":1]', 1, 7, 'đang mở “{” nên phải đóng bằng “}”, không phải “]”'],
    ['{} x', 1, 4, 'thừa “x” sau khi JSON đã hết; hãy xóa phần này'],
    [`${'['.repeat(1001)}${']'.repeat(1001)}`, 1, 1001, 'lồng nhau quá 1000 tầng; hãy bớt tầng'],
    ['// a\n{}', 1, 1, 'JSON không có chú thích; hãy xóa phần này'],
    ['', 1, 1, 'không có nội dung nào'],
    ['{\0"\0', 1, 1, 'nội dung ghi bằng mã UTF-16; hãy lưu lại bằng mã UTF-8'],
  ])('%j', (text, line, column, why) => {
    expect(jsonFault(text)).toMatchObject({ line, column, why });
  });
});

test('reads 4 MB in well under 200 ms of computing, to the depth that it may have', () => {
  const row = { id: 'muc-tieu-1', text: 'Hoàn thành “chỉ tiêu” được giao\n', cells: { a: 1, b: [true, null] } };
  const wide = JSON.stringify(Array.from({ length: 50_000 }, () => row));
  expect(wide.length).toBeGreaterThan(4_000_000);
  const times = [1, 2, 3].map(() => {
    const start = process.cpuUsage();
    expect(badKey(wide)).toBeUndefined();
    return process.cpuUsage(start).user / 1000;
  });
  expect(Math.min(...times)).toBeLessThan(200);
  expect(badKey(`${'['.repeat(999)}{"a":1,"a":2}${']'.repeat(999)}`)).toMatchObject({ key: 'a' });
  expect(badKey(`${'['.repeat(200_000)}${']'.repeat(200_000)}`)).toMatchObject({ code: 'too-deep', index: 1000 });
  expect(badKey(`"${'\\'.repeat(1_000_000)}"`)).toBeUndefined();
});
