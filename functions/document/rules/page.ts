import { type Rule, walk } from './rule.ts';

/** A document lies on its side only for tables in its own body (PL I, Mục I.2). */
export const orientationRule: Rule = (doc) =>
  doc.orientation === 'landscape' && !walk(doc.body, ['body'], []).some(({ part }) => part.level === 'table')
    ? [{ code: 'LANDSCAPE', pointer: ['orientation'] }]
    : [];

/** An address at the foot of page 1 needs one in the organ's profile. */
export const addressRule: Rule = (doc, { profile }) =>
  doc.footAddress && profile && !profile.address?.length ? [{ code: 'ADDRESS_MISSING', pointer: ['footAddress'] }] : [];
