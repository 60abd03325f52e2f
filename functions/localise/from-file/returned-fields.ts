import type { Document } from '#document/document-types.ts';
import { canonicalJson } from '#document/json/canonical-json.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { type Decisions, decided, judge } from '../merge/three-sides.ts';
import type { PlanChange } from '../merge/three-way.ts';
import { eachField, type Field, type LayoutFields, layoutFields } from './layout-fields.ts';

/** A file as a draft, and names of fields whose lines it has in a form that no draft prints. */
export interface FileText {
  readonly draft: unknown;
  readonly unread: ReadonlySet<string>;
}

/** The draft, what it prints, the file before its changes and as it came back. */
export interface FieldSides {
  readonly own: Document;
  readonly printed: FileText;
  readonly before: FileText;
  readonly after: FileText;
}

/** Changes of the fields of head and foot, and the draft with those taken. */
export interface FieldMerge {
  readonly changes: readonly PlanChange[];
  readonly result: Document;
}

/** Compares the fields of head and foot (PL I, Mục II.2–9, III.2) that a file prints; `into` is the draft that takes them. */
export function mergeFields(
  sides: FieldSides,
  into: Document,
  profile: OrganProfile,
  decisions: Decisions,
  placeOf: (field: string) => string,
): FieldMerge {
  const read = {
    own: layoutFields.parse(sides.own),
    printed: fieldsOf(sides.printed),
    before: fieldsOf(sides.before),
    after: fieldsOf(sides.after),
  };
  const changes: PlanChange[] = [];
  let result = into;
  eachField(into, (field) => {
    const found = mergeField(field, sides, read, profile, decisions);
    if (!found) return;
    changes.push({ ...found.change, place: placeOf(field.id) });
    result = field.put(result, found.value);
  });
  return { changes, result };
}

type ReadSides = { readonly [side in 'own' | 'printed' | 'before' | 'after']: LayoutFields };

function fieldsOf({ draft }: FileText): LayoutFields {
  return layoutFields.catch({}).parse(draft);
}

function mergeField<T>(
  { id, mayLack, of, say }: Field<T>,
  { before, after }: FieldSides,
  read: ReadSides,
  profile: OrganProfile,
  decisions: Decisions,
): { readonly change: Omit<PlanChange, 'place'>; readonly value: T | undefined } | null {
  const unit = of(read.own);
  // What the draft prints is the draft's own, with what no page holds.
  const settled = (file: FileText, fields: LayoutFields): T | undefined => {
    const value = of(fields);
    const isUnread = file.unread.has(id) || (value === undefined && !mayLack);
    return isUnread || isAlike(value, of(read.printed)) ? unit : value;
  };
  const three = { id, base: settled(before, read.before), unit, next: settled(after, read.after) };
  const same = (value: unknown) => value;
  const judged = decided(judge(three, same, same), three, decisions);
  const { superior, unit: byUnit, outcome, take } = judged;
  if (superior === 'unchanged' && byUnit === 'unchanged') return null;
  const said = (value: T | undefined) => (value === undefined ? null : say(value, profile));
  const value = take === null ? undefined : three[take];
  return {
    change: {
      id,
      superior,
      unit: byUnit,
      outcome,
      was: said(three.base),
      now: said(three.next),
      own: said(unit),
      result: said(value),
    },
    value,
  };
}

function isAlike(a: unknown, b: unknown): boolean {
  return canonicalJson(a ?? null) === canonicalJson(b ?? null);
}
