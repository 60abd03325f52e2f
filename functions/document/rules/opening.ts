import type { RawFinding } from '../checking/findings.ts';
import type { OrganProfile } from '../schemas/organ-profile.schema.ts';
import { fold } from '../text/vietnamese.ts';
import type { Rule } from './rule.ts';

/** Openings of older documents; the issuer prints this part (trap 18). */
const ISSUER = /^(?:ubnd|uy ban nhan dan|chu tich|giam doc|hdnd|hoi dong nhan dan)\b/;
/** Verbs of an issuer, at the head of the sentence. */
const DOES = '(?:ban hanh|xay dung|trien khai|lap|de ra|to chuc)';

/** The opening sentence leaves its subject to the issuer: it begins with a verb and names the issuer nowhere as who acts. */
export const openingRule: Rule = ({ opening, openingLead }, { profile }) => {
  const names = profile ? namesOf(profile) : [];
  return [
    ...(opening === undefined ? [] : ofOpening(opening, names)),
    ...(openingLead === undefined ? [] : ofLead(openingLead, names)),
    ...(openingLead !== undefined && opening === undefined
      ? [{ code: 'MISSING' as const, pointer: ['opening'], params: { what: 'câu mở đầu (opening)' } }]
      : []),
  ];
};

function ofOpening(opening: string, names: readonly string[]): RawFinding[] {
  const words = fold(opening);
  const named =
    names.find((name) => words.startsWith(`${fold(name)} `)) ??
    ISSUER.exec(words)?.[0] ??
    names.find((name) => acting(name).test(words));
  if (named !== undefined) return [{ code: 'OPENING_ISSUER', pointer: ['opening'], params: { named } }];
  return /^\s*\p{Lu}/u.test(opening)
    ? [{ code: 'OPENING_CAPITAL', pointer: ['opening'], params: { word: opening.trim().split(/\s/)[0] ?? '' } }]
    : [];
}

function ofLead(lead: string, names: readonly string[]): RawFinding[] {
  const words = fold(lead);
  const named = names.find((name) => words.endsWith(fold(name)) || acting(name).test(words));
  if (named !== undefined) return [{ code: 'OPENING_ISSUER', pointer: ['openingLead'], params: { named } }];
  return /[,;]\s*$/.test(lead) ? [] : [{ code: 'OPENING_LEAD', pointer: ['openingLead'] }];
}

function acting(name: string): RegExp {
  return new RegExp(`(?:^|[,;.] )${fold(name).replace(/[^\p{L}\p{N} ]/gu, '.')} ${DOES}\\b`);
}

function namesOf({ namesInOpening, namesInAttachment, name }: OrganProfile): string[] {
  return [namesInOpening.organ, namesInOpening.head, namesInAttachment.organ, namesInAttachment.head, name];
}
