/** A new password as it is typed twice, beside the one that was used so far. */
export interface TypedPasswords {
  readonly had: string;
  readonly next: string;
  readonly again: string;
}

/** Finds the fault of typed passwords before the server is asked; null for none. */
export function passwordFault({ had, next, again }: TypedPasswords): string | null {
  if (next === '') return 'Hãy gõ mật khẩu mới.';
  if (next.normalize('NFC') !== again.normalize('NFC')) return 'Hai lần gõ mật khẩu mới khác nhau; hãy gõ lại.';
  if (next.normalize('NFC') === had.normalize('NFC')) return 'Mật khẩu mới phải khác mật khẩu đang dùng.';
  return null;
}

/** Rules of a new password on the server. */
export const PASSWORD_HELP = 'Ít nhất 8 ký tự, không phải tên mình, không phải mật khẩu ai cũng dùng.';
