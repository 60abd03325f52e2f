import { type LocalCopy, unsavedCopies } from './local-copy.ts';

const unsaved = new Set<() => Promise<boolean>>();

/** Names what is saved before its person signs out; the answer takes it back. */
export function saveBeforeSignOut(save: () => Promise<boolean>): () => void {
  unsaved.add(save);
  return () => void unsaved.delete(save);
}

/** Saves what is open; lists what this machine alone has even so. */
export async function settleForSignOut(person: string, now: number): Promise<readonly LocalCopy[]> {
  await Promise.all([...unsaved].map((save) => save()));
  return unsavedCopies(person, now);
}

/** Trích yếu of a copy; its id says nothing to a person. */
export function copyName({ data }: Pick<LocalCopy, 'data'>): string {
  const subject = typeof data === 'object' && data !== null && 'subject' in data ? data.subject : '';
  return typeof subject === 'string' && subject.trim() !== '' ? subject : 'Dự thảo chưa có trích yếu';
}
