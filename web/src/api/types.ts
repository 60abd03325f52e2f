import type { components } from './generated/contract.d.ts';

/** A document of the own organ. */
export type OfficeDocument = components['schemas']['Document'];
/** A document as every organ may see it. */
export type IssuedDocument = components['schemas']['IssuedDocument'];
/** A document that has a number, with its files. */
export type NumberedDocument = components['schemas']['NumberedDocument'];
/** A file of a document that has a number. */
export type IssuedFile = components['schemas']['IssuedFile'];
/** An event of a document's history. */
export type HistoryEvent = components['schemas']['AuditEvent'];
/** A series in a year. */
export type Series = components['schemas']['Series'];
/** Role of a person. */
export type Role = components['schemas']['Session']['person']['roles'][number];
/** Signed-in person. */
export type Person = components['schemas']['Session']['person'];
