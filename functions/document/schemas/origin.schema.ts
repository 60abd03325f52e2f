import { z } from 'zod';
import { sha256 } from '#base/patterns.ts';
import { stableId } from './text.schema.ts';

/** SHA-256 in hexadecimal. */
/**
 * Where a part or a row came from: the superior's document, its part there, and the SHA-256 of what that part said then
 * with its marks. It is never printed; it lets the unit see what the superior changes later.
 */
export const origin = z.strictObject({ docId: stableId, partId: stableId, hash: sha256 }).meta({ id: 'Origin' });

/** What a whole plan came from: the superior's document, the unit's code in the directory, the SHA-256 of the plan as it went down. */
export const planOrigin = z
  .strictObject({ docId: stableId, unitCode: z.string().regex(/^\d{5}$/), hash: sha256 })
  .meta({ id: 'PlanOrigin' });

/** Where a part or a row came from. */
export type Origin = z.infer<typeof origin>;
/** What a whole plan came from. */
export type PlanOrigin = z.infer<typeof planOrigin>;
