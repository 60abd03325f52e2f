import { z } from 'zod';
import type { ProfileItem } from '#register/model/types.ts';

/** A profile of an organ with its rev. */
export const profileResponse = z
  .object({
    validFrom: z.string(),
    rev: z.number(),
    updatedBy: z.string(),
    updatedAt: z.string(),
    profile: z.unknown(),
  })
  .meta({ id: 'Profile' });

/** See {@link profileResponse}. */
export function toProfileResponse({ validFrom, rev, updatedBy, updatedAt, profile }: ProfileItem) {
  return { validFrom, rev, updatedBy, updatedAt, profile };
}
