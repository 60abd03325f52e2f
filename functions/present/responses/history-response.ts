import { z } from 'zod';
import { actSchema, stateSchema } from '#register/model/states.ts';
import type { AuditEvent, View } from '#register/model/types.ts';
import type { Activity } from '#usecases/drafting/list-activity.ts';
import { ACT_NAMES, standingName } from '../labels/labels.ts';

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

/** An act on a document of the office; of a document that the reader may not see, its type alone. */
export const activityResponse = z
  .object({
    at: z.string(),
    actor: z.string().meta({ description: 'staffId, hoặc system.' }),
    act: actSchema,
    actName: z.string(),
    reason: z.string().optional(),
    organ: z.string(),
    typeName: z.string(),
    stateName: z.string(),
    docId: z.string().optional(),
    symbol: z.string().optional(),
    subject: z.string().optional(),
  })
  .meta({ id: 'Activity' });

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

/** See {@link activityResponse}. */
export function toActivityResponse({ event, document, isVisible }: Activity): z.infer<typeof activityResponse> {
  const { organ, docId, typeName, symbol, subject } = document;
  const { at, actor, act } = event;
  const { reason } = event.facts;
  return {
    ...{ at, actor, act, actName: ACT_NAMES[act], organ, typeName, stateName: standingName(document) },
    ...(symbol !== undefined && { symbol }),
    ...(isVisible && { docId, subject, ...(typeof reason === 'string' && { reason }) }),
  };
}

/** See {@link accessResponse}. */
export function toAccessResponse({ kind, actor, at, fileId }: View): z.infer<typeof accessResponse> {
  return { kind, actor, at, ...(fileId !== undefined && { fileId }) };
}
