import { z } from 'zod';
import { type SendLine, sendWaySchema } from '#register/model/send-line.schema.ts';
import type { UnsentPage } from '#usecases/sending/list-unsent.ts';
import { WAY_NAMES } from '../labels/way-labels.ts';
import { documentResponse, toDocumentResponse } from './document-response.ts';

/** A recipient of a document, and what is known of its receipt. */
export const sendLineResponse = z
  .object({
    line: z.string(),
    name: z.string(),
    organId: z.string().optional(),
    way: sendWaySchema,
    wayName: z.string(),
    day: z.string(),
    copies: z.number().optional(),
    receipt: z
      .object({
        day: z.string(),
        by: z.string().optional(),
        note: z.string().optional(),
        recordedBy: z.string(),
        recordedAt: z.string(),
      })
      .optional(),
  })
  .meta({ id: 'SendLine' });

/** A page of what waits for sending. */
export const unsentResponse = z
  .object({
    items: z.array(z.object({ document: documentResponse, dueOn: z.string(), isOverdue: z.boolean() })),
    cursor: z.string().optional(),
    yearsWithoutList: z.array(z.number()),
  })
  .meta({ id: 'Unsent' });

/** See {@link sendLineResponse}. */
export function toSendLineResponse(line: SendLine): z.infer<typeof sendLineResponse> {
  return sendLineResponse.parse({ ...line, wayName: WAY_NAMES[line.way] });
}

/** See {@link unsentResponse}. */
export function toUnsentResponse({ items, cursor, yearsWithoutList }: UnsentPage): z.infer<typeof unsentResponse> {
  return {
    items: items.map(({ document, ...rest }) => ({ document: toDocumentResponse(document), ...rest })),
    ...(cursor !== undefined && { cursor }),
    yearsWithoutList: [...yearsWithoutList],
  };
}
