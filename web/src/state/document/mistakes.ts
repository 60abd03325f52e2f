import { answer, api } from '../../api/client.ts';
import { Problem } from '../../api/problem.ts';
import type { OfficeDocument } from '../../api/types.ts';
import { findNumber } from '../lists/find.ts';
import { strikeRecord } from '../paper/on-paper.ts';
import type { Seen } from './act.ts';

/** Ways out of a mistake in what has a number (Điều 18.3, 18.4). */
export type Remedy = 'strike' | 'void' | 'amend' | 'correct' | 'withdraw';

/** Mistake and its remedy; `asks`: what the clerk has to give. */
export interface RemedyChoice {
  readonly remedy: Remedy;
  readonly wrong: string;
  readonly button: string;
  readonly asks: 'reason' | 'number';
  readonly hint: string;
}

const CHOICES: Readonly<Record<Remedy, RemedyChoice>> = {
  strike: {
    remedy: 'strike',
    wrong: 'Ghi nhầm số hoặc ngày do hệ thống khác cấp',
    button: 'Gạch số ghi nhầm',
    asks: 'reason',
    hint: 'Dòng ghi nhầm còn trong sổ, gạch ngang; văn bản trở lại Chờ cấp số để ghi đúng.',
  },
  void: {
    remedy: 'void',
    wrong: 'Cấp số nhầm, chưa gửi đi đâu',
    button: 'Đề nghị hủy số',
    asks: 'reason',
    hint: 'Người ký hoặc một người khác có quyền đồng ý thì số bị hủy; số ấy không dùng lại.',
  },
  amend: {
    remedy: 'amend',
    wrong: 'Nội dung cần sửa đổi, bổ sung',
    button: 'Nối với văn bản sửa đổi, bổ sung',
    asks: 'number',
    hint: 'Văn bản cùng loại, đã cấp số. Văn bản này vẫn còn hiệu lực.',
  },
  correct: {
    remedy: 'correct',
    wrong: 'Sai sót về thể thức, kỹ thuật trình bày',
    button: 'Nối với công văn đính chính',
    asks: 'number',
    hint: 'Công văn đính chính, đã cấp số.',
  },
  withdraw: {
    remedy: 'withdraw',
    wrong: 'Phải thu hồi',
    button: 'Thu hồi',
    asks: 'reason',
    hint: 'Nơi nhận không còn dùng văn bản này; có thể ghi số, ngày của thông báo thu hồi.',
  },
};

/** Remedies for a document, by whether it was sent: before, its number is voided; after, another document mends it. */
export function remediesFor({
  sending,
  recorded,
}: Pick<OfficeDocument, 'sending' | 'recorded'>): readonly RemedyChoice[] {
  if (sending === 'unsent') return recorded ? [CHOICES.strike, CHOICES.void] : [CHOICES.void];
  return [CHOICES.amend, CHOICES.correct, CHOICES.withdraw];
}

/** Input typed for a remedy. */
export interface RemedyInput {
  readonly remedy: Remedy;
  readonly reason: string;
  /** Number of the mending document as anyone spells it, or of the notice. */
  readonly number: string;
  /** Day of the notice that withdraws; empty where there is none. */
  readonly day: string;
}

/** Does what a remedy says. Throws `Problem`. */
export async function remedy(organ: string, seen: Seen, input: RemedyInput): Promise<void> {
  const { docId, etag } = seen;
  const params = { path: { docId }, header: { 'If-Match': etag } };
  const reason = input.reason.trim();
  switch (input.remedy) {
    case 'strike':
      return strikeRecord(seen, reason);
    case 'void':
      await answer(api.POST('/documents/{docId}/ask-void', { params, body: { reason } }));
      return;
    case 'amend':
      await answer(api.POST('/documents/{docId}/amend', { params, body: { by: await ownId(organ, input.number) } }));
      return;
    case 'correct':
      await answer(api.POST('/documents/{docId}/correct', { params, body: { by: await ownId(organ, input.number) } }));
      return;
    case 'withdraw': {
      const symbol = input.number.trim();
      const notice = symbol === '' || input.day === '' ? {} : { notice: { symbol, issuedDate: input.day } };
      await answer(api.POST('/documents/{docId}/withdraw', { params, body: { reason, ...notice } }));
    }
  }
}

/** Consents that the number be voided. */
export async function consentVoid({ docId, etag }: Seen): Promise<void> {
  const params = { path: { docId }, header: { 'If-Match': etag } };
  await answer(api.POST('/documents/{docId}/consent-void', { params, body: {} }));
}

/** Drops the request: the number stays in use. */
export async function dropVoid({ docId, etag }: Seen): Promise<void> {
  const params = { path: { docId }, header: { 'If-Match': etag } };
  await answer(api.POST('/documents/{docId}/drop-void', { params, body: {} }));
}

/** Id of the own document that bears a number. */
async function ownId(organ: string, number: string): Promise<string> {
  const { items } = await findNumber(number);
  const own = items.filter(({ document }) => document.organ === organ);
  const [first] = own;
  if (!first) throw new Problem(`Không tìm thấy văn bản số “${number}” của cơ quan.`, 0, 'not-found');
  if (own.length > 1)
    throw new Problem(`Có ${own.length} văn bản số “${number}”; hãy ghi cả ký hiệu và năm.`, 0, 'several');
  return first.document.docId;
}
