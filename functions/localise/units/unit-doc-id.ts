import { hashOf } from '../hash.ts';

/** Id of a unit's own document made of a superior's plan: the same each time, so that running again makes nothing twice. */
export function unitDocId(superiorDocId: string, unitCode: string): string {
  return `dv-${unitCode}-${hashOf([superiorDocId, unitCode]).slice(0, 24)}`;
}

/** Tells whether an id is that of a document that came down to a unit. */
export function isUnitDocId(docId: string): boolean {
  return /^dv-\d{5}-[0-9a-f]{24}$/.test(docId);
}
