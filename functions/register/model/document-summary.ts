import { type DocumentSummary, documentSummarySchema } from './document-summary.schema.ts';

const OPTIONAL = ['signerInfo', 'archivedAt', 'urgency', 'issuedAmount', 'pageAmount'] as const;

/** Picks the summary out of an object that may hold more, so that nothing else enters an item. */
export function pickSummary(summary: DocumentSummary): DocumentSummary {
  return documentSummarySchema.parse(summary);
}

/** Names the optional fields that a summary lacks, to be removed from the item. */
export function absentFields(summary: DocumentSummary): (typeof OPTIONAL)[number][] {
  return OPTIONAL.filter((name) => summary[name] === undefined);
}
