import type { TransitionCommand } from './document-commands.ts';

/** A notice of withdrawal: its số, ký hiệu as printed and its day. */
export interface WithdrawalNotice {
  readonly symbol: string;
  /** `yyyy-mm-dd` */
  readonly issuedDate: string;
}

/** Thu hồi: the document stays as it is, with the reason. */
export interface WithdrawCommand extends TransitionCommand {
  readonly reason: string;
  /** The notice that recalls it (Điều 18.4). */
  readonly notice?: WithdrawalNotice;
}

/** Ends a number whose files can never be made. */
export interface VoidCommand extends TransitionCommand {
  readonly reason: string;
}

/** Hủy số: asks that the number of an issued document be voided. */
export interface AskVoidCommand extends TransitionCommand {
  readonly reason: string;
}

/** Sửa đổi, bổ sung (Điều 18.3): `by` is the id of an issued document of the same organ and type. */
export interface AmendCommand extends TransitionCommand {
  readonly by: string;
}

/** Đính chính (Điều 18.3): `by` is the id of an issued công văn of the same organ. */
export interface CorrectCommand extends TransitionCommand {
  readonly by: string;
}

/** Effect of an issued document on a predecessor's. */
export interface LinkPredecessorCommand extends TransitionCommand {
  readonly to: { readonly organ: string; readonly docId: string };
  readonly kind: 'replaces' | 'amends';
}
