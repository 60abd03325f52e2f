import { documentPart, type ItemKey, keyPart, MAX_VERSION, padded } from './key-parts.ts';

/** A document's state. */
export const documentKey = (organ: string, docId: string): ItemKey => ({ PK: documentPart(organ, docId), SK: 'META' });

/** One transition of a document. */
export const auditKey = (organ: string, docId: string, version: number): ItemKey => ({
  PK: documentPart(organ, docId),
  SK: `AUD#${padded('version', version, MAX_VERSION)}`,
});

/** One look at a document. */
export const viewKey = (organ: string, docId: string, at: Date, viewId: string): ItemKey => ({
  PK: documentPart(organ, docId),
  SK: `VIEW#${at.toISOString()}#${keyPart('viewId', viewId)}`,
});

/** A remark on a version of a document. */
export const noteKey = (organ: string, docId: string, version: number, place: number): ItemKey => ({
  PK: documentPart(organ, docId),
  SK: `NOTE#${padded('version', version, MAX_VERSION)}#${padded('note', place, MAX_NOTES)}`,
});

/** Remarks on one version of a document at most. */
export const MAX_NOTES = 999;

/** The text of a document that a person saw last. */
export const seenKey = (organ: string, docId: string, staffId: string): ItemKey => ({
  PK: documentPart(organ, docId),
  SK: `SEEN#${keyPart('staffId', staffId)}`,
});

/** Places of an old document that a person looked at in a draft made of it. */
export const walkKey = (organ: string, docId: string, staffId: string): ItemKey => ({
  PK: documentPart(organ, docId),
  SK: `WALK#${keyPart('staffId', staffId)}`,
});

/** Key of the people who have a document open. */
export const presenceKey = (organ: string, docId: string): ItemKey => ({
  PK: documentPart(organ, docId),
  SK: 'PRESENCE',
});

/** Saves of a document that are kept; each takes the place of the one that many before it. */
export const MAX_SAVES = 300;

/** A save of a draft. */
export const saveKey = (organ: string, docId: string, rev: number): ItemKey => ({
  PK: documentPart(organ, docId),
  SK: `SAVE#${String(rev % MAX_SAVES).padStart(3, '0')}`,
});

/** One recipient of one sending. */
export const sendKey = (organ: string, docId: string, line: string): ItemKey => ({
  PK: documentPart(organ, docId),
  SK: `SEND#${keyPart('line', line)}`,
});
