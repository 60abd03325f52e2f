import { z } from 'zod';
import { isoDate, stableId } from '#document/schemas/text.schema.ts';
import { typeCode } from '#document/schemas/type.schema.ts';
import { stateSchema } from '#register/model/states.ts';

const words = z.string().min(1).max(200).optional();

/** Query of a search, as strings; all that is given must hold. */
export const searchQuery = z.strictObject({
  text: words,
  organ: stableId.optional(),
  organName: words,
  symbol: z.string().min(1).max(60).optional(),
  year: z.coerce.number().int().min(1945).max(9999).optional(),
  from: isoDate.optional(),
  to: isoDate.optional(),
  typeCode: typeCode.optional(),
  state: stateSchema.optional(),
  signer: words,
  recipient: words,
  cursor: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
});
