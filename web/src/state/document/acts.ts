import type { OfficeDocument, Person } from '../../api/types.ts';
import { type Absence, currentStep, STEP_LABELS, takesStep } from './steps.ts';

/** Act on a document, as its page offers it. */
export type Act =
  | 'edit'
  | 'compare-returned'
  | 'submit'
  | 'take-back'
  | 'discard'
  | 'change-signer'
  | 'pass'
  | 'step-back'
  | 'edit-submitted'
  | 'approve'
  | 'return'
  | 'number'
  | 'send'
  | 'mistake'
  | 'consent-void'
  | 'drop-void'
  | 'add-signed'
  | 'place'
  | 'restrict'
  | 'co-draft'
  | 'hand-over'
  | 'deadline'
  | 'link-old'
  | 'copy';

/** The next step of a document, and what else is open to a person. */
export interface Offer {
  /** The one large button; null where the next step is somebody else's. */
  readonly next: Act | null;
  readonly others: readonly Act[];
  /** Person who takes the next step, where the reader does not. */
  readonly waitsFor: string | null;
}

/** Acts as their buttons say them. */
export const ACT_LABELS: Readonly<Record<Act, string>> = {
  edit: 'Soạn tiếp',
  'compare-returned': 'So với tệp lãnh đạo gửi lại',
  submit: 'Trình',
  'take-back': 'Rút lại',
  discard: 'Bỏ dự thảo',
  'change-signer': 'Đổi người ký',
  pass: 'Đồng ý, chuyển tiếp',
  'step-back': 'Trả lại bước trước',
  'edit-submitted': 'Sửa văn bản',
  approve: 'Duyệt để ký',
  return: 'Trả lại',
  number: 'Cấp số',
  send: 'Gửi đi',
  mistake: 'Xử lý sai sót',
  'consent-void': 'Đồng ý hủy số',
  'drop-void': 'Thôi hủy số',
  'add-signed': 'Thêm bản đã ký',
  place: 'Ghi nơi để bản gốc giấy',
  restrict: 'Đổi phạm vi người xem',
  'co-draft': 'Người cùng soạn',
  'hand-over': 'Bàn giao',
  deadline: 'Ghi hạn',
  'link-old': 'Nối với văn bản của cơ quan trước',
  copy: 'Soạn từ văn bản này',
};

/** Settings of the office that decide what is offered. */
export interface OfficeRules {
  readonly ownDraftAllowed: boolean;
  /** Absences of people, and their deputies. */
  readonly absences?: readonly Absence[] | undefined;
  /** The office took over others, whose documents it replaces and amends. */
  readonly hasPredecessors?: boolean | undefined;
}

/** Reader of a document, names by staffId, and the day in Vietnam. */
export interface OfferContext {
  readonly names: ReadonlyMap<string, string>;
  readonly today: string;
}

/** Lists the acts a person may take on a document now; the server decides. The server decides; this is what the page shows. */
export function offerActs(document: OfficeDocument, person: Person, rules: OfficeRules, context: OfferContext): Offer {
  const is = (role: Person['roles'][number]) => person.roles.includes(role);
  const isOwn = document.drafterId === person.staffId && is('drafter');
  const copy: Act[] = is('drafter') ? ['copy'] : [];
  const none = (waitsFor: string | null, others: readonly Act[] = []): Offer => ({
    next: null,
    others: [...others, ...copy],
    waitsFor,
  });
  switch (document.state) {
    case 'draft':
      if (isOwn) return { next: 'submit', others: [...OWN_DRAFT, ...copy], waitsFor: null };
      return none('Chờ người soạn hoàn thành và trình.', isCoDrafter(document, person) ? ['edit'] : []);
    case 'submitted':
      return currentStep(document)
        ? offerStep(document, person, rules, context)
        : offerSubmitted(document, person, rules, copy);
    case 'approved':
      if (is('clerk')) return { next: 'number', others: ['return', ...copy], waitsFor: null };
      return none('Chờ văn thư cấp số.', is('signer') && document.approverId === person.staffId ? ['return'] : []);
    case 'issued':
      return offerIssued(document, person, rules, copy);
    case 'numbered':
      return none('Đã cấp số; hệ thống đang hoàn tất tệp.');
    default:
      return none(null);
  }
}

/** Acts on one's own draft beside submitting it. */
const OWN_DRAFT: readonly Act[] = ['edit', 'compare-returned', 'co-draft', 'hand-over', 'deadline', 'discard'];

