import { writable } from 'svelte/store';

/** Act of a single key. */
export type KeyAct = 'help' | 'find' | 'work' | 'book';

/** Keys and what they do, as the help shows them. */
export const KEYS: readonly { readonly key: string; readonly act: KeyAct; readonly label: string }[] = [
  { key: '?', act: 'help', label: 'Xem các phím tắt' },
  { key: '/', act: 'find', label: 'Đến ô tìm' },
  { key: 'v', act: 'work', label: 'Việc của tôi' },
  { key: 's', act: 'book', label: 'Sổ văn bản đi' },
];

const STORED = 'banhanh-keys-off';

/** State of single-letter keys (WCAG 2.1.4), kept on this machine. */
export const lettersOn = writable(isOn());
lettersOn.subscribe((on) => {
  if (typeof localStorage === 'undefined') return;
  if (on) localStorage.removeItem(STORED);
  else localStorage.setItem(STORED, '1');
});

function isOn(): boolean {
  return typeof localStorage === 'undefined' || localStorage.getItem(STORED) === null;
}

/** Maps a key press to its act; none while typing, with a modifier, or where switched off. */
export function keyAct(
  event: { readonly key: string; readonly ctrlKey: boolean; readonly altKey: boolean; readonly metaKey: boolean },
  isTyping: boolean,
  areOn: boolean,
): KeyAct | null {
  if (isTyping || !areOn || event.ctrlKey || event.altKey || event.metaKey) return null;
  return KEYS.find(({ key }) => key === event.key)?.act ?? null;
}

/** Tells whether keys typed on an element are text. */
export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
}
