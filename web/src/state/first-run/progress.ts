/** The steps of a new office, in their order. */
export const FIRST_STEPS = [
  { step: 'office', path: 'co-quan', label: 'Cơ quan' },
  { step: 'series', path: 'so-van-ban', label: 'Sổ văn bản' },
  { step: 'people', path: 'nguoi', label: 'Người và vai trò' },
  { step: 'backup', path: 'sao-luu', label: 'Sao lưu, thư báo' },
  { step: 'document', path: 'van-ban-dau-tien', label: 'Văn bản đầu tiên' },
] as const;

/** See {@link FIRST_STEPS}. */
export type FirstStep = (typeof FIRST_STEPS)[number]['step'];

/** Parts of a new office that the server has. */
export interface Declared {
  readonly hasProfile: boolean;
  /** Types of its series were chosen: the profile was written again. */
  readonly hasSeries: boolean;
  readonly people: number;
  /** Somebody said here that they know where backups go. */
  readonly hasSeenBackup: boolean;
}

/** The step at which a new office goes on: what the server has is not asked again. */
export function nextStep({ hasProfile, hasSeries, people, hasSeenBackup }: Declared): FirstStep {
  if (!hasProfile) return 'office';
  if (!hasSeries) return 'series';
  if (people < 2) return 'people';
  return hasSeenBackup ? 'document' : 'backup';
}
