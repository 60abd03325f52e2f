import { describe, expect, test } from 'vitest';
import type { OfficeDocument, Person } from '../../../../web/src/api/types.ts';
import { seenInList } from '../../../../web/src/state/document/act.ts';
import { type OfficeRules, offerActs } from '../../../../web/src/state/document/acts.ts';
import { remediesFor } from '../../../../web/src/state/document/mistakes.ts';
import { sendChoices, withMembers } from '../../../../web/src/state/document/sending.ts';
import { keyAct } from '../../../../web/src/state/keys.ts';
import { stateLabel } from '../../../../web/src/state/labels.ts';
import {
  expectedSymbol,
  expectedSymbols,
  movedTo,
  numberInOrder,
  stillCompared,
} from '../../../../web/src/state/lists/issuing.ts';
import { byUrgency, menuOf, tabTitle, workGroups, yearEndLine } from '../../../../web/src/state/lists/work.ts';
import { officeDocument as document, someone } from '../../support/office-document.ts';

const names = new Map([['truong', 'Đặng Văn Trưởng']]);
const offer = (about: OfficeDocument, person: Person, rules: OfficeRules) =>
  offerActs(about, person, rules, { names, today: '2026-03-17' });

describe('the page offers', () => {
  const usual = { ownDraftAllowed: false };
  const submitted = document({ state: 'submitted', approverId: 'ky', ownDraft: false });

  test('the drafter to submit her draft, and nobody else', () => {
    expect(offer(document(), someone('an', 'drafter'), usual)).toMatchObject({
      next: 'submit',
      others: ['edit', 'compare-returned', 'co-draft', 'hand-over', 'deadline', 'discard', 'copy'],
    });
    expect(offer(document(), someone('binh', 'drafter'), usual)).toMatchObject({ next: null, others: ['copy'] });
  });

  test('who drafts with her to edit and nothing more; whose it is to be handed over and given days', () => {
    const shared = document({ coDrafters: ['binh'] });
    expect(offer(shared, someone('binh', 'drafter'), usual)).toMatchObject({ next: null, others: ['edit', 'copy'] });
    const issued = document({ state: 'issued', sending: 'sent' });
    expect(offer(issued, someone('an', 'drafter'), usual).others).toEqual(['deadline', 'copy']);
    expect(offer(issued, someone('binh', 'drafter'), usual).others).toEqual(['copy']);
  });

  test('a clerk to link with the documents of organs that the office took over, where it took over any', () => {
    const issued = document({ state: 'issued', sending: 'sent' });
    const others = (rules: OfficeRules) => offer(issued, someone('cuc', 'clerk'), rules).others;
    expect(others(usual)).not.toContain('link-old');
    expect(others({ ...usual, hasPredecessors: true })).toContain('link-old');
  });

  test('the signer whom the block names to approve, and nobody else', () => {
    expect(offer(submitted, someone('ky', 'signer'), usual)).toMatchObject({
      next: 'approve',
      others: ['return', 'change-signer'],
    });
    expect(offer(submitted, someone('pho', 'signer'), usual)).toMatchObject({ next: null, others: [] });
  });

  test('nobody to approve their own draft, unless the office allows it', () => {
    const own = { ...submitted, approverId: 'an', ownDraft: true };
    const an = someone('an', 'drafter', 'signer');
    expect(offer(own, an, usual).next).toBeNull();
    expect(offer(own, an, usual).waitsFor).toMatch(/không tự duyệt/);
    expect(offer(own, an, { ownDraftAllowed: true }).next).toBe('approve');
  });

  test('the drafter to take back what nobody has opened, and then says whom to ask', () => {
    const an = someone('an', 'drafter');
    expect(offer(submitted, an, usual).others).toEqual(['take-back', 'change-signer', 'copy']);
    const opened = offer({ ...submitted, openedAt: '2026-01-02T00:00:00Z' }, an, usual);
    expect(opened.others).toEqual(['change-signer', 'copy']);
    expect(opened.waitsFor).toMatch(/đề nghị người ký trả lại/);
  });

  test('the clerk to number or return, and says to all others who does', () => {
    const approved = document({ state: 'approved', approverId: 'ky' });
    expect(offer(approved, someone('cuc', 'clerk'), usual)).toMatchObject({ next: 'number', others: ['return'] });
    expect(offer(approved, someone('an', 'drafter'), usual).waitsFor).toBe('Chờ văn thư cấp số.');
    expect(offer(approved, someone('ky', 'signer'), usual).others).toEqual(['return']);
  });
});

