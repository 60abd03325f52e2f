import { expect, test } from 'vitest';
import { activityLine, memberActivity } from '../../../web/src/state/admin/activity.ts';
import type { Member } from '../../../web/src/state/admin/members.ts';

const names = new Map([['binh', 'Trần Thị Bình']]);
const act = {
  at: '2026-03-16T02:12:00.000Z',
  actor: 'binh',
  act: 'return' as const,
  actName: 'trả lại',
  organ: 'phuong',
  typeName: 'Kế hoạch',
  stateName: 'bản thảo',
};

test('an act names its document where the admin may open it, and its type alone where not', () => {
  expect(activityLine({ ...act, docId: 'd', subject: 'Kế hoạch A', symbol: '01/KH', reason: 'sai' }, names)).toEqual({
    at: act.at,
    who: 'Trần Thị Bình',
    what: 'trả lại, lý do: sai',
    on: '01/KH: Kế hoạch A (bản thảo)',
    document: { organ: 'phuong', docId: 'd' },
  });
  expect(activityLine({ ...act, actor: 'dv-26173' }, names)).toMatchObject({
    who: 'người của cơ quan khác',
    on: 'Kế hoạch (bản thảo)',
    document: null,
  });
});

test('changes of people are acts of the day in Vietnam on which somebody made them', () => {
  const step = { name: 'An', roles: ['drafter' as const], active: true, rev: 1 };
  const member = {
    name: 'An',
    changes: [
      { ...step, by: 'nguoi-van-hanh', at: '2026-03-15T16:59:00.000Z' },
      { ...step, active: false, by: 'binh', at: '2026-03-15T17:00:00.000Z' },
    ],
  } as unknown as Member;
  const of = (filter: object) => memberActivity([member], { from: '', to: '', staffId: '', ...filter }, names);
  expect(of({ from: '2026-03-16', to: '2026-03-16' }).map(({ who, what, on }) => [who, what, on])).toEqual([
    ['Trần Thị Bình', 'đổi người, thôi làm việc', 'An'],
  ]);
  expect(of({ from: '2026-03-15', to: '2026-03-16', staffId: 'nguoi-khac' })).toEqual([]);
  expect(of({ from: '2026-03-15', to: '2026-03-15' }).map(({ what }) => what)).toEqual([
    'thêm người, vai trò: Người soạn',
  ]);
});
