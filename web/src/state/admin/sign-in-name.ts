import { fold } from '#document/text/vietnamese.ts';

/** `nguyen-van-an` of a name; with a number where it is taken. */
export function suggestSignIn(name: string, taken: readonly string[]): string {
  const plain = fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  const nth = (n: number): string => {
    const one = n === 1 ? plain : `${plain}-${n}`;
    return taken.includes(one) ? nth(n + 1) : one;
  };
  return plain === '' ? '' : nth(1);
}
