import { formatShortDate, type IsoDate } from '../dates.ts';
import { documentTypes } from '../document-types.ts';
import { holdersOf } from '../issuer.ts';
import { issuingProfile } from '../issuing-profile.ts';
import { profileOn } from '../organ-directory.ts';
import { rules } from '../rules/index.ts';
import { allParts } from '../rules/rule.ts';
import type { OrganProfile } from '../schemas/organ-profile.schema.ts';
import { toNfc } from '../text/nfc.ts';
import { TYPE_CODES, type TypeCode } from '../type-traits.ts';
import { boundsFinding } from './bounds.ts';
import { isError, type RawFinding } from './findings.ts';
import { parseShape, type Shaped } from './parse-shape.ts';
import type { PartialDocument } from './partial-document.ts';
import { fieldWord } from './path-labels.ts';
import { canBeShown, nameOfMissing, PLACEHOLDER_MARK, placeholder, withPlaceholders } from './placeholders.ts';
import { readPartialDocument } from './read-partial-document.ts';
import { shapeFindings, valueAt } from './shape-findings.ts';
import { textMarks } from './text-marks.ts';

/** Context of a document's check. */
export interface CheckOptions {
  readonly profiles: readonly OrganProfile[];
  /** The document's day; for a draft the day on which it is looked at. */
  readonly on: IsoDate;
  /** `show`: what is not there yet is printed as `[THIẾU: …]` or left out, and only warned about, as in a draft. Default `refuse`. */
  readonly placeholders?: 'refuse' | 'show';
}

/** Findings in a document's data, with the placeholders that were put into it. */
export interface ExaminedData {
  /** Undefined where it is out of bounds. */
  readonly data: unknown;
  readonly examined: Examined;
  readonly placeholders: readonly RawFinding[];
}

/** Examines a document's data by its schema and by the rules. */
export function examineData(input: unknown, options: CheckOptions): ExaminedData {
  const outOfBounds = boundsFinding(input);
  if (outOfBounds) return { data: undefined, examined: { ...NOTHING, raw: [outOfBounds] }, placeholders: [] };
  const data = toNfc(input);
  // What our placeholders say is not the author's: texts are looked at as they came, once.
  const examination = { ...options, marks: textMarks(data) };
  const first = examine(data, examination, null);
  return {
    data,
    ...(options.placeholders === 'show'
      ? examineFilled(data, first, examination)
      : { examined: first, placeholders: [] }),
  };
}

/** Rounds of filling holes: a signer without a position may also be one without a name. */
const MAX_FILLINGS = 3;

function examineFilled(data: unknown, first: Examined, examination: Examination): Omit<ExaminedData, 'data'> {
  const placeholders: RawFinding[] = [];
  let current = first;
  let filled = data;
  for (let filling = 0; filling < MAX_FILLINGS; filling += 1) {
    const shown = current.raw.filter(canBeShown);
    if (shown.length === 0) break;
    placeholders.push(...shown.map(asShown));
    filled = withPlaceholders(filled, shown);
    current = examine(filled, examination, current.shape);
  }
  const real = current.raw.filter((finding) => !isOfHole(finding, filled, data)).map(asOfDraft);
  return { examined: { ...current, raw: real }, placeholders };
}

function asShown({ pointer, params }: RawFinding): RawFinding {
  const what = nameOfMissing(params);
  return { code: 'MISSING_SHOWN', pointer, params: { what, shown: placeholder(what) } };
}

/** A draft may hold an appendix before the sentence that leads to it is written, and places that its superior left to be filled in. */
function asOfDraft(finding: RawFinding): RawFinding {
  if (finding.code === 'APPENDIX_NOT_MENTIONED') return { ...finding, code: 'APPENDIX_NOT_MENTIONED_YET' };
  return finding.code === 'HOLE_IN_TEXT' ? { ...finding, code: 'HOLE_IN_TEXT_YET' } : finding;
}

/** Tells whether a finding is about a placeholder of ours, not about what the author wrote. */
function isOfHole({ code, pointer }: RawFinding, filled: unknown, data: unknown): boolean {
  const holdsHole = (value: unknown) => JSON.stringify(valueAt(value, pointer) ?? '').includes(PLACEHOLDER_MARK);
  const ours = code === 'SIGNER_POSITION' || code === 'SIGNER_STACK';
  return ours && holdsHole(filled) && !holdsHole(data);
}

interface Examination extends CheckOptions {
  /** Findings in the author's texts. */
  readonly marks: readonly RawFinding[];
}

