import type { RawFinding } from '../checking/findings.ts';
import type { OrganProfile } from '../schemas/organ-profile.schema.ts';
import { fold } from '../text/vietnamese.ts';
import type { Rule } from './rule.ts';

/** Openings of older documents; the issuer prints this part (trap 18). */
const ISSUER = /^(?:ubnd|uy ban nhan dan|chu tich|giam doc|hdnd|hoi dong nhan dan)\b/;
/** Verbs of an issuer, after its name. */
const DOES = / (?:ban hanh|xay dung|trien khai|lap|de ra|to chuc)\b/y;
/** Marks before a name that opens a clause. */
const CLAUSE = /[,;.] $/;

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
  const words = folded(opening);
  const whos = names.map(folded);
  const named =
    names[whos.findIndex((who) => words.startsWith(`${who} `))] ??
    ISSUER.exec(words)?.[0] ??
    names[whos.findIndex((who) => isActing(who, words))];
  if (named !== undefined) return [{ code: 'OPENING_ISSUER', pointer: ['opening'], params: { named } }];
  return /^\s*\p{Lu}/u.test(opening)
    ? [{ code: 'OPENING_CAPITAL', pointer: ['opening'], params: { word: opening.trim().split(/\s/)[0] ?? '' } }]
    : [];
}

function ofLead(lead: string, names: readonly string[]): RawFinding[] {
  const words = folded(lead);
  const named = names.find((name) => words.endsWith(folded(name)) || isActing(folded(name), words));
  if (named !== undefined) return [{ code: 'OPENING_ISSUER', pointer: ['openingLead'], params: { named } }];
  return /[,;]\s*$/.test(lead) ? [] : [{ code: 'OPENING_LEAD', pointer: ['openingLead'] }];
}

/** Tells whether a name stands at the head of a clause with a verb of an issuer after it. */
function isActing(who: string, words: string): boolean {
  for (let at = words.indexOf(who); at >= 0; at = words.indexOf(who, at + 1)) {
    DOES.lastIndex = at + who.length;
    if ((at === 0 || CLAUSE.test(words.slice(0, at))) && DOES.test(words)) return true;
  }
  return false;
}

/** A text as names are looked for in it: what divides words within a name is written in many ways. */
function folded(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N} ,;.]/gu, '·');
}

function namesOf({ namesInOpening, namesInAttachment, name }: OrganProfile): string[] {
  return [namesInOpening.organ, namesInOpening.head, namesInAttachment.organ, namesInAttachment.head, name];
}
