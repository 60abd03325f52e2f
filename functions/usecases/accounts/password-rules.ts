import { fold } from '#document/text/vietnamese.ts';
import { UseCaseError } from '../use-case-error.ts';

/** The shortest password, in characters. */
export const MIN_PASSWORD_LENGTH = 8;

/** Owner of a password, none of whose names may be it. */
export interface PasswordOwner {
  readonly username: string;
  readonly staffId: string;
  readonly name: string;
}

/** Throws `password-refused` for a password that is short, a name of its owner or among the commonest of the world. */
export function checkNewPassword(password: string, owner: PasswordOwner, commonest: ReadonlySet<string>): void {
  const said = password.normalize('NFC').toLowerCase();
  if ([...said.trim()].length < MIN_PASSWORD_LENGTH) refuse('short');
  const letters = lettersOf(said);
  const names = [owner.username, owner.staffId, owner.name].map(lettersOf).filter((name) => name !== '');
  if (names.some((name) => isRepeated(letters, name))) refuse('name');
  if (commonest.has(said) || commonest.has(fold(said))) refuse('common');
}

function refuse(why: 'short' | 'name' | 'common'): never {
  throw new UseCaseError('password-refused', { params: { why, least: MIN_PASSWORD_LENGTH } });
}

/** Digits and signs around a name make no other word of it. */
function lettersOf(text: string): string {
  return fold(text).replace(/[^a-z]/g, '');
}

function isRepeated(letters: string, name: string): boolean {
  return letters !== '' && letters.replaceAll(name, '') === '';
}
