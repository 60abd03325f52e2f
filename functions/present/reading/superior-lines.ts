import type { Aligned } from '#localise/from-file/align-plans.ts';
import type { Fate, FateReason, Proposal } from '#localise/from-file/propose-fates.ts';

const FATES: Readonly<Record<Fate, string>> = { down: 'giao cho đơn vị', stays: 'không giao', undecided: 'chưa rõ' };
const REASONS: Readonly<Record<FateReason, (words: string) => string>> = {
  NAMES_UNITS: (words) => `nói đến “${words}”`,
  LEAD_IS_UNIT: (words) => `cơ quan chủ trì là “${words}”`,
  UNIT_COORDINATES: (words) => `đơn vị phối hợp (“${words}”)`,
  LEAD_IS_SUPERIORS: (words) => `việc của cấp trên (“${words}”)`,
  GENERAL_AIM: () => 'mục tiêu, yêu cầu chung',
  BY_WHAT_IS_BELOW: () => 'theo các phần bên trong',
  NOTHING_SAID: () => 'không nói giao cho ai',
};
const KNOWN_AS: Readonly<Record<Aligned['as'], string>> = {
  same: 'giữ nguyên',
  changed: 'đã sửa lời',
  moved: 'chuyển chỗ',
  unsure: 'chưa chắc là phần nào của bản cũ',
  added: 'mới thêm',
};

/** Names the fate of a part. */
export const fateText = (fate: Fate) => FATES[fate];

/** Explains a proposed fate. */
export const reasonText = ({ reason, words }: Pick<Proposal, 'reason' | 'words'>) => REASONS[reason](words);

/** Explains how a part of an amended file was matched. */
export const knownAsText = (as: Aligned['as']) => KNOWN_AS[as];
