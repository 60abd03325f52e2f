import { createHash, randomUUID } from 'node:crypto';
import { foldSymbol } from '#document/code-notation.ts';
import type { IssueNumberCommand } from '#register/commands/number-commands.ts';
import { type IssueClock, systemIssueClock } from '#register/model/issue-clock.ts';
import type { BlobRef, DocumentItem, DocumentSummary, IssuedFile } from '#register/model/types.ts';
import type { Register } from '#register/register.ts';

/** A day in the middle of a year, at noon in Hà Nội. */
export const NOON = new Date('2026-06-15T05:00:00Z');

/** An organ that no other test has. */
export const newOrgan = (): string => `organ-${randomUUID()}`;

/** Summary of the plan that these tests pass around. */
export const SUMMARY: DocumentSummary = {
  typeCode: 'KeHoach',
  typeName: 'Kế hoạch',
  organName: 'Ủy ban nhân dân phường Trấn Biên',
  codeNotation: 'KH-UBND',
  series: 'chung',
  subject: 'Cải cách hành chính năm 2026',
  signerInfo: { position: 'Chủ tịch', fullName: 'Nguyễn Văn A' },
  to: ['Đảng ủy phường', 'Lưu: VT'],
};

/** A blob as the store would name it. */
export function blob(text: string): BlobRef {
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { key: `drafts/x/${sha256}.json`, sha256, size: text.length };
}

/** An issued file as the store would name it. */
export function file(docId: string, text = docId): IssuedFile {
  const { sha256, size } = blob(text);
  return {
    role: 'rendered',
    fileId: 'rendered-1',
    key: `issued/x/${docId}/rendered-1`,
    sha256,
    size,
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    fileName: 'Kế hoạch số 35.docx',
  };
}

/** A clock that says what it is told and runs in real time between. */
export function clockAt(at: Date): IssueClock {
  return { ...systemIssueClock, now: () => at };
}

/** A saved draft. */
export function draft(register: Register, organ: string, summary = SUMMARY): Promise<DocumentItem> {
  const docId = randomUUID();
  return register.createDraft({ organ, docId, data: blob(docId), summary, drafterId: 'drafter', at: NOON });
}

/** Approver of what the scene submits. */
export const APPROVER = { approverId: 'signer', ownDraft: false };

/** A draft that was submitted. */
export async function submitted(register: Register, organ: string, summary = SUMMARY): Promise<DocumentItem> {
  const document = await draft(register, organ, summary);
  const frozen = blob(`frozen ${document.docId}`);
  return register.submitDocument({
    document,
    frozen,
    summary,
    approver: APPROVER,
    actor: 'drafter',
    at: NOON,
  });
}

/** A document that only wants its number. */
export async function approved(register: Register, organ: string, summary = SUMMARY): Promise<DocumentItem> {
  const document = await submitted(register, organ, summary);
  return register.approveDocument({ document, contentHash: document.contentHash!, actor: 'signer', at: NOON });
}

/** The command that gives an approved document its number. */
export function numberOf(document: DocumentItem, more: Partial<IssueNumberCommand> = {}): IssueNumberCommand {
  return {
    document,
    contentHash: document.contentHash!,
    actor: 'clerk',
    clock: clockAt(NOON),
    ...more,
  };
}

/** A summary with a symbol that no other test's documents have. */
export function ownSymbol(): DocumentSummary {
  return { ...SUMMARY, codeNotation: `KH-${randomUUID().toUpperCase()}` };
}

/** Key by which a number with the symbol of a summary is found. */
export const symbolKey = ({ codeNotation }: DocumentSummary, n: number): string => foldSymbol(n, codeNotation);
