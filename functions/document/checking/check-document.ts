import type { Document } from '../document-types.ts';
import { mendShape } from '../mending/mend-shape.ts';
import type { OrganProfile } from '../schemas/organ-profile.schema.ts';
import { type CheckOptions, type Examined, examineData } from './examine-data.ts';
import { type Finding, isError, MAX_FINDINGS, type RawFinding, toFinding } from './findings.ts';
import { createPathLabels } from './path-labels.ts';

/** Outcome of a check; `document` and `profile` are there unless a finding is an error. */
export interface CheckResult {
  /** Data that was checked, in NFC with line ends as "\n": what is stored. Undefined where it is out of bounds. */
  readonly data: unknown;
  readonly document: Document | null;
  readonly profile: OrganProfile | null;
  readonly findings: readonly Finding[];
}

/**
 * Checks a document's data whole: its shape by its schema and its meaning by the rules, both always, so that all
 * findings come at once. What comes out is typed, in NFC, and safe to render.
 *
 * @example checkDocument(JSON.parse(text), { profiles, on: '2026-03-16' })
 */
export function checkDocument(input: unknown, options: CheckOptions): CheckResult {
  const { data, examined, placeholders } = examineData(input, options);
  return { data, ...conclude(examined, placeholders) };
}

/** Look at a draft as its author has it now, however wrong. */
export interface DraftLook extends CheckResult {
  /** The document itself where it is sound; else what can be laid out of it. Null where nothing can. */
  readonly shown: { readonly document: Document; readonly profile: OrganProfile } | null;
}

/** Checks a draft as {@link checkDocument} does, holes shown, and lays out what it can of one with errors. */
export function lookAtDraft(input: unknown, options: Omit<CheckOptions, 'placeholders'>): DraftLook {
  const { data, examined, placeholders } = examineData(input, { ...options, placeholders: 'show' });
  const { shape, type, profile } = examined;
  const document = shape?.document ?? (shape && type ? mendShape(type, shape.input, shape.issues) : null);
  const shown = document && profile ? { document, profile } : null;
  return { data, ...conclude(examined, placeholders), shown };
}

/** Errors stand before warnings only where there are too many to be listed. */
function conclude(
  { shape, profile, partial, raw }: Examined,
  placeholders: readonly RawFinding[],
): Omit<CheckResult, 'data'> {
  const words = createPathLabels(partial);
  const listed = [...placeholders, ...raw].map((finding): [RawFinding, boolean] => [finding, isError(finding)]);
  const failed = listed.some(([, error]) => error);
  const kept = listed.length > MAX_FINDINGS ? firstOf(listed) : listed.map(([finding]) => finding);
  const findings = kept.map((finding) => toFinding(finding, words(finding.pointer)));
  return { document: failed ? null : (shape?.document ?? null), profile: failed ? null : profile, findings };
}

/** Keeps the first of too many findings, a secret before all: it may not be stored. */
function firstOf(listed: ReadonlyArray<[RawFinding, boolean]>): RawFinding[] {
  const rank = ([{ code }, error]: [RawFinding, boolean]) => (code === 'SECRET' ? 0 : error ? 1 : 2);
  const sorted = listed.toSorted((a, b) => rank(a) - rank(b));
  const kept = sorted.slice(0, MAX_FINDINGS).map(([finding]) => finding);
  return [...kept, { code: 'MORE_FINDINGS', pointer: [], params: { more: listed.length - MAX_FINDINGS } }];
}
