import { formatShortDate } from '#document/dates.ts';
import type { Basis } from '#document/schemas/basis.schema.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { capitalised } from '#document/text/vietnamese.ts';
import type { Line } from '#read/elements/line.ts';
import type { IntakeNote } from './intake-note.ts';
import { markedText } from './marked-text.ts';

const CITED =
  /^(Căn cứ|Thực hiện) (\p{Lu}\p{L}+(?: \p{Ll}+){0,3}) số (\S+) ngày (\d{1,2})\/(\d{1,2})\/(\d{4}) của (.+?) ((?:về|ban hành|quy định|phê duyệt|thông tin|triển khai|sửa đổi|hướng dẫn|thực hiện|tăng cường|công bố|kiện toàn|thành lập) .+)$/u;
const LAW = /^(Căn cứ|Thực hiện) (Bộ luật|Luật|Pháp lệnh) (.+) ngày (\d{1,2})\/(\d{1,2})\/(\d{4})$/u;

/** A căn cứ as data: a citation where it reads back as it stood, else the sentence. */
export function basisOf(line: Line): Basis {
  const text = markedText(line.runs, { bold: false, italic: true }).replace(/\s*[;.,]$/, '');
  const cited = CITED.exec(text);
  if (cited) {
    const [, verb, typeName = '', code, day = '', month = '', year = '', organName, subject = ''] = cited;
    const issuedDate = iso(year, month, day);
    if (
      issuedDate &&
      reads(text, `${verb} ${typeName} số ${code} ${formatShortDate(issuedDate)} của ${organName} ${subject}`)
    ) {
      return {
        ...verbOf(verb),
        cites: {
          typeName,
          ...(code === undefined ? {} : { code }),
          issuedDate,
          ...(organName === undefined ? {} : { organName }),
          subject,
        },
      };
    }
  }
  const law = LAW.exec(text);
  if (law) {
    const [, verb, typeName = '', subject = '', day = '', month = '', year = ''] = law;
    const issuedDate = iso(year, month, day);
    if (issuedDate && reads(text, `${verb} ${typeName} ${subject} ${formatShortDate(issuedDate)}`)) {
      return { ...verbOf(verb), cites: { typeName, issuedDate, subject } };
    }
  }
  return { text };
}

function verbOf(verb: string | undefined): Pick<Basis, 'verb'> {
  return verb === 'Thực hiện' ? { verb } : { verb: 'Căn cứ' };
}

function reads(text: string, made: string): boolean {
  return text === made;
}

function iso(year: string, month: string, day: string): string | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(time.getTime()) || time.toISOString().slice(0, 10) !== date ? null : date;
}

/** The opening sentence as data. */
export interface OpeningData {
  readonly openingLead?: string;
  readonly opening?: string;
  readonly preamble?: string[];
}

/** Takes the issuer out of the opening sentence: it is printed by the issuer's datum. */
export function openingOf(
  line: Line | null,
  profile: OrganProfile | null,
  issuer: 'organ' | 'head',
): { data: OpeningData; notes: IntakeNote[] } {
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
