import { writable } from 'svelte/store';

/** Act of a single key. */
export type KeyAct = 'help' | 'find' | 'work' | 'book' | 'new';

/** Keys and what they do, as the help shows them. */
export const KEYS: readonly { readonly key: string; readonly act: KeyAct; readonly label: string }[] = [
  { key: '?', act: 'help', label: 'Xem các phím tắt' },
  { key: '/', act: 'find', label: 'Đến ô tìm' },
  { key: 'v', act: 'work', label: 'Việc của tôi' },
  { key: 's', act: 'book', label: 'Sổ văn bản đi' },
  { key: 'n', act: 'new', label: 'Soạn văn bản mới (người soạn)' },
];

/** Keys of a place on the page, as the help shows them. */
export interface KeyGroup {
  readonly title: string;
  /** Keys held together or one after the other, as on their caps, and what they do. */
  readonly keys: ReadonlyArray<readonly [keys: string, does: string]>;
}

/** Keys beside the single ones; none needs Ctrl+Shift alone or Alt+Z, which are UniKey's. */
export const KEY_GROUPS: readonly KeyGroup[] = [
  {
    title: 'Mọi nơi',
    keys: [
      ['Tab, Shift+Tab', 'Đến nút, ô tiếp theo; trở lại'],
      ['Enter', 'Mở, bấm nút'],
      ['F1', 'Ở một ô: giải thích ô ấy, kèm điều khoản'],
      ['Esc', 'Đóng hộp thoại'],
    ],
  },
  {
    title: 'Trong danh sách',
    keys: [
      ['↑ ↓', 'Đến dòng trên, dòng dưới'],
      ['Alt+↑, Alt+↓', 'Chờ cấp số: đổi thứ tự cấp số'],
    ],
  },
  {
    title: 'Soạn văn bản',
    keys: [
      ['1. a) I. -', 'Gõ đầu dòng rồi dấu cách: dòng thành khoản, điểm, mục, gạch đầu dòng'],
      ['Tab, Shift+Tab', 'Hạ, nâng cấp của dòng'],
      ['Alt+↑, Alt+↓', 'Đưa cả phần lên, xuống'],
      ['Enter, Shift+Enter', 'Dòng mới; đoạn mới trong cùng phần'],
      ['Ctrl+B, Ctrl+I', 'Đậm, nghiêng'],
      ['Ctrl+Z, Ctrl+Y', 'Bỏ, làm lại lần sửa vừa rồi'],
      ['Ctrl+S', 'Lưu ngay'],
      ['Esc rồi Tab', 'Ra khỏi ô soạn'],
    ],
  },
  {
    title: 'Trong bảng',
    keys: [
      ['Tab, Enter', 'Ô bên phải, ô bên dưới'],
      ['Shift+Enter', 'Xuống dòng trong ô'],
      ['Alt+↑, Alt+↓', 'Đưa hàng lên, xuống'],
      ['Esc', 'Ra khỏi bảng'],
    ],
  },
  {
    title: 'Đọc tệp Word',
    keys: [
      ['↑ ↓', 'Đoạn trên, đoạn dưới'],
      ['một chữ', 'Đặt cấp của đoạn; các chữ ghi trên trang ấy'],
    ],
  },
];

/** Opens or closes the help of a field; tells whether it has any. */
export function openHelp(target: EventTarget | null): boolean {
  const help = target instanceof HTMLElement ? target.closest('.with-help')?.querySelector('details') : null;
  if (!help) return false;
  help.open = !help.open;
  return true;
}

/** Goes up and down through the links of a list; tells whether it did. */
export function stepThroughList({
  key,
  target,
}: {
  readonly key: string;
  readonly target: EventTarget | null;
}): boolean {
  const by = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
  if (by === 0 || !(target instanceof HTMLElement)) return false;
  const links = [...(target.closest('table.list')?.querySelectorAll<HTMLElement>('.subject a') ?? [])];
  const next = links[links.indexOf(target) + by];
  if (!links.includes(target) || !next) return false;
  next.focus();
  return true;
}

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
