import type { Basis } from '#document/schemas/basis.schema.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { readBasis } from '#document/text/basis-text.ts';
import { capitalised } from '#document/text/vietnamese.ts';
import type { Line } from '#read/elements/line.ts';
import type { IntakeNote } from './intake-note.ts';
import { markedText } from './marked-text.ts';

/** A căn cứ as data: a citation where it reads back as it stood, else the sentence. */
export function basisOf(line: Line): Basis {
  return readBasis(markedText(line.runs, { bold: false, italic: true }));
}

/** The opening sentence as data. */
export interface OpeningData {
  readonly openingLead?: string;
  readonly opening?: string;
  readonly preamble?: readonly string[];
}

/** Takes the issuer out of the opening sentence: it is printed by the issuer's datum. */
export function openingOf(
  line: Line | null,
  profile: OrganProfile | null,
  issuer: 'organ' | 'head',
): { readonly data: OpeningData; readonly notes: readonly IntakeNote[] } {
  if (!line) return { data: {}, notes: [] };
  const text = markedText(line.runs);
  const name = profile?.namesInOpening[issuer];
  if (name !== undefined) {
    if (text.startsWith(`${name} `)) return { data: { opening: text.slice(name.length + 1) }, notes: [] };
    const at = text.indexOf(` ${name} `);
    const lead = text.slice(0, Math.max(0, at));
    if (at > 0 && capitalised(lead.trim()) === lead)
      return { data: { openingLead: lead, opening: text.slice(at + name.length + 2) }, notes: [] };
  }
  const cut = /^(?:(.*?,)\s)?([^,]{3,80}?) (ban hành (?:Kế hoạch|kế hoạch).*)$/u.exec(text);
  if (profile && cut) {
    const [, lead, who = '', rest = ''] = cut;
    const note: IntakeNote = {
      code: 'ISSUER_GUESSED',
      params: { typed: who, printed: name ?? '' },
      page: line.paragraph.page,
    };
    return {
      data: { ...(lead === undefined ? {} : { openingLead: capitalised(lead) }), opening: rest },
      notes: [note],
    };
  }
  return {
    data: { preamble: [text] },
    notes: [{ code: 'OPENING_AS_TEXT', params: { text: text.slice(0, 60) }, page: line.paragraph.page }],
  };
}
