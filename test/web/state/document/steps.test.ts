import { describe, expect, test } from 'vitest';
import type { HistoryEvent, OfficeDocument, Person } from '../../../../web/src/api/types.ts';
import { offerActs } from '../../../../web/src/state/document/acts.ts';
import { isTurnOf, stepLines, takesStep } from '../../../../web/src/state/document/steps.ts';
import { holderLabel, stateLabel } from '../../../../web/src/state/labels.ts';
import { officeDocument, someone } from '../../support/office-document.ts';

const route = [
  { step: 'content' as const, holder: 'truong', deputy: 'pho' },
  { step: 'form' as const, holder: 'the-thuc' },
];
const atContent = officeDocument({ state: 'submitted', approverId: 'ky', route, step: 0, holder: 'truong' });
const atForm = { ...atContent, step: 1, holder: 'the-thuc' };
const toSign = { ...atContent, step: 2, holder: 'ky' };
const names = new Map([['truong', 'Đặng Văn Trưởng']]);
const offer = (document: OfficeDocument, person: Person) =>
  offerActs(document, person, { ownDraftAllowed: false }, { names, today: '2026-03-17' });

describe('a step before the signature', () => {
  test('is taken by its holder, the deputy, or who stands in on that day, and by nobody else', () => {
    const away = [{ staffId: 'truong', from: '2026-03-17', to: '2026-03-18', deputy: 'thay' }];
    const takes = (staffId: string, today: string) => takesStep(atContent, someone(staffId, 'checker'), away, today);
    expect([takes('truong', '2026-03-17'), takes('pho', '2026-03-20')]).toEqual([true, true]);
    expect([takes('thay', '2026-03-18'), takes('thay', '2026-03-19'), takes('ky', '2026-03-17')]).toEqual([
      true,
      false,
      false,
    ]);
    expect(isTurnOf(atContent, someone('ky', 'signer'), [], '2026-03-17')).toBe(false);
    expect(isTurnOf(toSign, someone('ky', 'signer'), [], '2026-03-17')).toBe(true);
  });

  test('offers its holder to pass or to send back, and tells all others whose turn it is', () => {
    expect(offer(atContent, someone('truong', 'checker'))).toEqual({
      next: 'pass',
      others: ['return', 'edit-submitted', 'hand-over'],
      waitsFor: null,
    });
    expect(offer(atForm, someone('the-thuc', 'checker')).others).toEqual([
      'step-back',
      'return',
      'edit-submitted',
      'hand-over',
    ]);
    expect(offer(atContent, someone('ky', 'signer'))).toEqual({
      next: null,
      others: [],
      waitsFor: 'Kiểm tra nội dung: chờ Đặng Văn Trưởng.',
    });
    expect(offer(atContent, someone('an', 'drafter')).others).toEqual(['take-back', 'change-signer', 'copy']);
    expect(offer(toSign, someone('ky', 'signer'))).toMatchObject({
      next: 'approve',
      others: ['step-back', 'return', 'change-signer'],
    });
  });

  test('is said by name in lists', () => {
    expect([stateLabel(atContent), stateLabel(atForm), stateLabel(toSign)]).toEqual([
      'Chờ kiểm tra nội dung',
      'Chờ kiểm tra thể thức',
      'Chờ ký',
    ]);
    expect([holderLabel(atContent, names), holderLabel(toSign, names)]).toEqual(['Đặng Văn Trưởng', 'Người ký']);
    const issued = { ...toSign, state: 'issued' as const };
    expect(holderLabel({ ...issued, sending: 'unsent' }, names)).toBe('Văn thư');
    expect(holderLabel({ ...issued, sending: 'sent' }, names)).toBe('Đã xong');
  });

  test('says who passed it since the last submission, and whether the text was changed after', () => {
    const event = (act: HistoryEvent['act'], facts: HistoryEvent['facts'] = {}): HistoryEvent => ({
      organ: 'phuong-binh-long',
      version: 1,
      act,
      actName: act,
      state: 'submitted',
      actor: 'pho',
      at: '2026-03-16T02:00:00Z',
      facts,
      prevHash: '',
      hash: '',
    });
    const passed = event('pass', { step: 'content', contentHash: 'first' });
    const lines = stepLines({ ...atForm, contentHash: 'second' }, [event('submit'), passed]);
    expect(lines).toEqual([
      {
        label: 'Kiểm tra nội dung',
        holder: 'pho',
        standing: 'passed',
        at: '09:00 ngày 16/03/2026',
        sawEarlierText: true,
      },
      { label: 'Kiểm tra thể thức', holder: 'the-thuc', standing: 'now', at: null, sawEarlierText: false },
    ]);
    const again = stepLines(atContent, [event('submit'), passed, event('return'), event('submit')]);
    expect(again.map(({ standing, at }) => [standing, at])).toEqual([
      ['now', null],
      ['waiting', null],
    ]);
  });
});