test('the clerk sends what has a number; who was sent it stands as published', () => {
  const usual = { ownDraftAllowed: false };
  const numbered = document({ state: 'issued', sending: 'unsent' });
  expect(offer(numbered, someone('cuc', 'clerk'), usual).next).toBe('send');
  expect(offer(numbered, someone('an', 'drafter'), usual).waitsFor).toBe('Chờ văn thư gửi đi.');
  expect(offer({ ...numbered, sending: 'sent' }, someone('cuc', 'clerk'), usual).others).toContain('send');
  expect([stateLabel(numbered), stateLabel({ ...numbered, sending: 'sent' })]).toEqual([
    'Đã cấp số, chưa gửi',
    'Đã phát hành',
  ]);
});

test('a number that is to be voided waits for another person, and is not sent meanwhile', () => {
  const voidAsked = { reason: 'Cấp nhầm', by: 'cuc', at: '2026-01-01T00:00:00Z' };
  const asked = document({ state: 'issued', sending: 'unsent', voidAsked });
  const usual = { ownDraftAllowed: false };
  expect(offer(asked, someone('cuc', 'clerk'), usual)).toMatchObject({ next: null, others: ['drop-void'] });
  expect(offer(asked, someone('ky', 'signer'), usual).next).toBe('consent-void');
  expect(offer(asked, someone('an', 'drafter'), usual)).toMatchObject({ next: null, others: ['copy'] });
});

test('what was not sent is voided; what was sent is mended by another document', () => {
  const remedies = (sending?: 'unsent' | 'sent', about: { readonly recorded?: true } = {}) =>
    remediesFor({ ...about, ...(sending && { sending }) }).map(({ remedy: one }) => one);
  expect(remedies('unsent', { recorded: true })).toEqual(['strike', 'void']);
  expect(remedies('unsent')).toEqual(['void']);
  expect(remedies('sent')).toEqual(['amend', 'correct', 'withdraw']);
  expect(remedies()).toEqual(['amend', 'correct', 'withdraw']);
});

test('everyone on Nơi nhận is offered for sending, but not the line of who keeps it', () => {
  expect(sendChoices(['Như trên', 'Sở Nội vụ;', 'Lưu: VT, HCC.'], 'post')).toEqual([
    { name: 'Sở Nội vụ', isSent: true, way: 'post', copies: null, members: [] },
  ]);
});

test('a group of the office brings its copies and its way, and stands for its members one by one', () => {
  const groups = [
    { name: 'Các phòng  chuyên môn.', way: 'hand' as const, copies: 5, members: ['Phòng Kinh tế', 'Phòng Văn hóa'] },
  ];
  const choices = sendChoices(['Sở Nội vụ;', 'các phòng chuyên môn;'], 'system', groups);
  expect(choices.map(({ way, copies }) => [way, copies])).toEqual([
    ['system', null],
    ['hand', 5],
  ]);
  expect(withMembers(choices, choices[1]!).map(({ name, way, copies }) => [name, way, copies])).toEqual([
    ['Sở Nội vụ', 'system', null],
    ['Phòng Kinh tế', 'hand', null],
    ['Phòng Văn hóa', 'hand', null],
  ]);
});

test('the menu counts what waits for one’s roles alone', () => {
  const reminders = {
    unfinished: [],
    toCheck: [document()],
    toApprove: [document()],
    toIssue: [document(), document()],
    toSend: [],
    returned: [],
    cameDown: [],
    lastNumbers: [],
  };
  const counts = (person: Person) =>
    Object.fromEntries(menuOf(person, reminders).map(({ view, count }) => [view, count]));
  expect(counts(someone('a', 'clerk'))).toMatchObject({ 'to-number': 2, 'to-sign': null });
  expect(counts(someone('a', 'reader'))).toEqual({ work: 4, book: null, statistics: null, find: null, check: null });
  expect(counts(someone('a', 'checker'))).toMatchObject({ 'to-check': 1 });
  expect(menuOf(someone('a', 'drafter'), reminders, { hasSteps: true }).map(({ view }) => view)).toContain('to-check');
  expect(tabTitle('Chờ ký', 3)).toBe('(3) Chờ ký – Ban Hành');
});

