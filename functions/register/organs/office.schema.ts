import { z } from 'zod';
import { stepNameSchema } from '../model/step.schema.ts';

/** Holder of a step: the head of the drafting unit, a position among the signers, or a person, with a deputy. */
const stepBySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unit-head') }),
  z.object({ kind: z.literal('position'), position: z.string() }),
  z.object({ kind: z.literal('person'), staffId: z.string(), deputy: z.exactOptional(z.string()) }),
]);

/** Steps before the signature of some types, in their order (Điều 12). */
export const officeStepsSchema = z.object({
  /** Absent: every type that no other entry names. */
  types: z.exactOptional(z.array(z.string())),
  steps: z.array(z.object({ step: stepNameSchema, by: stepBySchema })).max(4),
});

/** The head of a unit, by its abbreviation in the profile. */
export const unitHeadSchema = z.object({
  unit: z.string(),
  staffId: z.string(),
  deputy: z.exactOptional(z.string()),
});

/** From a day to a day, both included, someone is away and another stands in. */
export const absenceSchema = z.object({
  staffId: z.string(),
  from: z.iso.date(),
  to: z.iso.date(),
  deputy: z.string(),
});

/** Settings of an office that differ from the usual: `A#<organ>#O` / `WAY`. Nothing of it is frozen into a document. */
export const officeSchema = z.object({
  schema: z.literal('office@1'),
  organ: z.string(),
  /** A signer may approve what they drafted themselves. */
  ownDraftAllowed: z.boolean(),
  steps: z.exactOptional(z.array(officeStepsSchema)),
  unitHeads: z.exactOptional(z.array(unitHeadSchema)),
  absences: z.exactOptional(z.array(absenceSchema)),
  /** Counts changes. */
  rev: z.number().int().positive(),
  /** staffId. */
  updatedBy: z.string(),
  updatedAt: z.iso.datetime(),
});

/** See {@link officeSchema}. */
export type Office = z.infer<typeof officeSchema>;

/** Settings that an office may choose. */
export const officeWaySchema = officeSchema.pick({
  ownDraftAllowed: true,
  steps: true,
  unitHeads: true,
  absences: true,
});

/** See {@link officeWaySchema}. */
export type OfficeWay = z.infer<typeof officeWaySchema>;

/** Settings of an office that has chosen none. */
export const USUAL_WAY: OfficeWay = { ownDraftAllowed: false };
