import { z } from 'zod';
import { lineOf } from './text.schema.ts';

/** Mã định danh of an organ: `000.00.00.H41`, `H37.02.02`. */
const organCode = z.string().regex(/^[A-Z0-9]{1,4}(?:\.[A-Z0-9]{1,4}){0,4}$/);

/**
 * What an organ has to say before its documents go out as metadata or as edXML, and how it wants done what public sources
 * of edXML disagree on (docs/decisions/0034-edxml-settings.md). It stands in the organ's profile (`exchange`) or in a file of its own that is given
 * with an export.
 *
 * - `documentId`: `composed` is `OrganId,yyyy/MM/dd,số/ký hiệu`; `uuid` is made of the document's id, always the same.
 * - `documentTypes`: DocumentType.Type by type; by default its place among the types of Điều 7 (kế hoạch 10, công văn 18).
 * - `attachments`: `base64` of the file, or `zip-base64` of a zip that holds it.
 * - `prefix`: whether the envelope's frame alone or every child carries the prefix `edXML:`.
 */
export const exchangeSettings = z
  .strictObject({
    schema: z.literal('ExchangeSettings@1'),
    organCode,
    email: lineOf(100).optional(),
    telephone: lineOf(50).optional(),
    fax: lineOf(50).optional(),
    website: lineOf(100).optional(),
    recipientCodes: z.record(lineOf(500), organCode).optional(),
    documentId: z.enum(['composed', 'uuid']).optional(),
    documentTypes: z
      .strictObject({ KeHoach: z.int().min(0).max(99).optional(), CongVan: z.int().min(0).max(99).optional() })
      .optional(),
    attachments: z.enum(['base64', 'zip-base64']).optional(),
    prefix: z.enum(['frame', 'all']).optional(),
  })
  .meta({ id: 'ExchangeSettings' });

/** See {@link exchangeSettings}. */
export type ExchangeSettings = z.infer<typeof exchangeSettings>;
