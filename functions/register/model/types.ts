/**
 * Items and inputs of the register, each checked by its schema when read. The schemas are beside; each is checked when
 * an item is read.
 */
export type { AuditDetails, AuditEvent } from './audit-event.schema.ts';
export type { DocumentItem, OrganLink } from './document-item.schema.ts';
export type { BlobRef, DocumentSummary, SignerInfo } from './document-summary.schema.ts';
export type { Note } from './note.schema.ts';
export type { Present } from './presence.schema.ts';
export type { ProfileItem } from './profile-item.schema.ts';
export type { DueRow, IssuedFile, RegisterRow } from './register-row.schema.ts';
export type { Save } from './save.schema.ts';
export type { Seen } from './seen.schema.ts';
export type { Recipient, SendLine } from './send-line.schema.ts';
export type { SeriesCounter } from './series-counter.schema.ts';
export type { Act, DocumentState } from './states.ts';
export type { View } from './view.schema.ts';
export type { Walk } from './walk.schema.ts';
export type { YearClosing } from './year-closing.schema.ts';
