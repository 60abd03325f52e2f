const KEY = 'banhanh-people';
const MAX_KEPT = 6;

/** Sign-in names that were used on this machine, the last first: switching person is one press and a password. */
export function recentPeople(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

/** Keeps a sign-in name on this machine; never a password. */
export function rememberPerson(username: string): void {
  const others = recentPeople().filter((one) => one !== username);
  localStorage.setItem(KEY, JSON.stringify([username, ...others].slice(0, MAX_KEPT)));
}
