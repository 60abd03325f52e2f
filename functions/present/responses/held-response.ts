import { z } from 'zod';
import type { HeldDocument } from '#usecases/collaboration/list-held.ts';
import { standingName } from '../labels/labels.ts';

/** A document whose turn is one person's; of one that the admin may not see, no trích yếu. */
export const heldResponse = z
  .object({
    docId: z.string(),
    version: z.number().meta({ description: 'Cùng rev là ETag của văn bản: "v<version>-r<rev>".' }),
    rev: z.number(),
    turn: z.enum(['draft', 'step', 'signature']).meta({
      description: 'Soạn (draft), bước kiểm tra (step): bàn giao được; ký (signature): đổi người ký.',
    }),
    typeName: z.string(),
    stateName: z.string(),
    unit: z.string().optional(),
    subject: z.string().optional(),
    updatedAt: z.string(),
  })
  .meta({ id: 'HeldDocument' });

/** See {@link heldResponse}. */
export function toHeldResponse({ document, turn, isVisible }: HeldDocument): z.infer<typeof heldResponse> {
  const { docId, version, rev, typeName, unit, subject, updatedAt } = document;
  return {
    ...{ docId, version, rev, turn, typeName, stateName: standingName(document), updatedAt },
    ...(unit !== undefined && { unit }),
    ...(isVisible && { subject }),
  };
}
