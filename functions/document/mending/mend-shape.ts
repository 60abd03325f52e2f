import type { z } from 'zod';
import type { Pointer } from '../checking/findings.ts';
import { parseShape } from '../checking/parse-shape.ts';
import { fieldWord } from '../checking/path-labels.ts';
import { placeholder } from '../checking/placeholders.ts';
import { valueAt } from '../checking/shape-findings.ts';
import type { Document } from '../document-types.ts';
import type { TypeCode } from '../type-traits.ts';
import { type Fields, isFields, standInsFor, wordsOf } from './raw-words.ts';

type Issue = z.core.$ZodIssue;

/** Rounds of mending: what cannot be mended goes with what it stands in, level by level. */
const MAX_ROUNDS = 20;
/** A unit that every schema takes, until the document is parsed. */
const ANY_UNIT = 'X';

/**
 * Makes a document of data whose shape is wrong, to be looked at while its author mends it: what is wrong is shown as it
 * was typed where it is text, else left out. Null where nothing can be shown. Never to be stored or issued.
 */
export function mendShape(type: TypeCode, input: object, issues: readonly Issue[]): Document | null {
  const data: unknown = structuredClone(input);
  if (!isFields(data)) return null;
  const left = new Map<string, unknown[]>();
  let unit: string | undefined;
  let found = issues;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    for (const issue of found) {
      if (issue.path[0] === 'draftingUnit') {
        unit ??= wordsOf(data['draftingUnit']) || placeholder(fieldWord('draftingUnit'));
        data['draftingUnit'] = ANY_UNIT;
      } else mend(data, issue, left);
    }
    const parsed = parseShape(type, data, null);
    if (parsed.document) return unit === undefined ? parsed.document : { ...parsed.document, draftingUnit: unit };
    found = parsed.issues;
  }
  return null;
}

function mend(data: Fields, issue: Issue, left: Map<string, unknown[]>): void {
  const pointer: Pointer = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  const value = valueAt(data, pointer);
  if (issue.code === 'unrecognized_keys' && isFields(value)) for (const key of issue.keys) delete value[key];
  else if (issue.code === 'too_big' && Array.isArray(value)) value.splice(Number(issue.maximum));
  else if (issue.code === 'too_big' && typeof value === 'string')
    put(data, pointer, value.slice(0, Number(issue.maximum)));
  else replace(data, pointer, left);
}

/** Puts what may stand for a value, one after the other; then what the value stands in goes the same way. */
function replace(data: Fields, pointer: Pointer, left: Map<string, unknown[]>): void {
  if (pointer.length === 0) return;
  const name = pointer.join('/');
  const others = left.get(name) ?? (isOfCitation(pointer) ? [] : standInsFor(pointer, valueAt(data, pointer)));
  left.set(name, others);
  if (others.length > 0) put(data, pointer, others.shift());
  else replace(data, pointer.slice(0, -1), left);
}

/** Of a citation the whole căn cứ is replaced, so that it is still read as a sentence. */
function isOfCitation([list, , field]: Pointer): boolean {
  return list === 'bases' && field === 'cites';
}

function put(data: Fields, pointer: Pointer, value: unknown): void {
  const parent = valueAt(data, pointer.slice(0, -1));
  const last = pointer.at(-1);
  if (Array.isArray(parent) && typeof last === 'number') parent[last] = value;
  else if (isFields(parent) && value === undefined) delete parent[String(last)];
  else if (isFields(parent)) parent[String(last)] = value;
}
