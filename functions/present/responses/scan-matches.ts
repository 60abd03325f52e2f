import { z } from 'zod';
import type { NumberedDocument } from '#register/register.ts';

const scannedDocument = z.object({
  docId: z.string(),
  etag: z.string().describe('If-Match khi thêm tệp.'),
  symbol: z.string(),
  issuedDate: z.string(),
  typeName: z.string(),
  subject: z.string(),
});

/** Scans with the documents that their names may mean. */
export const scanMatchesResponse = z
  .object({
    items: z.array(
      z.object({
        name: z.string(),
        outcome: z.enum(['found', 'several', 'has-file', 'not-found', 'unreadable']),
        documents: z.array(scannedDocument),
      }),
    ),
  })
  .meta({ id: 'ScanMatches' });

/** A document that a scan may be of. */
export function toScannedDocument({ row }: NumberedDocument, etag: string): z.infer<typeof scannedDocument> {
  const { docId, symbol, issuedDate, typeName, subject } = row;
  return { docId, etag, symbol, issuedDate, typeName, subject };
}
