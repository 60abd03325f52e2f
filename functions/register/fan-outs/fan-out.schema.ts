import { z } from 'zod';
import { blobRefSchema } from '../model/document-summary.schema.ts';

/** A superior's plan that goes down to its units, at `A#<organ>#F#<runId>` / `META`. */
export const fanOutRunSchema = z.object({
  schema: z.literal('fan-out@1'),
  organ: z.string(),
  runId: z.string(),
  /** The plan with its marks, and what units say of themselves: one immutable blob. */
  input: blobRefSchema,
  /** Superior's document as the units cite it: of this register, or believed where the superior issues elsewhere. */
  superior: z.object({ docId: z.string(), code: z.string(), issuedDate: z.iso.date(), inRegister: z.boolean() }),
  /** Day of the drafts, `yyyy-mm-dd`. */
  on: z.iso.date(),
  /** Last day on which units are to issue. */
  due: z.exactOptional(z.iso.date()),
  total: z.number().int().positive(),
  /** Counts how often there came to be units to do: at its start, and with every retry. */
  opened: z.number().int().positive(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
});

/** State of a unit in a fan-out: the rows are the truth, whatever pumps them. */
export const fanOutStateSchema = z.enum(['waiting', 'leased', 'done', 'failed']);

/** Issue by other means than this register, as the unit's clerk says. */
export const issuedOutsideSchema = z.object({
  /** Number and symbol as printed. */
  code: z.string(),
  issuedDate: z.iso.date(),
  /** The issued paper, scanned: a PDF in the store. */
  file: z.exactOptional(blobRefSchema),
  /** staffId of the unit's clerk. */
  by: z.string(),
  at: z.iso.datetime(),
});

/** One unit of a fan-out, at `A#<organ>#F#<runId>` / `U#<unitCode>`. */
export const fanOutRowSchema = z.object({
  schema: z.literal('fan-out-row@1'),
  organ: z.string(),
  runId: z.string(),
  unitCode: z.string(),
  state: fanOutStateSchema,
  /** Counts leases. */
  attempt: z.number().int().nonnegative(),
  worker: z.exactOptional(z.string()),
  leasedUntil: z.exactOptional(z.iso.datetime()),
  /** Organ and id of the unit's document, once it is there. */
  unitOrgan: z.exactOptional(z.string()),
  docId: z.exactOptional(z.string()),
  /** Absent: it issues its draft here. */
  outside: z.exactOptional(issuedOutsideSchema),
  /** Cause of the failure. */
  reasons: z.exactOptional(z.array(z.string())),
  updatedAt: z.iso.datetime(),
});

/** See {@link fanOutRunSchema}. */
export type FanOutRun = z.infer<typeof fanOutRunSchema>;
/** See {@link issuedOutsideSchema}. */
export type IssuedOutside = z.infer<typeof issuedOutsideSchema>;
/** See {@link fanOutStateSchema}. */
export type FanOutState = z.infer<typeof fanOutStateSchema>;
/** See {@link fanOutRowSchema}. */
export type FanOutRow = z.infer<typeof fanOutRowSchema>;
