import { z } from 'zod';
import { numberVariantSchema } from './register-row.schema.ts';

/** Reason why a number of an older book has no document here: cancelled, left empty, or a secret one's, which has a book of its own. */
export const blankKindSchema = z.enum(['cancelled', 'empty', 'secret']);

/** See {@link blankKindSchema}. */
export type BlankKind = z.infer<typeof blankKindSchema>;

/** Number of an older book without a document: `A#<organ>#R#<yyyy>#<series>` / `B#0000036`. */
export const blankNumberSchema = z.object({
  schema: z.literal('blank-number@1'),
  organ: z.string(),
  year: z.number().int(),
  series: z.string(),
  /** CodeNumber. */
  codeNumber: z.number().int().positive(),
  codeSuffix: numberVariantSchema.shape.codeSuffix,
  kind: blankKindSchema,
  /** As the book has it: `36/KH-UBND`, or `36` alone. */
  symbol: z.string(),
  /** `yyyy-mm-dd`, where the book has a day. */
  issuedDate: z.exactOptional(z.iso.date()),
  /** Note of the book beside it. */
  note: z.exactOptional(z.string()),
  /** Person who brought it in (staffId), and when. */
  by: z.string(),
  at: z.iso.datetime(),
  /** It was no blank after all: the item stays, the number is free. */
  dropped: z.exactOptional(z.object({ reason: z.string(), by: z.string(), at: z.iso.datetime() })),
});

/** See {@link blankNumberSchema}. */
export type BlankNumber = z.infer<typeof blankNumberSchema>;
