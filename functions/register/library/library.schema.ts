import { z } from 'zod';
import { citation } from '#document/schemas/basis.schema.ts';
import { sendWaySchema } from '../model/send-line.schema.ts';

/** Origin of an entry: a submitted document, a list, a superior's plan, or a person. */
const entrySource = z.enum(['use', 'file', 'superior', 'hand']);

const changed = {
  /** Counts changes. */
  rev: z.number().int().positive(),
  /** staffId. */
  updatedBy: z.string(),
  updatedAt: z.iso.datetime(),
};

/** A document that an office cites as căn cứ: `A#<organ>#L` / `B#<entryId>`. The entry's id follows from what it cites. */
export const basisEntrySchema = z.object({
  schema: z.literal('basis-entry@1'),
  organ: z.string(),
  entryId: z.string(),
  cites: citation,
  /** First day on which it is in force no more, `yyyy-mm-dd`. */
  inForceUntil: z.exactOptional(z.iso.date()),
  /** Replacement, as text. */
  replacedBy: z.exactOptional(z.string()),
  source: entrySource,
  /** Taken out of what is offered; nothing is ever deleted. */
  isRemoved: z.exactOptional(z.literal(true)),
  ...changed,
});

/** See {@link basisEntrySchema}. */
export type BasisEntry = z.infer<typeof basisEntrySchema>;

/** Fields of an entry that a person writes. */
export const basisSaidSchema = basisEntrySchema.pick({
  cites: true,
  inForceUntil: true,
  replacedBy: true,
  isRemoved: true,
});

/** A document whose căn cứ cite an entry: `A#<organ>#L` / `C#<entryId>#<docId>`. Written at submit, never taken out. */
export const citingSchema = z.object({
  schema: z.literal('citing@1'),
  organ: z.string(),
  entryId: z.string(),
  docId: z.string(),
});

/** See {@link citingSchema}. */
export type Citing = z.infer<typeof citingSchema>;

/** A line of Nơi nhận that an office uses again: `A#<organ>#L` / `G#<groupId>`. Its id follows from its name. */
export const recipientGroupSchema = z.object({
  schema: z.literal('recipient-group@1'),
  organ: z.string(),
  groupId: z.string(),
  /** As printed. */
  name: z.string(),
  /** Recipients that it stands for, one by one. */
  members: z.exactOptional(z.array(z.string())),
  copies: z.exactOptional(z.number().int().positive()),
  way: z.exactOptional(sendWaySchema),
  /** Types whose new documents have it from the start. */
  types: z.exactOptional(z.array(z.string())),
  isRemoved: z.exactOptional(z.literal(true)),
  ...changed,
});

/** See {@link recipientGroupSchema}. */
export type RecipientGroup = z.infer<typeof recipientGroupSchema>;

/** Fields of a group that a person writes. */
export const groupSaidSchema = recipientGroupSchema.pick({
  name: true,
  members: true,
  copies: true,
  way: true,
  types: true,
  isRemoved: true,
});
