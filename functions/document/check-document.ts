import type { IsoDate } from './dates.ts';
import { type Document, documentTypes, TYPE_CODES } from './document-types.ts';
import { type Finding, type RawFinding, toFinding } from './findings.ts';
import { canBeShown, hole, withHoles } from './holes.ts';
import { signerName } from './issuer.ts';
import { type LooseDocument, toLoose } from './loose.ts';
import { profileOn } from './organ-directory.ts';
import type { OrganProfile } from './organ-profile.schema.ts';
import { createPathWords } from './path-words.ts';
import { rules } from './rules/index.ts';
import { shapeFindings } from './shape-findings.ts';

/** Deepest nesting of a document's JSON; checked before any schema walks it. */
export const MAX_DEPTH = 40;

/** What a document is checked against. */
export interface CheckOptions {
  readonly profiles: readonly OrganProfile[];
  /** The document's day; for a draft the day on which it is looked at. */
  readonly on: IsoDate;
  /** `show`: what is missing is printed as `[THIẾU: …]` and only warned about, as in a draft. Default `refuse`. */
  readonly holes?: 'refuse' | 'show';
}

/** Outcome of a check; `document` and `profile` are there unless a finding is an error. */
export interface CheckResult {
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
  const first = examine(input, options);
  const shown = options.holes === 'show' ? first.raw.filter(canBeShown) : [];
  if (shown.length === 0) return conclude(first, first.raw, []);
  const second = examine(withHoles(input, shown), options);
  const holes = shown.map(({ pointer, facts }): RawFinding => {
    const what = String(facts?.what ?? 'nội dung ô');
    return { code: 'MISSING_SHOWN', pointer, facts: { what, shown: hole(what) } };
  });
  return conclude(
    second,
    second.raw.filter(
      (finding) =>
        finding.code !== 'HOLE_IN_TEXT' && finding.code !== 'SIGNER_POSITION' && finding.code !== 'SIGNER_STACK',
    ),
    holes,
  );
}

interface Examined {
  readonly document: Document | null;
  readonly profile: OrganProfile | null;
  readonly loose: LooseDocument;
  readonly raw: readonly RawFinding[];
}

function examine(input: unknown, { profiles, on }: CheckOptions): Examined {
  const nothing = { document: null, profile: null, loose: toLoose(null) };
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return { ...nothing, raw: [{ code: 'NOT_AN_OBJECT', pointer: [] }] };
  }
  if (isDeeperThan(input, MAX_DEPTH))
    return { ...nothing, raw: [{ code: 'TOO_DEEP', pointer: [], facts: { max: MAX_DEPTH } }] };
  const loose = toLoose(input);
  const type = TYPE_CODES.map((code) => documentTypes[code]).find(({ schemaName }) => schemaName === loose.schema);
  if (!type) {
    const allowed = TYPE_CODES.map((code) => `"${documentTypes[code].schemaName}"`).join(' hoặc ');
    return {
      ...nothing,
      loose,
      raw: [
        {
          code: 'UNKNOWN_TYPE',
          pointer: ['schema'],
          facts: { value: String(loose.schema ?? '').slice(0, 40), allowed },
        },
      ],
    };
  }
  const shape = type.schema.safeParse(input);
  const profile = loose.organ === undefined ? null : profileOn(profiles, loose.organ, on);
  const raw = [
    ...(shape.success ? [] : shapeFindings(shape.error.issues, input)),
    ...ofOrgan(loose, profile, on),
    ...rules.flatMap((rule) => rule(loose, { profile, on })),
  ];
  return { document: shape.success ? shape.data : null, profile, loose, raw: withoutRepeats(raw) };
}

/** The organ is known on the day, and so is the signer's name. */
function ofOrgan(doc: LooseDocument, profile: OrganProfile | null, on: IsoDate): RawFinding[] {
  if (doc.organ === undefined) return [];
  if (!profile) return [{ code: 'ORGAN_UNKNOWN', pointer: ['organ'], facts: { organ: doc.organ, on } }];
  const position = doc.signer.authority.at(-1)?.position;
  if (position === undefined || doc.signer.fullName !== undefined) return [];
  return signerName({ authority: [{ position }] }, profile) === null
    ? [{ code: 'MISSING', pointer: ['signer', 'fullName'], facts: { what: 'họ tên người ký (fullName)' } }]
    : [];
}

function conclude(examined: Examined, raw: readonly RawFinding[], holes: readonly RawFinding[]): CheckResult {
  const words = createPathWords(examined.loose);
  const findings = [...holes, ...raw].map((finding) => toFinding(finding, words(finding.pointer)));
  const failed = findings.some((finding) => finding.severity === 'error');
  return { document: failed ? null : examined.document, profile: failed ? null : examined.profile, findings };
}

/** Shape and meaning may see the same hole; it is said once. */
function withoutRepeats(raw: readonly RawFinding[]): RawFinding[] {
  const seen = new Set<string>();
  return raw.filter(({ code, pointer, facts }) => {
    const key = JSON.stringify([code, pointer, code === 'MISSING' ? null : facts]);
    return seen.has(key) ? false : Boolean(seen.add(key));
  });
}

function isDeeperThan(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth === 0 || Object.values(value).some((inner) => isDeeperThan(inner, depth - 1));
}
