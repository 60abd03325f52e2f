import { isOfBody, type Rule } from './rule.ts';

/** A document lies on its side only for tables in its own body (PL I, Mục I.2). */
export const orientationRule: Rule = (doc, { parts }) =>
  doc.orientation === 'landscape' && !parts.some((placed) => isOfBody(placed) && placed.part.level === 'table')
    ? [{ code: 'LANDSCAPE', pointer: ['orientation'] }]
    : [];

/** An address at the foot of page 1 needs one in the organ's profile. */
export const addressRule: Rule = (doc, { profile }) =>
  doc.footAddress && profile && !profile.address?.length ? [{ code: 'ADDRESS_MISSING', pointer: ['footAddress'] }] : [];
