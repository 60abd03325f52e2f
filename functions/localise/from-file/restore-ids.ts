import type { Document } from '#document/document-types.ts';
import type { Appendix } from '#document/schemas/appendix.schema.ts';
import type { KeHoach } from '#document/schemas/ke-hoach.schema.ts';
import type { Origin } from '#document/schemas/origin.schema.ts';
import type { Part } from '#document/schemas/part.schema.ts';
import type { Row } from '#document/schemas/table.schema.ts';

import { CLOSING_LINE } from './closing-line.ts';
import { textBelow } from './title-texts.ts';

/** Parts without what they came from, so that they are known by their ids alone. */
export function withoutOrigins(parts: readonly Part[]): Part[] {
  return parts.map(({ origin: _, children, table, ...one }) => ({
    ...one,
    ...(table ? { table: { ...table, rows: table.rows.map(({ origin: __, ...row }): Row => row) } } : {}),
    ...(children ? { children: withoutOrigins(children) } : {}),
  }));
}

/** The draft with the content of a merged plan: ids that were only made to compare are gone, origins are back. */
export function restored(own: Document, merged: KeHoach): Document {
  const { subject, recipients, appendices } = merged;
  const closing = merged.body.find(({ id }) => id === CLOSING_LINE)?.text;
  const body = merged.body.filter(({ id }) => id !== CLOSING_LINE);
  const { closing: _, appendices: __, ...rest } = 'addressees' in own ? own : withHead(own, merged);
  const origins = originsOf(own);
  const found = (appendices ?? []).map(
    (one): Appendix => ({ ...one, body: one.body.map((child) => part(child, origins)) }),
  );
  return {
    ...rest,
    subject,
    recipients,
    body: body.map((one) => part(one, origins)),
    ...(closing === undefined ? {} : { closing }),
    ...(found.length > 0 ? { appendices: found } : {}),
  };
}

/** A plan with the căn cứ and the opening of a merged one. */
function withHead(own: KeHoach, { bases, preamble, openingLead, opening }: KeHoach): KeHoach {
  const { bases: _, preamble: _p, openingLead: _l, opening: _o, ...rest } = own;
  return {
    ...rest,
    ...(bases === undefined ? {} : { bases }),
    ...(preamble === undefined ? {} : { preamble }),
    ...(openingLead === undefined ? {} : { openingLead }),
    ...(opening === undefined ? {} : { opening }),
  };
}

type Origins = ReadonlyMap<string, { readonly origin: Origin | undefined }>;

function originsOf({ body, appendices = [] }: Document): Origins {
  const origins = new Map<string, { readonly origin: Origin | undefined }>();
  const walk = (parts: readonly Part[]): void => {
    for (const { id, origin, children = [], table } of parts) {
      if (id !== undefined) origins.set(id, { origin });
      for (const row of table?.rows ?? []) if (row.id !== undefined) origins.set(row.id, { origin: row.origin });
      walk(children);
    }
  };
  walk(body);
  for (const one of appendices) walk(one.body);
  return origins;
}

function part(given: Part, origins: Origins): Part {
  const { children: _, ...own } = given;
  const below = textBelow(given);
  const { id, children, table, ...one } = below ? { ...own, ...below } : given;
  return {
    ...one,
    ...known(id, origins),
    ...(table ? { table: { ...table, rows: table.rows.map((row) => rowOf(row, origins)) } } : {}),
    ...(children ? { children: children.map((child) => part(child, origins)) } : {}),
  };
}

function rowOf({ id, ...row }: Row, origins: Origins): Row {
  return { ...row, ...known(id, origins) };
}

function known(id: string | undefined, origins: Origins): Pick<Part, 'id' | 'origin'> {
  const found = id === undefined ? undefined : origins.get(id);
  if (!found || id === undefined) return {};
  return { id, ...(found.origin ? { origin: found.origin } : {}) };
}
