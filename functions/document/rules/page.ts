import type { RawFinding } from '../findings.ts';
import { HOLE } from '../holes.ts';
import { allParts, looseWords, type Rule, walk } from './rule.ts';

/** A document lies on its side only for tables in its own body (PL I, Mục I.2). */
export const orientationRule: Rule = (doc) =>
  doc.orientation === 'landscape' && !walk(doc.body, ['body'], []).some(({ part }) => part.level === 'table')
    ? [{ code: 'LANDSCAPE', pointer: ['orientation'] }]
    : [];

/** An address at the foot of page 1 needs one in the organ's profile. */
export const addressRule: Rule = (doc, { profile }) =>
  doc.footAddress && profile && !profile.address?.length ? [{ code: 'ADDRESS_MISSING', pointer: ['footAddress'] }] : [];

/** Nobody types the mark of what is missing: it would pass for a filled-in text. */
export const holeRule: Rule = (doc) => {
  const found = (pointer: ReadonlyArray<string | number>, text: string | undefined): RawFinding[] =>
    text?.includes(HOLE) ? [{ code: 'HOLE_IN_TEXT', pointer }] : [];
  return [
    ...found(['subject'], doc.subject),
    ...found(['opening'], doc.opening),
    ...found(['closing'], looseWords(doc.closing)),
    ...doc.recipients.flatMap((name, i) => found(['recipients', i], name)),
    ...doc.addressees.flatMap((name, i) => found(['addressees', i], name)),
    ...allParts(doc).flatMap(({ part, pointer }) => [
      ...found([...pointer, 'title'], part.title),
      ...found([...pointer, 'text'], looseWords(part.text)),
    ]),
  ];
};
