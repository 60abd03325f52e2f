import { z } from 'zod';
import { actSchema, stateSchema } from '#register/model/states.ts';
import type { AuditEvent, View } from '#register/model/types.ts';
import { ACT_NAMES } from '../labels/labels.ts';

/** One event of a document's audit chain. */
export const auditEventResponse = z
  .object({
    organ: z.string(),
    version: z.number(),
    act: actSchema,
    actName: z.string(),
    state: stateSchema,
    actor: z.string(),
    at: z.string(),
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    prevHash: z.string(),
    hash: z.string(),
  })
  .meta({ id: 'AuditEvent' });

/** A look at a document. */
export const accessResponse = z
  .object({
    kind: z.enum(['view', 'download']),
    actor: z.string(),
    at: z.string(),
    fileId: z.string().optional(),
  })
  .meta({ id: 'View' });

/** See {@link auditEventResponse}. */
export function toAuditEventResponse({
  schema: _,
  docId: __,
  ...event
}: AuditEvent): z.infer<typeof auditEventResponse> {
  return { ...event, actName: ACT_NAMES[event.act] };
}

/** See {@link accessResponse}. */
export function toAccessResponse({ kind, actor, at, fileId }: View): z.infer<typeof accessResponse> {
  return { kind, actor, at, ...(fileId !== undefined && { fileId }) };
}