test('the urgent come first, then those that wait longest', () => {
  const late = document({ docId: 'late', updatedAt: '2026-02-01T00:00:00Z' });
  const urgent = document({ docId: 'urgent', urgency: 'KHẨN', updatedAt: '2026-03-01T00:00:00Z' });
  const first = document({ docId: 'first' });
  expect(byUrgency([late, first, urgent]).map(({ docId }) => docId)).toEqual(['urgent', 'first', 'late']);
  expect(
    workGroups({
      unfinished: [],
      toCheck: [],
      toApprove: [],
      toIssue: [first],
      toSend: [],
      returned: [],
      cameDown: [],
      lastNumbers: [],
    }).map(({ title }) => title),
  ).toEqual(['Chờ cấp số']);
});

test('from 16:00 on 31 December the clerk is told what has no number of this year', () => {
  const at = (moment: string, toIssue = [document()]) => yearEndLine(new Date(`${moment}+07:00`), { toIssue });
  expect(at('2026-12-31T16:00:00')).toMatch(/^Hết năm: 1 văn bản đã duyệt chưa cấp số\./);
  expect([at('2026-12-31T15:59:00'), at('2026-12-30T16:00:00'), at('2026-12-31T17:00:00', [])]).toEqual([
    null,
    null,
    null,
  ]);
});

test('the number to come follows the last of its series, or its start', () => {
  const series = { year: 2026, series: 'ke-hoach', types: ['KeHoach'], start: 36, open: true };
  expect(expectedSymbol(document(), [{ ...series, last: 8 }], 2026)).toBe('09/KH-UBND');
  expect(expectedSymbol(document(), [series], 2026)).toBe('36/KH-UBND');
  expect(expectedSymbol(document(), [series], 2027)).toBeNull();
});

test('a bulk gives numbers in order and stops at the first refusal', async () => {
  const lines: unknown[] = [];
  const documents = ['a', 'b', 'c'].map((docId) => document({ docId }));
  const number = async ({ docId }: OfficeDocument) => {
    if (docId === 'b') throw new Error('không được');
    return { symbol: `${docId}/KH`, issuedDate: '2026-03-16', places: [] };
  };
  await numberInOrder(documents, number, ({ document: { docId }, given, problem }) =>
    lines.push([docId, given?.symbol, problem]),
  );
  expect(lines).toEqual([
    ['a', 'a/KH', undefined],
    ['b', undefined, 'không được'],
  ]);
  expect(movedTo(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
  expect(movedTo(['a', 'b'], 1, 2)).toEqual(['a', 'b']);
});

test('a letter acts only where nobody types, without a modifier, and where letters are on', () => {
  const key = { key: '/', ctrlKey: false, altKey: false, metaKey: false };
  expect(keyAct(key, false, true)).toBe('find');
  expect(keyAct(key, true, true)).toBeNull();
  expect(keyAct(key, false, false)).toBeNull();
  expect(keyAct({ ...key, ctrlKey: true }, false, true)).toBeNull();
});

test('numbers of a bulk are foreseen in its order, series by series', () => {
  const letter = { series: 'cong-van', codeNotation: 'UBND-VP' };
  const plan = { series: 'ke-hoach', codeNotation: 'KH-UBND' };
  const documents = [
    document({ docId: 'mot', ...plan }),
    document({ docId: 'hai', ...letter }),
    document({ docId: 'ba', ...plan }),
  ];
  const series = [
    { year: 2026, series: 'ke-hoach', types: ['KeHoach'], start: 1, open: true, last: 8 },
    { year: 2026, series: 'cong-van', types: ['CongVan'], start: 57, open: true },
  ];
  expect([...expectedSymbols(documents, series, 2026)]).toEqual([
    ['mot', '09/KH-UBND'],
    ['hai', '57/UBND-VP'],
    ['ba', '10/KH-UBND'],
  ]);
});

test('what was compared with its paper is numbered as it was seen, and compared anew once it changed', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((docId) => document({ docId, version: 3 }));
  expect(seenInList(document({ docId: 'a', version: 3, rev: 7 }))).toEqual({ docId: 'a', etag: '"v3-r7"' });
  const now = [a!, document({ docId: 'b', version: 5 })];
  expect(stillCompared(['c', 'b', 'a'], [a!, b!, c!], now)).toEqual(['a']);
});
