import { z } from 'zod';

/** Ways of sending: trục liên thông, bưu chính, trực tiếp, thư điện tử, fax, another. */
export const sendWaySchema = z.enum(['system', 'post', 'hand', 'mail', 'fax', 'other']);

/** Receipt of a document by a recipient: the day, who took it, and what they said. */
const receiptSchema = z.object({
  /** `yyyy-mm-dd`. */
  day: z.iso.date(),
  by: z.exactOptional(z.string()),
  note: z.exactOptional(z.string()),
  recordedBy: z.string(),
  recordedAt: z.iso.datetime(),
});

/** One recipient of one sending, at `A#<organ>#D#<docId>` / `SEND#<line>` (PL IV, columns 7 to 9). */
export const sendLineSchema = z.object({
  schema: z.literal('send-line@1'),
  organ: z.string(),
  docId: z.string(),
  /** `<sending>-<place>`, of which the first part is in the audit event: `4f0c…-001`. */
  line: z.string(),
  /** As on the line of Nơi nhận. */
  name: z.string(),
  /** The recipient, where it is an organ that the register knows. */
  organId: z.exactOptional(z.string()),
  way: sendWaySchema,
  /** Day of sending, `yyyy-mm-dd`. */
  day: z.iso.date(),
  copies: z.exactOptional(z.number().int().positive()),
  receipt: z.exactOptional(receiptSchema),
  /** Counts receipts. */
  rev: z.number().int().positive(),
});

/** See {@link sendLineSchema}. */
export type SendLine = z.infer<typeof sendLineSchema>;

/** A recipient as a clerk names one. */
export type Recipient = Pick<SendLine, 'name' | 'organId' | 'way' | 'copies'>;

/** Sendings of a document, as lists and the book show them. */
export const sentSchema = z.object({
  /** Day of the first one, `yyyy-mm-dd`. */
  firstDay: z.iso.date(),
  lines: z.number().int().positive(),
  /** Copies on paper; absent where no line says any. */
  copies: z.exactOptional(z.number().int().positive()),
  /** Lines with a receipt. */
  received: z.number().int().nonnegative(),
});

/** See {@link sentSchema}. */
export type Sent = z.infer<typeof sentSchema>;
