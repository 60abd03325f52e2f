import type { RegisterRow } from '#register/model/types.ts';
import { isReplaceable } from '#register/numbers/replace-file.ts';
import type { StoredObject } from '#store/store.ts';
import { purposeOf } from '../../files/brought-file.ts';
import { SIGNED_FILE_ID } from '../../issuing/add-signed-file.ts';

/** Names of files that a person brings: the signed ones, and those that replace a scan or a given file, which an earlier number may have had. */
const BROUGHT = /^(?:signed-\d+|(?:scan|given)-(?:[2-9]|\d{2,}|1\.\d+-\d+))$/;

/** Tells whether a file was brought after the number: a signed file, or one that replaces another. */
export function isBrought(fileId: string): boolean {
  return BROUGHT.test(fileId);
}

/** Name of the file that a stored one was to replace; undefined: none, it is the first signed one. */
export function replacedBy(
  stored: Pick<StoredObject, 'metadata'>,
  fileId: string,
  { files }: RegisterRow,
): string | undefined {
  const { replaces, legal } = purposeOf(stored);
  if (replaces !== undefined || legal !== undefined || fileId === SIGNED_FILE_ID) return replaces;
  const base = fileId.replace(/-\d+$/, '');
  return files.find((one) => one.supersededBy === undefined && one.fileId.replace(/-\d+$/, '') === base)?.fileId;
}

/** Tells whether another file took the place that a stored one was brought for: its act was refused, or made again with other bytes. */
export function isOvertaken(stored: Pick<StoredObject, 'metadata'>, fileId: string, row: RegisterRow): boolean {
  const replaces = replacedBy(stored, fileId, row);
  if (replaces === undefined) return row.files.some(({ role }) => role === 'signed');
  const old = row.files.find((one) => one.fileId === replaces);
  return old !== undefined && !isReplaceable(old);
}