function isCoDrafter({ coDrafters = [] }: OfficeDocument, { staffId, roles }: Person): boolean {
  return roles.includes('drafter') && coDrafters.includes(staffId);
}

function offerSubmitted(document: OfficeDocument, person: Person, rules: OfficeRules, copy: readonly Act[]): Offer {
  const { approverId, drafterId, openedAt, signerInfo, ownDraft } = document;
  const is = (role: Person['roles'][number]) => person.roles.includes(role);
  const isApprover = is('signer') && approverId === person.staffId;
  const isDrafter = is('drafter') && drafterId === person.staffId;
  const mayApprove = isApprover && (ownDraft !== true || rules.ownDraftAllowed);
  const others: Act[] = [
    ...(isDrafter && openedAt === undefined ? (['take-back'] as const) : []),
    ...(isApprover ? returning(document) : []),
    ...(isApprover || isDrafter || is('clerk') ? (['change-signer'] as const) : []),
    ...copy,
  ];
  if (mayApprove) return { next: 'approve', others, waitsFor: null };
  const waits = [
    `Chờ người ký${signerInfo ? ` ${signerInfo.fullName}` : ''} duyệt.`,
    ...(isDrafter && openedAt !== undefined ? ['Người ký đã mở xem: cần sửa thì đề nghị người ký trả lại.'] : []),
    ...(isApprover ? ['Người ký không tự duyệt văn bản mình soạn.'] : []),
  ];
  return { next: null, others, waitsFor: waits.join(' ') };
}

/** A step before the signature: whoever takes it passes it or sends it back; its drafter and clerks may change who signs. */
function offerStep(
  document: OfficeDocument,
  person: Person,
  rules: OfficeRules,
  { names, today }: OfferContext,
): Offer {
  const step = currentStep(document);
  const is = (role: Person['roles'][number]) => person.roles.includes(role);
  const isDrafter = is('drafter') && document.drafterId === person.staffId;
  const isTheirs = takesStep(document, person, rules.absences ?? [], today);
  const others: Act[] = [
    ...(isDrafter && document.openedAt === undefined ? (['take-back'] as const) : []),
    ...(isTheirs ? [...returning(document), 'edit-submitted' as const, 'hand-over' as const] : []),
    ...(isDrafter || is('clerk') ? (['change-signer'] as const) : []),
    ...(is('drafter') ? (['copy'] as const) : []),
  ];
  if (isTheirs) return { next: 'pass', others, waitsFor: null };
  const who = names.get(step?.holder ?? '') ?? 'người kiểm tra';
  const waits = [
    `${step ? STEP_LABELS[step.step] : ''}: chờ ${who}.`,
    ...(isDrafter && document.openedAt !== undefined ? ['Đã mở xem: cần sửa thì đề nghị trả lại.'] : []),
  ];
  return { next: null, others, waitsFor: waits.join(' ') };
}

/** To the drafter, and where a step was passed one step back. */
function returning({ step = 0 }: OfficeDocument): Act[] {
  return step > 0 ? ['step-back', 'return'] : ['return'];
}

/**
 * Acts on a document with a number: it is sent, and mended where it is wrong; while its number is to be voided neither.
 */
function offerIssued(document: OfficeDocument, person: Person, rules: OfficeRules, copy: readonly Act[]): Offer {
  const { sending, voidAsked } = document;
  const is = (role: Person['roles'][number]) => person.roles.includes(role);
  if (voidAsked) {
    const mayConsent = voidAsked.by !== person.staffId && (is('signer') || is('clerk') || is('admin'));
    const drop: Act[] = is('clerk') || is('signer') ? ['drop-void'] : [];
    const waitsFor = `Đề nghị hủy số: ${voidAsked.reason}.${mayConsent ? '' : ' Chờ một người khác đồng ý.'}`;
    return { next: mayConsent ? 'consent-void' : null, others: [...drop, ...copy], waitsFor };
  }
  const isDrafter = is('drafter') && document.drafterId === person.staffId;
  const days: Act[] = is('clerk') || isDrafter ? ['deadline'] : [];
  if (!is('clerk'))
    return { next: null, others: [...days, ...copy], waitsFor: sending === 'unsent' ? 'Chờ văn thư gửi đi.' : null };
  const links: Act[] = rules.hasPredecessors ? ['link-old'] : [];
  const others: Act[] = ['add-signed', 'place', 'restrict', ...days, ...links, 'mistake', ...copy];
  if (sending === 'unsent') return { next: 'send', others, waitsFor: null };
  return { next: null, others: sending === 'sent' ? ['send', ...others] : others, waitsFor: null };
}
