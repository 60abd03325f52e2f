import { CodedError } from '#base/coded-error.ts';

/** Codes of what stops the moving of an organ; nothing was written at the target but by `read-back-differs`. */
export const MOVE_ERROR_CODES = [
  /** The source has nothing of the organ. Params: `organ`. */
  'organ-absent',
  /** A number without its files, or a fan-out that is not through. */
  'source-unfinished',
  /** The source's register has violations. */
  'source-unsound',
  /** Somebody wrote while the organ was read. */
  'source-changed',
  /** The folder holds another package. */
  'folder-taken',
  /** The folder holds no manifest. Params: `folder`. */
  'no-manifest',
  /** A hash, a key or a count is another than the package says. Params: `file`, `line` where there is one. */
  'package-tampered',
  /** Other content stands at the target: in `differences`. */
  'target-differs',
  /** Items or objects read back differ from the package: in `differences`. */
  'read-back-differs',
] as const;

/** See {@link MOVE_ERROR_CODES}. */
export type MoveErrorCode = (typeof MOVE_ERROR_CODES)[number];

/** Thing of a package that the target has otherwise. */
export interface Difference {
  readonly kind: 'item' | 'object' | 'member' | 'username';
  /** Key, staff id or username. */
  readonly name: string;
}

/** Error of moving an organ: a code and params; the sentence is made in `functions/present/problems/texts/move-texts.ts`. */
export class MoveError extends CodedError<MoveErrorCode> {
  override readonly name = 'MoveError';
  readonly params: Readonly<Record<string, string | number>>;
  readonly differences: readonly Difference[];

  constructor(
    code: MoveErrorCode,
    details: {
      readonly params?: Readonly<Record<string, string | number>>;
      readonly differences?: readonly Difference[];
    } & ErrorOptions = {},
  ) {
    super(code, details);
    this.params = details.params ?? {};
    this.differences = details.differences ?? [];
  }
}
