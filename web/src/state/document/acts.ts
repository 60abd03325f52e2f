import type { OfficeDocument, Person } from '../../api/types.ts';

/** What someone can do with a document, as its page offers it. */
export type Act = 'edit' | 'submit' | 'approve' | 'return' | 'number' | 'withdraw' | 'add-signed' | 'copy';

/** The next step of a document, and what else is open to a person. */
export interface Offer {
  /** The one large button; null where the next step is somebody else's. */
  readonly next: Act | null;
  readonly others: readonly Act[];
  /** Who takes the next step, where the person does not. */
  readonly waitsFor: string | null;
}

/** Acts as their buttons say them. */
export const ACT_LABELS: Readonly<Record<Act, string>> = {
  edit: 'Soạn tiếp',
  submit: 'Trình',
  approve: 'Duyệt để ký',
  return: 'Trả lại',
  number: 'Cấp số',
  withdraw: 'Thu hồi',
  'add-signed': 'Thêm bản đã ký',
  copy: 'Soạn từ văn bản này',
};

/** What a person may do with a document of their organ now. The server decides; this is what the page shows. */
export function offerActs(document: OfficeDocument, person: Person): Offer {
  const is = (role: Person['roles'][number]) => person.roles.includes(role);
  const isOwn = document.drafterId === person.staffId;
  const copy: Act[] = is('drafter') ? ['copy'] : [];
  const signer = document.signerInfo?.fullName ?? '';
  switch (document.state) {
    case 'draft':
      if (isOwn && is('drafter')) return { next: 'submit', others: ['edit', ...copy], waitsFor: null };
      return { next: null, others: copy, waitsFor: 'Chờ người soạn hoàn thành và trình.' };
    case 'submitted': {
      const mine = document.approverId === person.staffId;
      if (is('signer') && mine && !isOwn) return { next: 'approve', others: ['return', ...copy], waitsFor: null };
      const own = is('signer') && mine && isOwn ? ' Người ký không tự duyệt văn bản mình soạn.' : '';
      return { next: null, others: copy, waitsFor: `Chờ người ký ${signer} duyệt.${own}`.replace('  ', ' ') };
    }
    case 'approved':
      if (is('clerk')) return { next: 'number', others: copy, waitsFor: null };
      return { next: null, others: copy, waitsFor: 'Chờ văn thư cấp số.' };
    case 'issued':
      if (is('clerk')) return { next: null, others: ['add-signed', 'withdraw', ...copy], waitsFor: null };
      return { next: null, others: copy, waitsFor: null };
    case 'numbered':
      return { next: null, others: copy, waitsFor: 'Đã cấp số; hệ thống đang hoàn tất tệp.' };
    default:
      return { next: null, others: copy, waitsFor: null };
  }
}
