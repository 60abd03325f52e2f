/** Passwords that the world uses most, from the lists of zxcvbn; read when somebody first chooses one. */
export async function commonestPasswords(): Promise<ReadonlySet<string>> {
  known ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => new Set(dictionary['passwords-common']));
  return known;
}

let known: Promise<ReadonlySet<string>> | undefined;
