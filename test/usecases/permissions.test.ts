import { describe, expect, test } from 'vitest';
import type { Sharing } from '#document/schemas/organ-sharing.schema.ts';
import type { DocumentState } from '#register/model/types.ts';
import { type Role, role } from '#usecases/actor.ts';
import { maySee } from '#usecases/may-read.ts';
import { may, PERMISSIONS, requireRole } from '#usecases/permissions.ts';

const someone = (...roles: readonly Role[]) => ({ organ: 'ours', staffId: 'someone', roles });
const actions = Object.keys(PERMISSIONS) as (keyof typeof PERMISSIONS)[];

describe('the table of rights', () => {
  test.each(actions)('%s is for its roles and no other', (action) => {
    const allowed: readonly Role[] = PERMISSIONS[action];
    for (const one of role.options) expect(may(someone(one), action), one).toBe(allowed.includes(one));
    expect(() => requireRole(someone(), action)).toThrow('role-missing');
  });

  test('gives several roles what any of them may do', () => {
    expect(may(someone('reader', 'clerk'), 'issue')).toBe(true);
  });
});

describe('who sees a document', () => {
  const inside: DocumentState[] = ['draft', 'submitted', 'approved', 'numbered', 'voided'];
  const outside: DocumentState[] = ['issued', 'withdrawn', 'replaced'];

  test.each(inside)('%s: the drafters, checkers, signers and clerks of its organ', (state) => {
    for (const one of role.options) {
      const expected = ['drafter', 'checker', 'signer', 'clerk'].includes(one);
      expect(maySee(someone(one), { organ: 'ours', drafterId: 'an', state }, {}), one).toBe(expected);
      expect(maySee(someone(one), { organ: 'theirs', drafterId: 'an', state }, {}), one).toBe(false);
    }
  });

  test.each(outside)('%s: whoever is signed in with a role, where its organ narrows nothing', (state) => {
    for (const one of role.options)
      expect(maySee(someone(one), { organ: 'theirs', drafterId: 'an', state }, {})).toBe(true);
    expect(maySee(someone(), { organ: 'ours', drafterId: 'an', state }, {})).toBe(false);
  });

  const relations: [name: string, sharing: Sharing, sees: boolean][] = [
    ['shared with all', { sharedWith: 'all' }, true],
    ['shared with superior and units, of whom it is neither', { sharedWith: 'superiorAndUnits' }, false],
    ['of its unit', { sharedWith: 'superiorAndUnits', superiorOrgan: 'ours' }, true],
    ['of its superior', { sharedWith: 'superiorAndUnits', unitOrgans: ['other', 'ours'] }, true],
    ['of another unit of its superior', { sharedWith: 'superiorAndUnits', superiorOrgan: 'above' }, false],
    ['kept by its unit', { sharedWith: 'own', superiorOrgan: 'ours' }, false],
    ['kept by its superior', { sharedWith: 'own', unitOrgans: ['ours'] }, false],
  ];

  test.each(relations)('what is %s, as that organ says', (_, sharing, sees) => {
    for (const state of outside) {
      for (const one of role.options) {
        expect(maySee(someone(one), { organ: 'theirs', drafterId: 'an', state }, sharing), one).toBe(sees);
        expect(maySee(someone(one), { organ: 'ours', drafterId: 'an', state }, sharing), one).toBe(true);
      }
      expect(maySee(someone(), { organ: 'theirs', drafterId: 'an', state }, sharing)).toBe(false);
    }
    for (const state of inside) {
      for (const one of role.options)
        expect(maySee(someone(one), { organ: 'theirs', drafterId: 'an', state }, sharing), one).toBe(false);
    }
  });

  describe('on its way to its number, with a drafter who is of a unit', () => {
    const way: DocumentState[] = ['draft', 'discarded', 'submitted', 'approved', 'numbered'];
    const document = {
      organ: 'ours',
      drafterId: 'an',
      coDrafters: ['binh'],
      unit: 'TH',
      route: [{ step: 'content' as const, holder: 'cuong', deputy: 'dung' }],
      approverId: 'em',
    };
    const person = (staffId: string, unit?: string, ...roles: readonly Role[]) => {
      return {
        organ: 'ours',
        staffId,
        roles: roles.length > 0 ? roles : (['drafter'] as const),
        ...(unit && { unit }),
      };
    };

    test.each(way)('%s: its people and its unit, and no other unit', (state) => {
      for (const staffId of ['an', 'binh', 'cuong', 'dung', 'em']) {
        expect(maySee(person(staffId, 'NV'), { ...document, state }, {}), staffId).toBe(true);
      }
      expect(maySee(person('of-the-unit', 'TH'), { ...document, state }, {})).toBe(true);
      for (const other of [person('other', 'NV'), person('of-none'), person('chief', 'NV', 'signer', 'checker')]) {
        expect(maySee(other, { ...document, state }, {}), other.staffId).toBe(false);
      }
    });

    test.each(way)('%s: a clerk of another unit from submitting on', (state) => {
      const expected = state !== 'draft' && state !== 'discarded';
      expect(maySee(person('clerk', 'VP', 'clerk'), { ...document, state }, {})).toBe(expected);
    });

    test('who returned it sees it until it is submitted again, who stands in sees what is submitted', () => {
      const draft = { ...document, state: 'draft' as const, returnedFrom: ['giang'] };
      expect(maySee(person('giang', 'NV'), draft, {})).toBe(true);
      expect(maySee(person('hoa', 'NV'), { ...document, state: 'submitted' }, {}, ['hoa'])).toBe(true);
      expect(maySee(person('hoa', 'NV'), draft, {}, ['hoa'])).toBe(false);
    });

    test('a draft of nobody’s unit is the whole office’s', () => {
      const { unit: _, ...whole } = document;
      expect(maySee(person('other', 'NV'), { ...whole, state: 'draft' }, {})).toBe(true);
    });
  });
});
