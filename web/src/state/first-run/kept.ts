import { z } from 'zod';
import type { OfficeForm } from './office-form.ts';
import { KINDS } from './office-kinds.ts';

/** Data of a new office kept on this machine until the server has it. */
export interface Kept {
  readonly office?: OfficeForm | undefined;
  readonly hasSeenBackup?: boolean | undefined;
}

const schema = z.object({
  office: z
    .object({
      name: z.string(),
      kind: z.enum(KINDS.map(({ kind }) => kind)).nullable(),
      validFrom: z.string(),
      typed: z.record(z.string(), z.string()),
    })
    .optional(),
  hasSeenBackup: z.boolean().optional(),
});

const keyOf = (organ: string) => `banhanh-bat-dau-${organ}`;

/** Reads an office's data kept on this machine; nothing where damaged or another's. */
export function readKept(storage: Pick<Storage, 'getItem'>, organ: string): Kept {
  const read = schema.safeParse(parsed(storage.getItem(keyOf(organ)) ?? 'null'));
  return read.success ? read.data : {};
}

/** Keeps more of an office. */
export function keep(storage: Pick<Storage, 'getItem' | 'setItem'>, organ: string, more: Kept): void {
  storage.setItem(keyOf(organ), JSON.stringify({ ...readKept(storage, organ), ...more }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
