import type { z } from 'zod';
import { fanOutRowSchema, fanOutRunSchema } from '../fan-outs/fan-out.schema.ts';
import { basisEntrySchema, citingSchema, recipientGroupSchema } from '../library/library.schema.ts';
import { presenceSchema } from '../model/presence.schema.ts';
import { seenSchema } from '../model/seen.schema.ts';
import { viewSchema } from '../model/view.schema.ts';
import { walkSchema } from '../model/walk.schema.ts';
import { symbolClaimSchema } from '../numbers/symbol-claim.ts';
import { guestAtSchema, guestSchema } from '../organs/guest.schema.ts';
import { officeSchema } from '../organs/office.schema.ts';
import { toldSchema } from '../organs/tellings.ts';
import { workingDaysSchema } from '../organs/working-days.ts';
import { readItem } from '../table/read-item.ts';
import type { StoredItem } from '../table/table.ts';

/** Schemas of what stands beside a document's chain, by how the sort key begins. */
const BESIDE: readonly (readonly [start: string, schema: z.ZodType])[] = [
  ['PRESENCE', presenceSchema],
  ['SEEN#', seenSchema],
  ['VIEW#', viewSchema],
  ['WALK#', walkSchema],
];

/** Reads who has a document open, saw it or took it; passes over its other items. Throws `broken-item`. */
export function readBesideItem(item: StoredItem): void {
  const [, schema] = BESIDE.find(([start]) => String(item['SK']).startsWith(start)) ?? [];
  if (schema) readItem(schema, item);
}

/** Schemas of what an organ sets and collects, by how the sort key begins. */
const SCHEMAS: readonly (readonly [start: string, schema: z.ZodType])[] = [
  ['TOLD', toldSchema],
  ['Y#', workingDaysSchema],
  ['GUEST#', guestSchema],
  ['AT#', guestAtSchema],
  ['B#', basisEntrySchema],
  ['C#', citingSchema],
  ['G#', recipientGroupSchema],
  ['K#', symbolClaimSchema],
  ['META', fanOutRunSchema],
  ['U#', fanOutRowSchema],
];

/** Reads an item of how an office works, is told and rests, of its libraries and its symbols. Throws `broken-item`. */
export function readSettingsItem(item: StoredItem): void {
  const [, schema = officeSchema] = SCHEMAS.find(([start]) => String(item['SK']).startsWith(start)) ?? [];
  readItem(schema, item);
}
