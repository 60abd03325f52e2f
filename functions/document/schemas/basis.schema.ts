import { z } from 'zod';
import { isoDate, line, lineOf, paragraphText } from './text.schema.ts';

/**
 * A document that is cited in full (PL I, Mục II.6.a): type, number and symbol, day, organ, trích yếu (with its own
 * "về"). A Luật, Bộ luật or Pháp lệnh has neither `code` nor `organName`: name and day alone.
 */
export const citation = z
  .strictObject({
    typeName: lineOf(100),
    code: lineOf(60).optional(),
    issuedDate: isoDate,
    organName: lineOf(200).optional(),
    subject: line,
  })
  .meta({ id: 'Citation' });

/** One căn cứ, a paragraph of its own: a cited document after "Căn cứ" or "Thực hiện", or a sentence of another kind. */
export const basis = z
  .strictObject({
    verb: z.enum(['Căn cứ', 'Thực hiện']).optional(),
    cites: citation.optional(),
    text: paragraphText.optional(),
  })
  .meta({ id: 'Basis' });

/** A cited document, as data. */
export type Citation = z.infer<typeof citation>;
/** A căn cứ, as data. */
export type Basis = z.infer<typeof basis>;
