import { timingSafeEqual } from 'node:crypto';
import { sha256Hex } from '#base/node/hash.ts';
import type { Accounts, PersonRef } from '#usecases/accounts/accounts.ts';
import { UseCaseError } from '#usecases/use-case-error.ts';
import { holderOf, readUsers, signInName, type User } from '../target/users-file.ts';
import { randomCode } from './passwords.ts';
import { addUser, checkPassword, resetToOneTime, setPassword } from './users.ts';

/** The accounts of one machine, and the code of its first admin while it has nobody. */
export interface LocalAccounts extends Accounts {
  readonly claimCode: string | undefined;
  /** Tells whether nobody is there, so that the code still makes somebody the first admin. */
  isClaimable(): Promise<boolean>;
}

/** Opens the accounts over a file of users. `organs`: ids of the directory's organs; none: its first admin names theirs. */
export async function openAccounts(
  path: string,
  { organs, now }: { readonly organs: readonly string[]; now(): Date },
): Promise<LocalAccounts> {
  const isNobody = async () => (await readUsers(path)).length === 0;
  let claimCode = (await isNobody()) ? randomCode() : undefined;
  return {
    claimCode,
    isClaimable: async () => claimCode !== undefined && (await isNobody()),
    change: async (person, password, next) => {
      const user = find(await readUsers(path), person);
      const known = await checkPassword(path, user?.username ?? '', password, now());
      if (!known) return false;
      if (password.normalize('NFC') === next.normalize('NFC')) {
        throw new UseCaseError('password-refused', { params: { why: 'same' } });
      }
      await setPassword(path, known.username, next);
      return true;
    },
    reset: async (person) => {
      const user = find(await readUsers(path), person);
      if (!user?.active) throw new UseCaseError('not-found');
      return resetToOneTime(path, user.username, now());
    },
    claim: async ({ code, password, name, organ = organs.length === 1 ? organs[0] : undefined, username }) => {
      if (claimCode === undefined || !(await isNobody()) || !isSame(code, claimCode))
        throw new UseCaseError('claim-refused');
      if (organ === undefined || (organs.length > 0 && !organs.includes(organ))) {
        throw new UseCaseError('no-such-organ', { params: { organ: organ ?? '', known: organs.join(', ') } });
      }
      const staffId = signInName(username);
      await addUser(path, { username: staffId, staffId, organ, roles: ['admin'], name }, password, now());
      claimCode = undefined;
      return { organ, staffId };
    },
  };
}

function find(users: readonly User[], person: PersonRef): User | undefined {
  if ('username' in person) return holderOf(users, person.username);
  return users.find(({ organ, staffId }) => organ === person.organ && staffId === person.staffId);
}

/** However it is typed: capitals and dashes do not matter. */
function isSame(code: string, expected: string): boolean {
  const hashOf = (text: string) => Buffer.from(sha256Hex(text.toUpperCase().replace(/[^A-Z0-9]/g, '')), 'hex');
  return timingSafeEqual(hashOf(code), hashOf(expected));
}