/** Data as it was examined; what could not be told is null. */
export interface Examined {
  readonly type: TypeCode | null;
  readonly shape: Shaped | null;
  readonly profile: OrganProfile | null;
  readonly partial: PartialDocument;
  readonly raw: readonly RawFinding[];
}

const NOTHING: Examined = { type: null, shape: null, profile: null, partial: readPartialDocument(null), raw: [] };

function examine(input: unknown, { profiles, on, marks }: Examination, before: Shaped | null): Examined {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return { ...NOTHING, raw: [{ code: 'NOT_AN_OBJECT', pointer: [] }] };
  }
  const partial = readPartialDocument(input);
  const typeCode = TYPE_CODES.find((code) => documentTypes[code].schemaName === partial.schema);
  if (!typeCode) return { ...NOTHING, partial, raw: [unknownType(partial.schema), ...marks.filter(isError)] };
  const shape = parseShape(typeCode, input, before);
  const known = partial.organ === undefined ? null : profileOn(profiles, partial.organ, on);
  // With a series that it has not, the rest is looked at as the organ's own.
  const profile = known && (issuingProfile(known, partial.series) ?? issuingProfile(known, undefined));
  const context = { profile, on, parts: allParts(partial) };
  const raw = [
    ...shapeFindings(shape.issues, input),
    ...ofOrgan(partial, profile, on),
    ...ofSeries(partial, known, typeCode),
    ...rules.flatMap((rule) => rule(partial, context)),
    ...marks,
  ];
  return { type: typeCode, shape, profile, partial, raw: withoutRepeats(withoutConsequences(raw)) };
}

function unknownType(value: string | undefined): RawFinding {
  const pointer = ['schema'];
  if (value === undefined) return { code: 'MISSING', pointer, params: { what: fieldWord('schema') } };
  const allowed = TYPE_CODES.map((code) => `"${documentTypes[code].schemaName}"`).join(' hoặc ');
  return { code: 'UNKNOWN_TYPE', pointer, params: { value, allowed } };
}

/** The organ is known on the day, and so is the signer's name. */
function ofOrgan(doc: PartialDocument, profile: OrganProfile | null, on: IsoDate): RawFinding[] {
  if (doc.organ === undefined) return [];
  if (!profile)
    return [{ code: 'ORGAN_UNKNOWN', pointer: ['organ'], params: { organ: doc.organ, on: formatShortDate(on) } }];
  const position = doc.signer.authority.at(-1)?.position;
  if (position === undefined || doc.signer.fullName !== undefined) return [];
  const holders = holdersOf(position, profile);
  const pointer = ['signer', 'fullName'];
  if (holders.length === 0) return [{ code: 'MISSING', pointer, params: { what: 'họ tên người ký (fullName)' } }];
  if (holders.length === 1) return [];
  return [{ code: 'SIGNER_NAMES', pointer, params: { count: holders.length, position, names: holders.join(', ') } }];
}

/** The series that is named is one that the organ has for the type. */
function ofSeries({ series }: PartialDocument, profile: OrganProfile | null, type: TypeCode): RawFinding[] {
  if (series === undefined || !profile) return [];
  const fit = profile.series.filter(({ types }) => types.includes(type)).map(({ name }) => name);
  if (fit.includes(series)) return [];
  const params = { series, typeName: documentTypes[type].typeName, known: fit.join(', ') };
  return [{ code: 'SERIES_UNKNOWN', pointer: ['series'], params }];
}

/** A kind that is out of scope is told of by itself, not by the fields that it does without. */
function withoutConsequences(raw: readonly RawFinding[]): readonly RawFinding[] {
  if (!raw.some(({ code, pointer }) => code === 'NOT_SUPPORTED' && pointer.length === 0)) return raw;
  const isConsequence = ({ code, pointer }: RawFinding) =>
    code === 'ARCHIVE_WITHOUT_UNIT' || (code === 'MISSING' && pointer.length === 1);
  return raw.filter((finding) => !isConsequence(finding));
}

/** Shape and meaning may see the same hole; it is said once. */
function withoutRepeats(raw: readonly RawFinding[]): RawFinding[] {
  const seen = new Set<string>();
  return raw.filter(({ code, pointer, params = {} }) => {
    const key = JSON.stringify([code, pointer, code === 'MISSING' ? null : params]);
    return seen.has(key) ? false : Boolean(seen.add(key));
  });
}
