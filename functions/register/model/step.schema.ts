import { z } from 'zod';

/** Steps before the signature: content or form (Điều 12), or all of it before signing. */
export const stepNameSchema = z.enum(['content', 'form', 'before-signing']);

/** See {@link stepNameSchema}. */
export type StepName = z.infer<typeof stepNameSchema>;

/** A step of a document's way, with who takes it; resolved when it was submitted. */
export const routeStepSchema = z.object({
  step: stepNameSchema,
  /** staffId. */
  holder: z.string(),
  /** staffId of a deputy, who may take it as well. */
  deputy: z.exactOptional(z.string()),
});

/** See {@link routeStepSchema}. */
export type RouteStep = z.infer<typeof routeStepSchema>;
