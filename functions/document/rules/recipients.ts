import type { RawFinding } from '../checking/findings.ts';
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

/** The Lưu line names the drafting unit, and the drafter's mark is in capitals (PL I, Mục II.9.d, III.3). */
export const archiveRule: Rule = (doc, { profile }) => {
  const { drafterMark } = doc.archive;
  const unit = doc.draftingUnit;
  return [
    ...(unit === undefined ? [{ code: 'ARCHIVE_WITHOUT_UNIT' as const, pointer: ['archive'] }] : []),
    ...(unit !== undefined && profile && !profile.units.some((u) => u.abbreviation === unit)
      ? [{ code: 'UNIT_UNKNOWN' as const, pointer: ['draftingUnit'], facts: { unit } }]
      : []),
    ...(drafterMark !== undefined && !/^[\p{Lu}\d]{1,10}$/u.test(drafterMark)
      ? [{ code: 'DRAFTER_MARK' as const, pointer: ['archive', 'drafterMark'], facts: { mark: drafterMark } }]
      : []),
  ];
};
