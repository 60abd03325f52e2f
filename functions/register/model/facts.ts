import { type DocumentFacts, documentFactsSchema } from './facts.schema.ts';

const OPTIONAL = ['signerInfo', 'archivedAt', 'urgency', 'issuedAmount', 'pageAmount'] as const;

/** The facts alone, of an object that may hold more: nothing else gets into an item this way. */
export function pickFacts(facts: DocumentFacts): DocumentFacts {
  return documentFactsSchema.parse(facts);
}

/** The facts that a document no longer has, to be removed from its item. */
export function absentFacts(facts: DocumentFacts): (typeof OPTIONAL)[number][] {
  return OPTIONAL.filter((name) => facts[name] === undefined);
}
