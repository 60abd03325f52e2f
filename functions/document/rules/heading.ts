import type { RawFinding } from '../checking/findings.ts';
import type { PartialCitation } from '../checking/partial-document.ts';
import { formatShortDate } from '../dates.ts';
import { documentTypes } from '../document-types.ts';
import { isCitable } from '../numbering/cited-code.ts';
import { POINTS_PER_MM, textWidthMm } from '../page-size.ts';
import { isoDate } from '../schemas/text.schema.ts';
import { textWidthPt } from '../text/text-width.ts';
import { fold } from '../text/vietnamese.ts';
import type { Rule } from './rule.ts';

/** Cited by name and day alone (PL I, Mục II.6.a). */
const LAW = new Set(['luat', 'bo luat', 'phap lenh', 'hien phap']);

/** Size of the trích yếu under the type (PL I, Mục II.5.b). */
const SUBJECT_SIZE_PT = 14;

/** Words that stand before the trích yếu already; "kế hoạch hóa" is another word. */
const LETTER_PREFIX = /^\s*(V\/v|Về việc|Công văn)(?![\p{L}\p{N}])/iu;
const PLAN_PREFIX = /^\s*(V\/v|Kế hoạch)(?![\p{L}\p{N}])(?!\s+h(?:óa|oá)(?!\p{L}))/iu;

/** Trích yếu: no mark at its end, nothing that the template prints before it. */
export const subjectRule: Rule = (doc) => {
  const { subject, subjectLines } = doc;
  if (subject === undefined) return [];
  const type = Object.values(documentTypes).find(({ schemaName }) => schemaName === doc.schema);
  const congVan = type?.hasTitle === false;
  const prefix = (congVan ? LETTER_PREFIX : PLAN_PREFIX).exec(subject)?.[1];
  const findings: RawFinding[] = [];
  if (subjectLines && subjectLines.join(' ') !== subject)
    findings.push({ code: 'SUBJECT_LINES', pointer: ['subjectLines'] });
  findings.push(...(congVan ? [] : tooLong(subjectLines ?? [], doc.orientation)));
  if (/[.;:,]\s*$/.test(subject) && !/(\.\.\.|…)$/.test(subject))
    findings.push({ code: 'SUBJECT_END', pointer: ['subject'] });
  if (prefix) findings.push({ code: 'SUBJECT_PREFIX', pointer: ['subject'], params: { prefix } });
  else if (congVan && /^\p{Lu}\p{Ll}/u.test(subject)) findings.push({ code: 'SUBJECT_CASE', pointer: ['subject'] });
  return findings;
};

/** Lines of the trích yếu that a page does not hold: what was to be one line would become two. */
function tooLong(lines: readonly string[], orientation: string | undefined): RawFinding[] {
  const widthPt = textWidthMm(orientation === 'landscape' ? 'landscape' : 'portrait') * POINTS_PER_MM;
  return lines.flatMap((line, i): RawFinding[] =>
    textWidthPt(line, 'bold', SUBJECT_SIZE_PT) <= widthPt
      ? []
      : [{ code: 'SUBJECT_LINE_LONG', pointer: ['subjectLines', i], params: { line } }],
  );
}

/** Căn cứ: cited in full, no mark at the end, none younger than the document. */
export const basisRule: Rule = (doc, { on }) =>
  doc.bases.flatMap((basis, i): RawFinding[] => {
    const pointer = ['bases', i];
    const cited = basis.cites !== undefined && basis.verb !== undefined && basis.text === undefined;
    const free = basis.text !== undefined && basis.cites === undefined && basis.verb === undefined;
    if (!cited && !free) return [{ code: 'BASIS_CONTENT', pointer }];
    if (!basis.cites) return ofFreeBasis(basis.text ?? '', [...pointer, 'text']);
    return ofCitation(basis.cites, [...pointer, 'cites'], on);
  });

function ofFreeBasis(text: string, pointer: ReadonlyArray<string | number>): RawFinding[] {
  return /[;.]\s*$/.test(text) ? [{ code: 'BASIS_END', pointer }] : [];
}

function ofCitation(cites: PartialCitation, pointer: ReadonlyArray<string | number>, on: string): RawFinding[] {
  const { typeName, code, organName, issuedDate } = cites;
  if (typeName === undefined) return [];
  const findings: RawFinding[] = [];
  if (/[;.,]\s*$/.test(cites.subject ?? '')) findings.push({ code: 'BASIS_END', pointer: [...pointer, 'subject'] });
  if (/\ssố\s*$/iu.test(typeName)) {
    findings.push({ code: 'CITATION_TYPE', pointer: [...pointer, 'typeName'], params: { typeName } });
  }
  if (/^\s*của(?!\p{L})/iu.test(organName ?? '')) {
    findings.push({ code: 'CITATION_ORGAN', pointer: [...pointer, 'organName'] });
  }
  if (LAW.has(fold(typeName))) {
    if (code !== undefined || organName !== undefined)
      findings.push({ code: 'CITATION_OF_LAW', pointer, params: { typeName } });
  } else if (code === undefined || organName === undefined) {
    findings.push({ code: 'CITATION_INCOMPLETE', pointer, params: { typeName } });
  } else if (!isCitable(code)) {
    const dash = /[–—‑−]/u.test(code);
    findings.push({ code: dash ? 'CITATION_DASH' : 'CITATION_CODE', pointer: [...pointer, 'code'], params: { code } });
  }
  if (issuedDate !== undefined && isoDate.safeParse(issuedDate).success && issuedDate > on) {
    findings.push({
      code: 'BASIS_AFTER_DOCUMENT',
      pointer: [...pointer, 'issuedDate'],
      params: { based: formatShortDate(issuedDate), on: formatShortDate(on).replace('ngày ', '') },
    });
  }
  return findings;
}
