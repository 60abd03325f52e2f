import { z } from 'zod';
import { sha256 } from '#base/patterns.ts';

/** Reference to immutable bytes in the store. */
export const blobRefSchema = z.object({
  key: z.string().min(1),
  /** Lower-case hex. */
  sha256,
  /** Bytes. */
  size: z.number().int().nonnegative(),
});

/** See {@link blobRefSchema}. */
export type BlobRef = z.infer<typeof blobRefSchema>;

/** SignerInfo of PL VI: who signs, and as what. */
export const signerInfoSchema = z.object({ position: z.string(), fullName: z.string() });

/** See {@link signerInfoSchema}. */
export type SignerInfo = z.infer<typeof signerInfoSchema>;

/**
 * Summary for lists, the book (PL IV) and the metadata (PL VI, phần II), copied into the register row. Names are PL VI's
 * where it has one.
 */
export const documentSummarySchema = z.object({
  /** Document type: `KeHoach`, `CongVan`. */
  typeCode: z.string().min(1),
  /** TypeName: "Kế hoạch", "Công văn". */
  typeName: z.string().min(1),
  /** OrganName: the name of the issuing organ as it stands on the document. */
  organName: z.string(),
  /** CodeNotation, ký hiệu without the number: "KH-UBND". */
  codeNotation: z.string(),
  /** Name of the number series, from the profile. An id: `[A-Za-z0-9._-]`. */
  series: z.string(),
  /** Subject: trích yếu. */
  subject: z.string(),
  /** SignerInfo. */
  signerInfo: z.exactOptional(signerInfoSchema),
  /** To: recipients, one a line of Nơi nhận. */
  to: z.array(z.string()),
  /** Lưu: the unit that keeps the record copy (PL IV, "đơn vị, người nhận bản lưu"). */
  archivedAt: z.exactOptional(z.string()),
  /** Priority, as the document's schema names it: "khẩn", "thượng khẩn", "hoả tốc". */
  urgency: z.exactOptional(z.string()),
  /** IssuedAmount: copies. */
  issuedAmount: z.exactOptional(z.number().int().positive()),
  /** PageAmount: pages, where someone has counted them. */
  pageAmount: z.exactOptional(z.number().int().positive()),
});

/** See {@link documentSummarySchema}. */
export type DocumentSummary = z.infer<typeof documentSummarySchema>;
