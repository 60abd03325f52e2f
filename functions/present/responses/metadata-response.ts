import { z } from 'zod';

const text = z.string().nullable();
const number = z.number().nullable();

/** Metadata by the names of PL VI, phần II.I, and what was too long for its field. */
export const metadataResponse = z
  .object({
    metadata: z.object({
      FileCode: z.object({ OrganId: text, FileCatalog: number, FileNotation: text }),
      DocOrdinal: number,
      TypeName: z.string(),
      CodeNumber: z.string(),
      CodeNotation: z.string(),
      IssuedDate: z.string(),
      OrganName: z.string(),
      Subject: z.string(),
      Language: z.string(),
      PageAmount: number,
      Description: text,
      SignerInfo: z.object({ Position: text, FullName: text }),
      To: z.array(z.object({ OrganId: text, OrganName: z.string() })).readonly(),
      Priority: z.number(),
      IssuedAmount: number,
      DueDate: text,
    }),
    warnings: z.array(z.object({ field: z.string(), length: z.number(), max: z.number() })).readonly(),
  })
  .meta({ id: 'Metadata' });
