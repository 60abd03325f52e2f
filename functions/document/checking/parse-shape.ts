import type { z } from 'zod';
import { type Document, documentTypes } from '../document-types.ts';
import type { TypeCode } from '../type-traits.ts';
import { withoutPieces, withPieces } from './parse-pieces.ts';

/** Data, and the document that they are if their shape is right. */
export interface Shaped {
  readonly input: object;
  readonly document: Document | null;
  readonly issues: readonly z.core.$ZodIssue[];
}

/**
 * Parses a document's data by the schema of its type. Of a copy of data that fitted, with a few fields filled in since, these
 * fields alone are parsed: the shape of one depends on no other (`test/document/check-placeholders`). Pieces that many
 * documents have in common are parsed once: nor does the shape of a part depend on what is beside it.
 */
export function parseShape(type: TypeCode, input: object, before: Shaped | null): Shaped {
  const known = (before && parseFilled(type, input, before)) ?? parseBesidePieces(type, input);
  if (known) return { input, document: known, issues: [] };
  const { data = null, error } = documentTypes[type].schema.safeParse(input);
  return { input, document: data, issues: error?.issues ?? [] };
}

/** Null where nothing is shared, or the shape of something is wrong. */
function parseBesidePieces(type: TypeCode, input: object): Document | null {
  const rest = withoutPieces(input);
  const data = rest === input ? undefined : documentTypes[type].schema.safeParse(rest).data;
  return data ? withPieces(data, input) : null;
}

function parseFilled(type: TypeCode, input: object, { input: before, document }: Shaped): Document | null {
  const was = new Map<string, unknown>(Object.entries(before));
  if (!document || [...was.keys()].some((key) => !Object.hasOwn(input, key))) return null;
  const fields = new Map(Object.entries(documentTypes[type].schema.shape));
  const parsed: Array<[string, unknown]> = [];
  for (const [key, value] of Object.entries(input)) {
    if (was.get(key) === value) continue;
    const field = fields.get(key)?.safeParse(value);
    if (!field?.success) return null;
    parsed.push([key, field.data]);
  }
  return Object.assign({}, document, Object.fromEntries(parsed));
}
