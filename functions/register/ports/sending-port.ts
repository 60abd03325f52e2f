import type { DocumentRef, TransitionCommand } from '../commands/document-commands.ts';
import type {
  AmendCommand,
  AskVoidCommand,
  CorrectCommand,
  LinkPredecessorCommand,
  VoidCommand,
  WithdrawCommand,
} from '../commands/mistake-commands.ts';
import type { PageRequest } from '../commands/page-requests.ts';
import type { ReceiptCommand, SendCommand } from '../commands/sending-commands.ts';
import type { DocumentItem, SendLine } from '../model/types.ts';
import type { Page } from './answers.ts';

/** Sendings, and what mends or ends an issued document (Điều 18). */
export interface SendingPort {
  /** Records a sending of an issued document, with its recipients (Điều 18.1). Throws as `withdrawDocument`, `void-asked`. */
  sendDocument(command: SendCommand): Promise<DocumentItem>;
  /** Records that a recipient has it. Throws `not-found`, also for a line that is none, `wrong-state`, `stale`. */
  recordReceipt(command: ReceiptCommand): Promise<DocumentItem>;
  /** The recipients of all sendings of a document, in their order. */
  listSends(organ: string, docId: string): Promise<SendLine[]>;
  /** Documents that are issued and not sent, the one that waits longest first. Throws `bad-cursor`. */
  listUnsent(organ: string, page?: PageRequest): Promise<Page<DocumentItem>>;
  /** `issued` → `withdrawn` (thu hồi), frozen, with the reason. Throws `not-found`, `wrong-state`, `stale`. */
  withdrawDocument(command: WithdrawCommand): Promise<DocumentItem>;
  /** `numbered` → `voided`: the number stays taken, without files. Throws as `withdrawDocument`. */
  voidNumber(command: VoidCommand): Promise<DocumentItem>;
  /**
   * Asks that the number of an issued document be voided, while nobody outside has it. Throws as `withdrawDocument`, `already-sent`,
   * `sending-unknown`, `already-exported`, `series-closed`.
   */
  askVoid(command: AskVoidCommand): Promise<DocumentItem>;
  /** Drops what was asked. Throws as `withdrawDocument`, `void-not-asked`. */
  dropVoid(command: TransitionCommand): Promise<DocumentItem>;
  /** `issued` → `voided`, by another than who asked; what it replaced is `issued` again. Throws as `askVoid`, `void-not-asked`, `own-request`. */
  consentVoid(command: TransitionCommand): Promise<DocumentItem>;
  /** Records that a package for others is made of an issued document. Throws `not-found`, `stale`. */
  markExported(command: DocumentRef & { readonly at: Date }): Promise<void>;
  /** Links an issued document with the one that amends it. Throws as `withdrawDocument`, `not-an-amendment`. */
  amendDocument(command: AmendCommand): Promise<DocumentItem>;
  /** Links an issued document with the công văn that corrects it. Throws as `withdrawDocument`, and `not-a-correction`. */
  correctDocument(command: CorrectCommand): Promise<DocumentItem>;
  /** Links an issued document with one of a predecessor that it replaces or amends. Throws `wrong-state`, `stale`, `not-found`. */
  linkPredecessor(command: LinkPredecessorCommand): Promise<DocumentItem>;
}
