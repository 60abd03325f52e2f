import type { ReadParams } from './read-error.ts';

/** Content of a readable file that a person should know of. */
export type NoticeCode =
  | 'MACROS'
  | 'EXTERNAL_LINK'
  | 'EXTERNAL_TEMPLATE'
  | 'EMBEDDED_OBJECT'
  | 'NESTED_ARCHIVE'
  | 'DANGEROUS_FIELD'
  | 'IMPORTED_CHUNK'
  | 'TRACKED_CHANGES'
  | 'COMMENTS'
  | 'HIDDEN_TEXT'
  | 'CONTROL_CHARACTERS'
  | 'OLD_FONTS'
  | 'PAGE_MARKS'
  | 'COLUMNS_LOST'
  | 'PAGES_WITHOUT_TEXT';

/** A notice: a code and parameters, no sentence. */
export interface Notice {
  readonly code: NoticeCode;
  readonly params: ReadParams;
}
