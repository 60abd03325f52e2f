import type { OfficeDocument, Person } from '../../../web/src/api/types.ts';

/** Somebody of an office, with roles. */
export const someone = (staffId: string, ...roles: Person['roles']): Person => ({
  staffId,
  name: staffId,
  organ: 'p',
  roles,
});
/** A draft of an office, otherwise as said. */
export const officeDocument = (about: Partial<OfficeDocument> = {}): OfficeDocument => ({
  organ: 'p',
  docId: 'a',
  state: 'draft',
  stateName: '',
  version: 1,
  rev: 1,
  typeCode: 'KeHoach',
  typeName: 'Kế hoạch',
  organName: 'UBND',
  codeNotation: 'KH-UBND',
  series: 'ke-hoach',
  subject: 'Việc',
  to: [],
  drafterId: 'an',
  signerInfo: { position: 'Chủ tịch', fullName: 'Nguyễn Văn A' },
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  ...about,
});
