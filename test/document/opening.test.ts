import { expect, test } from 'vitest';
import { said } from '../render/scene.ts';
import { codes, only, plan } from './scene.ts';

const without = (...keys: readonly string[]) =>
  Object.fromEntries(Object.entries(plan()).filter(([key]) => !keys.includes(key)));

test('prints a clause before the issuer, upright paragraphs before both, or no sentence at all', async () => {
  const lead = plan({ openingLead: 'Nhằm chủ động phòng, chống thiên tai,', opening: 'xây dựng Kế hoạch như sau:' });
  expect(await said(lead)).toContain('Nhằm chủ động phòng, chống thiên tai, UBND phường xây dựng Kế hoạch như sau:');
  const upright = await said(plan({ preamble: ['Năm 2025 có nhiều kết quả.', 'Tuy vậy còn hạn chế.'] }));
  const first = upright.indexOf('Năm 2025 có nhiều kết quả.');
  expect(upright[first + 1]).toBe('Tuy vậy còn hạn chế.');
  expect(upright[first + 2]).toMatch(/^UBND phường ban hành/);
  expect((await said(without('opening'))).join('\n')).not.toContain('UBND phường ban hành');
});

test.each([
  ['Nhằm chủ động phòng ngừa, UBND phường xây dựng Kế hoạch như sau:', 'OPENING_ISSUER'],
  ['Nhằm chủ động phòng ngừa, xây dựng Kế hoạch như sau:', 'OPENING_CAPITAL'],
  ['Ban hành Kế hoạch như sau:', 'OPENING_CAPITAL'],
  ['UBND phường ban hành Kế hoạch như sau:', 'OPENING_ISSUER'],
  ['thực hiện Quyết định của UBND phường; UBND phường tổ chức thực hiện như sau:', 'OPENING_ISSUER'],
])('refuses “%s”, which would name the issuer twice or begin with a capital', (opening, code) => {
  expect(codes(plan({ opening }))).toEqual([code]);
});

test('takes a sentence that names the issuer as something else than who acts', () => {
  expect(codes(plan({ opening: 'ban hành Kế hoạch thực hiện Chương trình của UBND phường như sau:' }))).toEqual([]);
});

test('refuses a clause that ends in the issuer, or that no sentence follows', () => {
  expect(codes(plan({ openingLead: 'Nhằm chủ động, UBND phường' }))).toEqual(['OPENING_ISSUER']);
  expect(only({ ...without('opening'), openingLead: 'Nhằm chủ động,' }).message).toContain('câu mở đầu');
});
