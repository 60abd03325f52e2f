/** Codes of what intake left out, changed, or could not find. */
export type IntakeNoteCode =
  | 'NOT_UNDERSTOOD'
  | 'FIRST_OF_MANY'
  | 'NUMBER_CHANGED'
  | 'LABEL_CHANGED'
  | 'PICTURE_LEFT_OUT'
  | 'NOTE_LEFT_OUT'
  | 'ORGAN_GUESSED'
  | 'ORGAN_UNKNOWN'
  | 'ISSUER_GUESSED'
  | 'OPENING_AS_TEXT'
  | 'POSITION_UNKNOWN'
  | 'ARCHIVE_NOT_READ'
  | 'AS_ABOVE_LEFT_OUT'
  | 'ROW_NUMBERS_KEPT'
  | 'TYPE_NOT_OURS'
  | 'SUBJECT_MISSING';

/** One note: a code, parameters, and where in the file. */
export interface IntakeNote {
  readonly code: IntakeNoteCode;
  readonly params: Readonly<Record<string, string | number>>;
  /** Page, from 1; null where it is no place of the file. */
  readonly page: number | null;
}
