import { z } from 'zod';
import { line } from './text.schema.ts';

/** What stands before a position: KT., TL., TUQ. or Q.; TM. is not typed, the issuer decides it (PL I, Mục II.7.b). */
export const authorityPrefix = z.enum(['KT.', 'TL.', 'TUQ.', 'Q.']);

/**
 * Who signs: the authority lines from above to below, as one of the decree's stacks, and a second position above the
 * name for advisory bodies. Without `fullName` the name comes from the organ's profile, by the last position.
 *
 * @example { authority: [{ prefix: 'KT.', position: 'Chủ tịch' }, { position: 'Phó Chủ tịch' }] }
 */
export const signer = z
  .strictObject({
    authority: z
      .array(z.strictObject({ prefix: authorityPrefix.optional(), position: line }))
      .min(1)
      .max(3),
    otherPosition: line.optional(),
    fullName: line.optional(),
  })
  .meta({ id: 'Signer' });

/** Who signs, as data. */
export type Signer = z.infer<typeof signer>;
