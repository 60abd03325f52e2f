import { z } from 'zod';
import { actSchema, stateSchema } from './states.ts';

/** One transition of a document, at `A#<organ>#D#<docId>` / `AUD#<version>`, chained to the one before by its hash. */
export const auditEventSchema = z.object({
  schema: z.literal('audit-event@1'),
  organ: z.string(),
  docId: z.string(),
  /** The document's version after the transition: 1 for the first. */
  version: z.number().int().positive(),
  act: actSchema,
  /** State after it. */
  state: stateSchema,
  /** staffId, or `system`. */
  actor: z.string(),
  at: z.iso.datetime(),
  /** Details of the act: reason, contentHash, number, date, hashes of files. */
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  /** Hash of the event before; empty for the first. */
  prevHash: z.string(),
  /** SHA-256, hex, of the canonical JSON of all the rest. */
  hash: z.string(),
});

/** See {@link auditEventSchema}. */
export type AuditEvent = z.infer<typeof auditEventSchema>;

/** See `facts` in {@link auditEventSchema}. */
export type AuditDetails = AuditEvent['facts'];
