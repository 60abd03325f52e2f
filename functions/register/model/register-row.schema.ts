import { z } from 'zod';
import { blobRefSchema, documentSummarySchema } from './document-summary.schema.ts';

/** One issued file of a row. Roles: what we rendered, an appendix in a file of its own, the signed PDF, a scan of paper, what was given with a registration. */
export const issuedFileSchema = blobRefSchema.extend({
  role: z.enum(['rendered', 'appendix', 'signed', 'scan', 'given']),
  /** Server id, last part of the key. */
  fileId: z.string(),
  /** The version that S3 pinned. */
  versionId: z.exactOptional(z.string()),
  contentType: z.string(),
  /** Legal kind of a file that a person brought (Điều 3.8); absent of older files, and of ours. */
  legal: z.exactOptional(z.enum(['electronic-original', 'scan-of-original', 'attached'])),
  /** Names in the digital signatures of an electronic original; nothing is checked of them. */
  signedBy: z.exactOptional(z.array(z.string()).min(1)),
  /** The file that took its place, and why. */
  supersededBy: z.exactOptional(z.string()),
  reason: z.exactOptional(z.string()),
  /** Name of the download, Vietnamese allowed. */
  fileName: z.string(),
});

/** See {@link issuedFileSchema}. */
export type IssuedFile = z.infer<typeof issuedFileSchema>;

/** Suffix and copy that tell lines of one number apart in older books: 35a, the second 35. Our own numbers have neither. */
export const numberVariantSchema = z.object({
  codeSuffix: z.exactOptional(z.string().regex(/^[a-zđ]{1,4}$/)),
  copy: z.exactOptional(z.number().int().min(2).max(9)),
});

/** A line of the book: `A#<organ>#R#<yyyy>#<series>` / `N#0000035`. Never changed but for its files; the state is the document's. */
export const registerRowSchema = documentSummarySchema.extend({
  schema: z.literal('register-row@1'),
  organ: z.string(),
  year: z.number().int(),
  docId: z.string(),
  /** CodeNumber. */
  codeNumber: z.number().int().positive(),
  ...numberVariantSchema.shape,
  /** Số và ký hiệu as printed. */
  symbol: z.string(),
  /** The same folded, as the index by symbol has it. */
  symbolKey: z.string(),
  /** IssuedDate, `yyyy-mm-dd`. */
  issuedDate: z.iso.date(),
  contentHash: z.exactOptional(z.string()),
  /** Version of the tokens by which it is found; absent: the first, of the trích yếu alone. */
  wordsVersion: z.exactOptional(z.union([z.literal(2), z.literal(3)])),
  broughtIn: z.exactOptional(z.literal(true)),
  /** Was drafted elsewhere. */
  registered: z.exactOptional(z.literal(true)),
  /** Was registered without a file. */
  noFile: z.exactOptional(z.literal(true)),
  /** Pages of the paper that the clerk compared when its number was given. */
  paperPages: z.exactOptional(z.number().int().positive()),
  /** The number was given by another system. */
  recorded: z.exactOptional(z.literal(true)),
  /** Recorded by mistake: the line stays, and its document may be recorded again. */
  struck: z.exactOptional(z.object({ reason: z.string(), by: z.string(), at: z.iso.datetime() })),
  /** Moment at which the number was given or brought in. */
  numberedAt: z.iso.datetime(),
  /** Empty until the document is issued; stays empty for a paper record brought in without a file. */
  files: z.array(issuedFileSchema),
  /** Both present as long as the files are owed. */
  outShard: z.exactOptional(z.string()),
  /** From when on recovery may finish the row. */
  dueAt: z.exactOptional(z.iso.datetime()),
});

/** See {@link registerRowSchema}. */
export type RegisterRow = z.infer<typeof registerRowSchema>;

/** Name of a row whose files are owed, as the outbox index yields it. */
export const dueRowSchema = registerRowSchema
  .pick({ organ: true, docId: true, year: true, series: true, codeNumber: true, codeSuffix: true, copy: true })
  .extend({ dueAt: z.iso.datetime() });

/** See {@link dueRowSchema}. */
export type DueRow = z.infer<typeof dueRowSchema>;
