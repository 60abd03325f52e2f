import { expect, test } from 'vitest';
import { mergeDrafts } from '../../../../web/src/editor/saving/merge-drafts.ts';
import { presenceLine } from '../../../../web/src/state/document/presence.ts';

const point = (text: string) => ({ level: 'point', text });
const draft = (texts: readonly string[], more: object = {}) => ({
  schema: 'KeHoach@1',
  organ: 'phuong-binh-long',
  issuer: 'organ',
  subject: 'Ra quân vệ sinh môi trường',
  opening: 'ban hành Kế hoạch như sau:',
  recipients: ['Sở Nội vụ'],
  body: [{ level: 'roman', title: 'NHIỆM VỤ', children: texts.map(point) }],
  ...more,
});
const base = draft([
  'Tuyên truyền đến từng hộ dân trong khu phố',
  'Thu gom rác thải tại các tuyến đường chính',
  'Báo cáo kết quả về Ủy ban nhân dân phường',
]);
const NONE = new Set<string>();

test('a trích yếu and recipients that both changed are asked about', () => {
  const texts = ['Tuyên truyền đến từng hộ dân trong khu phố', 'Thu gom rác thải tại các tuyến đường chính'];
  const mine = draft(texts, { subject: 'Ra quân vệ sinh quý I', recipients: ['Sở Nội vụ', 'Sở Y tế'] });
  const theirs = draft(texts, { subject: 'Ra quân vệ sinh quý II', recipients: ['Sở Nội vụ', 'Công an'] });
  const merge = mergeDrafts({ base: draft(texts), mine, theirs }, NONE);
  expect(merge?.conflicts.map(({ id }) => id)).toEqual(['subject', 'recipients']);
  expect(merge?.data).toMatchObject({ subject: mine.subject, recipients: mine.recipients });
  const took = mergeDrafts({ base: draft(texts), mine, theirs }, new Set(['subject']));
  expect(took?.data).toMatchObject({ subject: theirs.subject, recipients: mine.recipients });
});

test('what each changed alone is in both, without a question', () => {
  const mine = draft([
    'Tuyên truyền đến từng hộ dân trong khu phố và trường học',
    'Thu gom rác thải tại các tuyến đường chính',
    'Báo cáo kết quả về Ủy ban nhân dân phường',
  ]);
  const theirs = draft(
    [
      'Tuyên truyền đến từng hộ dân trong khu phố',
      'Thu gom rác thải tại các tuyến đường chính',
      'Báo cáo kết quả về Ủy ban nhân dân phường trước ngày 30/6',
      'Khen thưởng các tập thể làm tốt',
    ],
    { urgency: 'KHẨN' },
  );
  const merge = mergeDrafts({ base, mine, theirs }, NONE);
  expect(merge?.conflicts).toEqual([]);
  expect(merge?.taken).toBe(3);
  expect(merge?.data).toEqual(
    draft(
      [
        'Tuyên truyền đến từng hộ dân trong khu phố và trường học',
        'Thu gom rác thải tại các tuyến đường chính',
        'Báo cáo kết quả về Ủy ban nhân dân phường trước ngày 30/6',
        'Khen thưởng các tập thể làm tốt',
      ],
      { urgency: 'KHẨN' },
    ),
  );
});

test('where both changed a part or a field, mine stands until theirs is taken', () => {
  const change = (word: string, opening: string) =>
    draft(
      [
        `Tuyên truyền đến từng hộ dân trong khu phố ${word}`,
        'Thu gom rác thải tại các tuyến đường chính',
        'Báo cáo kết quả về Ủy ban nhân dân phường',
      ],
      { opening },
    );
  const mine = change('mỗi tuần', 'ban hành Kế hoạch cụ thể như sau:');
  const theirs = change('mỗi tháng', 'ban hành Kế hoạch với nội dung sau:');
  const merge = mergeDrafts({ base, mine, theirs }, NONE);
  expect(merge?.data).toEqual(mine);
  expect(merge?.conflicts.map((one) => [one.place, one.mine, one.theirs])).toEqual([
    [expect.any(String), 'ban hành Kế hoạch cụ thể như sau:', 'ban hành Kế hoạch với nội dung sau:'],
    [
      'Điểm a Mục I',
      'Tuyên truyền đến từng hộ dân trong khu phố mỗi tuần',
      'Tuyên truyền đến từng hộ dân trong khu phố mỗi tháng',
    ],
  ]);
  const ids = new Set(merge?.conflicts.map(({ id }) => id));
  const taken = mergeDrafts({ base, mine, theirs }, ids);
  expect(taken?.data).toEqual(theirs);
  expect(taken?.conflicts).toHaveLength(2);
});

test('an empty body is none that can be compared part by part', () => {
  expect(mergeDrafts({ base: draft([]), mine: draft([]), theirs: { ...base, body: 'x' } }, NONE)).toBeNull();
});

test('says who has the draft open, since when', () => {
  const others = [{ staffId: 'soan-2', since: '2026-03-16T02:10:00Z' }];
  expect(presenceLine(others, new Map([['soan-2', 'Trần Thị Bình']]))).toBe('Trần Thị Bình đang mở từ 09:10');
  expect(presenceLine([], new Map())).toBe('');
});
