import type { IsoDate } from '#document/dates.ts';
import type { Line } from '#read/elements/line.ts';
import type { Elements } from '#read/elements/recognise.ts';
import type { RuleResult } from '../check-docx.ts';
import { at, type Violation } from '../rule.ts';

/** A document that a căn cứ cites, with the place that cites it. */
export interface CitedDocument {
  /** As it is cited: `51/KH-UBND`. */
  readonly code: string;
  readonly issuedDate: IsoDate;
  readonly place: Violation;
}

/** Cited document, as the register knows it. */
export interface KnownDocument {
  readonly cited: CitedDocument;
  readonly state: 'withdrawn' | 'replaced' | 'voided';
  /** Number and symbol of what replaced it, where that is known. */
  readonly replacedBy: string | null;
}

const CODE = /số\s*:?\s*(\d[\p{L}\d]*\s?\/\s?[\p{Lu}\d][\p{L}\d&]*(?:\s?[/–-]\s?[\p{Lu}\d][\p{L}\d&]*)*)/gu;
/** Days as they are cited: 05/01/2026, 5-1-2026, ngày 05 tháng 01 năm 2026. */
const DAY = /ngày\s+(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4})/gu;
/** Most citations that are looked for. */
const MAX_CITED = 30;

/** The documents that the căn cứ cite by number and day; of several numbers before one day each is of that day. */
export function citedDocuments({ bases }: Pick<Elements, 'bases'>): CitedDocument[] {
  return bases.flatMap(citedIn).slice(0, MAX_CITED);
}

function citedIn(line: Line): CitedDocument[] {
  const days = [...line.text.matchAll(DAY)];
  return [...line.text.matchAll(CODE)].flatMap(({ 1: printed = '', index }) => {
    const [, day = '', month = '', year = ''] = days.find((one) => one.index > index) ?? [];
    if (year === '') return [];
    const code = printed.replace(/\s/g, '').replaceAll('–', '-');
    const issuedDate = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return [{ code, issuedDate, place: at(line, '', '') }];
  });
}

const SAID: Readonly<Record<KnownDocument['state'], string>> = {
  withdrawn: 'đã thu hồi',
  replaced: 'đã được thay thế',
  voided: 'đã hủy số',
};

/** The rule that no căn cứ is out of force, judged by what the register knows; without citations there is nothing to judge. */
export function inForceResult(cited: readonly CitedDocument[], known: readonly KnownDocument[]): RuleResult {
  const violations = known.map(({ cited: { code, place }, state, replacedBy }) => ({
    ...place,
    found: `văn bản số ${code} ${SAID[state]}`,
    expected: replacedBy === null ? 'văn bản còn hiệu lực' : `văn bản thay thế, số ${replacedBy}`,
  }));
  const rule = {
    id: 'citation.in-force',
    clause: null,
    severity: 'warning',
    title: 'Căn cứ còn hiệu lực theo sổ đăng ký',
  } as const;
  if (cited.length === 0) {
    return { ...rule, verdict: 'not-assessed', reason: 'Không có căn cứ ghi số và ngày.', violations: [] };
  }
  return { ...rule, verdict: violations.length === 0 ? 'pass' : 'fail', reason: null, violations };
}
