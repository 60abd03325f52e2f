import { CodedError } from '#base/coded-error.ts';

/** Codes of what stops a backup or a restore; nothing that stands was changed. */
export const BACKUP_ERROR_CODES = [
  /** The target holds the backup of another directory. Params: `out`, `known`, `dir`. */
  'target-of-another',
  /** The target is a data directory. Params: `out`. */
  'target-is-data',
  /** The target holds other things. Params: `out`, `name`. */
  'target-taken',
  /** The note on whose backup the target holds cannot be read. Params: `path`. */
  'target-unreadable',
  /** The register to copy, or its copy, fails SQLite's own check. Params: `path`. */
  'register-damaged',
  /** The register to copy is one of release 0.1.0, which a start of the server converts. Params: `path`. */
  'register-of-older-release',
  /** No `backup.json`: no backup, or one that was cut off. Params: `from`. */
  'backup-unfinished',
  /** A `backup.json` that no release wrote. Params: `path`. */
  'backup-unreadable',
  /** The register of a backup is missing or empty. Params: `path`. */
  'backup-empty',
  /** Content of the backup differs from `backup.json`. Params: `what`, `path`. */
  'backup-differs',
  /** A backup keeps no register of that day. Params: `day`, `known`. */
  'no-such-day',
  /** The directory to restore into holds something. Params: `dir`. */
  'directory-taken',
] as const;

/** See {@link BACKUP_ERROR_CODES}. */
export type BackupErrorCode = (typeof BACKUP_ERROR_CODES)[number];

/** Error of backing up or restoring; the sentence is made in `functions/present/problems/texts/backup-texts.ts`. */
export class BackupError extends CodedError<BackupErrorCode> {
  override readonly name = 'BackupError';
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: BackupErrorCode, params: Readonly<Record<string, string | number>>, options?: ErrorOptions) {
    super(code, options);
    this.params = params;
  }
}
