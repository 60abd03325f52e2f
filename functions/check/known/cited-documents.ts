import type { IsoDate } from '#document/dates.ts';
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

const CITED = /số\s+(\d[\p{L}\d]*\/[\p{L}\d/&-]+)\s+ngày\s+(\d{1,2})\/(\d{1,2})\/(\d{4})/gu;
/** Most citations that are looked for. */
const MAX_CITED = 30;

/** The documents that the căn cứ cite by number and day. */
export function citedDocuments({ bases }: Pick<Elements, 'bases'>): CitedDocument[] {
  const cited = bases.flatMap((line) =>
    [...line.text.matchAll(CITED)].map(([, code = '', day = '', month = '', year = '']) => ({
      code,
      issuedDate: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
      place: at(line, '', ''),
    })),
  );
  return cited.slice(0, MAX_CITED);
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
