import { type InlineText, pieces } from '#document/schemas/inline.schema.ts';
import { finding, type LocaliseFinding } from '../localise-finding.ts';
import { OFFICE_ROLES, type OfficeRole } from '../units/office-roles.ts';
import { blankProblem, roleOf } from './blanks.ts';
import type { CompiledText } from './compiled-plan.ts';
import { blanksOf, hasHalfBlank, literal, type Template, template } from './template.ts';

/** Cuts wordings at their blanks and says what is wrong with them, each with its place. */
export interface WordingReader {
  /** Roles of offices that were read so far. */
  readonly roles: ReadonlySet<OfficeRole>;
  /** A wording for units. */
  wording(text: string, place: string): Template;
  /** A paragraph for units. */
  text(text: InlineText, place: string): CompiledText;
}

/** Makes a reader that tells `findings` of unknown blanks and roles. */
export function wordingReader(findings: LocaliseFinding[]): WordingReader {
  const roles = new Set<OfficeRole>();
  const wording = (text: string, place: string): Template => {
    const cut = template(text);
    for (const blank of blanksOf(cut)) {
      const role = roleOf(blank);
      if (role) roles.add(role);
      const code = blankProblem(blank);
      if (code) findings.push(finding(code, place, { blank, allowed: OFFICE_ROLES.join(', ') }));
    }
    if (hasHalfBlank(cut)) findings.push(finding('BLANK_HALF', place));
    return cut;
  };
  return { roles, wording, text: (text, place) => compiled(text, (piece) => wording(piece, place)) };
}

/** Reads the superior's own text, in which brackets are text. */
export const literalReader: WordingReader = {
  roles: new Set(),
  wording: literal,
  text: (text) => compiled(text, literal),
};

function compiled(text: InlineText, cut: (piece: string) => Template): CompiledText {
  return {
    plain: typeof text === 'string',
    pieces: pieces(text).map((piece) => (typeof piece === 'string' ? { wording: cut(piece) } : piece)),
  };
}
