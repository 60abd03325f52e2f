import { fold } from '../text/vietnamese.ts';
import type { Rule } from './rule.ts';

/** How old documents begin the sentence; the issuer prints this part (trap 18). */
const ISSUER = /^(?:ubnd|uy ban nhan dan|chu tich|giam doc|hdnd|hoi dong nhan dan)\b/;

/** The opening sentence leaves its subject to the issuer. */
export const openingRule: Rule = ({ opening }, { profile }) => {
  if (opening === undefined) return [];
  const words = fold(opening);
  const names = profile ? [profile.namesInOpening.organ, profile.namesInOpening.head] : [];
  const named = names.find((name) => words.startsWith(`${fold(name)} `)) ?? ISSUER.exec(words)?.[0];
  return named === undefined ? [] : [{ code: 'OPENING_ISSUER', pointer: ['opening'], facts: { named } }];
};
