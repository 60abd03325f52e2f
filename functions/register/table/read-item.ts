import type { z } from 'zod';
import { RegisterError } from '../model/register-error.ts';

/** Reads a stored item, which is outside input. Throws `broken-item` with the schema's name and the place. */
export function readItem<Schema extends z.ZodType>(
  schema: Schema,
  item: Readonly<Record<string, unknown>>,
): z.infer<Schema> {
  const result = schema.safeParse(item);
  if (result.success) return result.data;
  throw new RegisterError('broken-item', {
    schema: String(item['schema']),
    path: result.error.issues[0]?.path.join('.') ?? '',
  });
}
