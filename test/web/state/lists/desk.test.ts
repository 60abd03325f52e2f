import { expect, test } from 'vitest';
import { mayTakeOver } from '../../../../web/src/state/document/act.ts';
import { deadlineOf } from '../../../../web/src/state/labels.ts';
import { mayClose } from '../../../../web/src/state/lists/closing.ts';
import { isNarrowed } from '../../../../web/src/state/lists/find.ts';
import { LISTS, MOST_SHOWN, takeList } from '../../../../web/src/state/lists/list.ts';
import { mayEndReply, takeReplies } from '../../../../web/src/state/lists/replies.ts';
import { officeDocument, someone } from '../../support/office-document.ts';

test('a clerk closes a series of a year that is over, once, and nobody else does', () => {
  const series = { year: 2025, series: 'ke-hoach', types: ['KeHoach'], start: 1, open: true, last: 35 };
  const clerk = someone('cuc', 'clerk');
  expect(mayClose(series, clerk, 2026)).toBe(true);
  expect(mayClose(series, clerk, 2025)).toBe(false);
  expect(mayClose(series, someone('an', 'drafter'), 2026)).toBe(false);
  const closing = {
    year: 2025,
    series: 'ke-hoach',
    hash: '',
    count: 1,
    broughtIn: 0,
    byType: {},
    closedBy: 'cuc',
    closedAt: '',
  };
  expect(mayClose({ ...series, closing }, clerk, 2026)).toBe(false);
});

test('a draft is due for submitting, all else for its answer', () => {
  const both = { submitBy: '2026-03-20', replyBy: '2026-04-15' };
  expect(deadlineOf({ state: 'draft', ...both })).toEqual({ label: 'trình', day: '2026-03-20' });
  expect(deadlineOf({ state: 'issued', ...both })).toEqual({ label: 'trả lời', day: '2026-04-15' });
  expect(deadlineOf({ state: 'submitted' })).toBeNull();
});

test('a number is looked for by itself; any filter but the year narrows a search', () => {
  expect(isNarrowed({ year: 2026, signer: '', from: '' })).toBe(false);
  expect(isNarrowed({ signer: 'An' })).toBe(true);
});

test('a list goes on past pages without any of its own, and says where it shows not all', async () => {
  const waiting = (count: number) => Array.from({ length: count }, (_, n) => officeDocument({ docId: `${n}` }));
  const pages: Record<string, { items: ReturnType<typeof waiting>; cursor?: string }> = {
    '': { items: [], cursor: 'a' },
    a: { items: waiting(2), cursor: 'b' },
    b: { items: waiting(1) },
  };
  const few = await takeList(LISTS.drafts, async (_, cursor = '') => pages[cursor] ?? { items: [] });
  expect([few.documents.length, few.hasMore]).toEqual([3, false]);
  const many = await takeList(LISTS.drafts, async () => ({ items: waiting(100), cursor: 'more' }));
  expect([many.documents.length, many.hasMore]).toEqual([MOST_SHOWN, true]);
});

test('what is to be answered comes by its day, from all pages; a clerk or its drafter ends it', async () => {
  const awaited = (docId: string, replyBy: string) => ({
    document: officeDocument({ docId, state: 'issued', replyBy }),
    isLate: false,
  });
  const found = await takeReplies(async (cursor) =>
    cursor === undefined
      ? { items: [awaited('sau', '2026-05-01')], cursor: 'b' }
      : { items: [awaited('truoc', '2026-04-01')] },
  );
  expect(found.map(({ document }) => document.docId)).toEqual(['truoc', 'sau']);
  const document = officeDocument();
  const may = (...who: Parameters<typeof someone>) => mayEndReply(document, someone(...who));
  expect([may('cuc', 'clerk'), may('an', 'drafter'), may('binh', 'drafter'), may('an', 'signer')]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test('a draft is taken over by those who draft, a step by those who check or sign', () => {
  const people = [
    someone('an', 'drafter'),
    someone('binh', 'drafter'),
    someone('chi', 'checker'),
    someone('ky', 'signer'),
  ];
  const ids = (about: Parameters<typeof officeDocument>[0]) =>
    mayTakeOver(officeDocument(about), people).map(({ staffId }) => staffId);
  expect(ids({})).toEqual(['binh']);
  expect(ids({ state: 'submitted', holder: 'chi' })).toEqual(['ky']);
});
