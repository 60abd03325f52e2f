import { z } from 'zod';
import type { UnitPlan } from '#localise/plan/make-unit-plan.ts';

/** Plan of one unit as its draft would be. */
export const unitPreviewResponse = z
  .object({
    /** Null where the plan cannot be made for the unit: the findings say why. */
    data: z.record(z.string(), z.unknown()).nullable(),
    profile: z.record(z.string(), z.unknown()).nullable(),
    open: z.array(z.string()).describe('Những gì đơn vị còn phải điền.'),
    findings: z.array(z.object({ code: z.string(), severity: z.string(), path: z.string(), message: z.string() })),
  })
  .meta({ id: 'UnitPreview' });

/** See {@link unitPreviewResponse}. */
export function toUnitPreviewResponse({ made, open, findings }: UnitPlan): z.infer<typeof unitPreviewResponse> {
  return {
    data: made && { ...made.data },
    profile: made && { ...made.organ },
    open: [...open],
    findings: findings.map(({ code, severity, path, message }) => ({ code, severity, path, message })),
  };
}
