import { z } from 'zod';
import { createPathLabels } from '#document/checking/path-labels.ts';
import { readPartialDocument } from '#document/checking/read-partial-document.ts';
import type { Document } from '#document/document-types.ts';
import { canonicalJson } from '#document/json/canonical-json.ts';
import { compareDraftTexts } from '#localise/from-file/returned-draft.ts';
import type { DocumentData } from '../model/document.ts';

/** A draft as it was before, as it is here, and as a colleague saved it. */
export interface DraftSides {
  readonly base: DocumentData;
  readonly mine: DocumentData;
  readonly theirs: DocumentData;
}

/** A part or field that both changed, each in another way. */
export interface DraftConflict {
  readonly id: string;
  /** Position, in words. */
  readonly place: string;
  readonly mine: string;
  readonly theirs: string;
}

/** Both drafts in one, and what a person has to choose. */
export interface DraftMerge {
  readonly conflicts: readonly DraftConflict[];
  /** Number of parts and fields that only the colleague changed. */
  readonly taken: number;
  readonly data: DocumentData;
}

/** Fields compared part by part; every other field is compared as a whole. */
const TEXTS: ReadonlySet<string> = new Set(['subject', 'body', 'closing', 'recipients', 'appendices']);
/** The comparison takes drafts with holes, and says where it cannot. */
const asDocument = z.custom<Document>((data) => typeof data === 'object' && data !== null);

/**
 * Puts two drafts together that began as one, part by part. Where both changed a part, mine stands unless its id is among
 * those to take. Null where a body cannot be compared.
 */
export function mergeDrafts({ base, mine, theirs }: DraftSides, take: ReadonlySet<string>): DraftMerge | null {
  const decisions = new Map([...take].map((id) => [id, 'superior' as const]));
  const sides = { own: asDocument.parse(mine), printed: mine, before: base, after: theirs };
  const texts = compareDraftTexts(sides, decisions);
  if (!texts) return null;
  const fields = mergeFields({ base, mine, theirs }, take);
  // What is compared as a whole field is no part as well.
  const isPart = ({ id }: { readonly id: string }) => !Object.hasOwn(fields.values, id);
  const changed = texts.changes.filter((change) => change.superior !== 'unchanged' && isPart(change));
  const conflicts = changed
    .filter(({ id, outcome }) => outcome === 'conflict' || take.has(id))
    .map(({ id, place, own, now }) => ({ id, place, mine: said(own), theirs: said(now) }));
  const merged = z.record(z.string(), z.unknown()).parse(texts.result);
  return {
    conflicts: [...fields.conflicts, ...conflicts],
    taken: fields.taken + changed.filter(({ id, outcome }) => outcome === 'superior' && !take.has(id)).length,
    data: { ...merged, ...fields.values },
  };
}

function mergeFields({ base, mine, theirs }: DraftSides, take: ReadonlySet<string>) {
  const words = createPathLabels(readPartialDocument(mine));
  const values: Record<string, unknown> = {};
  const conflicts: DraftConflict[] = [];
  let taken = 0;
  for (const name of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    if (TEXTS.has(name)) continue;
    const [was, own, now] = [say(base[name]), say(mine[name]), say(theirs[name])];
    const isBoth = was !== own && was !== now && own !== now;
    if (isBoth) conflicts.push({ id: name, place: words([name]), mine: said(mine[name]), theirs: said(theirs[name]) });
    const isTheirs = isBoth ? take.has(name) : was === own && own !== now;
    if (isTheirs && !isBoth) taken += 1;
    values[name] = isTheirs ? theirs[name] : mine[name];
  }
  return { values, conflicts, taken };
}

function say(value: unknown): string {
  return value === undefined ? '' : canonicalJson(value);
}

/** Words of a part or field, as a person reads them. */
function said(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(said).filter(Boolean).join('; ');
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .filter(([key]) => key !== 'id' && key !== 'level')
    .map(([, inner]) => said(inner))
    .filter(Boolean)
    .join(' ');
}
