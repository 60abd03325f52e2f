import { describe, expect, test } from 'vitest';
import type { DocumentState } from '../../functions/register/types.ts';
import { type Role, role } from '../../functions/usecases/actor.ts';
import { mayRead } from '../../functions/usecases/may-read.ts';
import { may, requireRole, WHO_MAY } from '../../functions/usecases/who-may.ts';

const someone = (...roles: Role[]) => ({ organ: 'ours', staffId: 'someone', roles });
const actions = Object.keys(WHO_MAY) as (keyof typeof WHO_MAY)[];

describe('the table of rights', () => {
  test.each(actions)('%s is for its roles and no other', (action) => {
    const allowed: readonly Role[] = WHO_MAY[action];
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

  test.each(inside)('%s: the drafters, signers and clerks of its organ', (state) => {
    for (const one of role.options) {
      const expected = ['drafter', 'signer', 'clerk'].includes(one);
      expect(mayRead(someone(one), { organ: 'ours', state }), one).toBe(expected);
      expect(mayRead(someone(one), { organ: 'theirs', state }), one).toBe(false);
    }
  });

  test.each(outside)('%s: whoever is signed in with a role', (state) => {
    for (const one of role.options) expect(mayRead(someone(one), { organ: 'theirs', state })).toBe(true);
    expect(mayRead(someone(), { organ: 'ours', state })).toBe(false);
  });
});
