import type { RawFinding } from '../checking/findings.ts';
import { documentTypes } from '../document-types.ts';
import { draftingUnit } from '../schemas/common.schema.ts';
import { fold } from '../text/vietnamese.ts';
import type { Rule } from './rule.ts';

/** Lists of recipients hold names alone: dash, ";", "Như trên" and the Lưu line are the template's (PL I, Mục II.9.d). */
export const recipientRule: Rule = (doc) =>
  (['recipients', 'addressees'] as const).flatMap((field) =>
    doc[field].flatMap((name, i): RawFinding[] => {
      const pointer = [field, i];
      const words = fold(name.replace(/^[\s-]+/, ''));
      if (/^nhu (tren|dieu)\b/.test(words)) return [{ code: 'SAME_AS_ABOVE_TYPED', pointer }];
      if (/^luu\s*(?::|vt\b)/.test(words)) return [{ code: 'ARCHIVE_TYPED', pointer }];
      return /^\s*[-–•]|[;.]\s*$/.test(name) ? [{ code: 'LIST_PUNCTUATION', pointer }] : [];
    }),
  );

/** Types whose symbol names the drafting unit. */
const TYPES_WITH_UNIT: ReadonlySet<string> = new Set(
  Object.values(documentTypes).flatMap(({ schemaName, symbolNamesUnit }) => (symbolNamesUnit ? [schemaName] : [])),
);

/** A plan goes to somebody; what a công văn goes to besides its addressees may be nobody. */
export const recipientsNeededRule: Rule = (doc) => {
  const type = Object.values(documentTypes).find(({ schemaName }) => schemaName === doc.schema);
  const needed = type !== undefined && !type.hasAddressees && doc.recipientsGiven && doc.recipients.length === 0;
  return needed ? [{ code: 'MISSING', pointer: ['recipients'], params: { what: 'nơi nhận (recipients)' } }] : [];
};

/** Tells whether an abbreviation is one at all; where it is none its shape is told of. */
function isUnit(unit: string): boolean {
  return draftingUnit.safeParse(unit).success;
}

/** The Lưu line names the drafting unit, and the drafter's mark is in capitals (PL I, Mục II.9.d, III.3). */
export const archiveRule: Rule = (doc, { profile }) => {
  const { drafterMark } = doc.archive;
  const unit = doc.draftingUnit;
  // A symbol that needs the unit says so itself; an office without units has none to name.
  const silent = TYPES_WITH_UNIT.has(doc.schema ?? '') || profile?.units.length === 0;
  return [
    ...(unit === undefined && !silent ? [{ code: 'ARCHIVE_WITHOUT_UNIT' as const, pointer: ['archive'] }] : []),
    ...(unit !== undefined && isUnit(unit) && profile && !profile.units.some((u) => u.abbreviation === unit)
      ? [{ code: 'UNIT_UNKNOWN' as const, pointer: ['draftingUnit'], params: { unit } }]
      : []),
    ...(drafterMark !== undefined && !/^[\p{Lu}\d]{1,10}$/u.test(drafterMark)
      ? [{ code: 'DRAFTER_MARK' as const, pointer: ['archive', 'drafterMark'], params: { mark: drafterMark } }]
      : []),
  ];
};
