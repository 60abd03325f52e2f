import type { CheckReport, RuleResult } from '#check/check-docx.ts';
import { failed } from '#check/failed.ts';
import type { FixedViolation } from '#check/fix/fix-docx.ts';
import type { Severity, Violation } from '#check/rule.ts';
import { noticeText } from '../reading/read-problem-texts.ts';

/** Labels of severities. */
const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'không đạt', warning: 'cảnh báo', hint: 'gợi ý' };
/** Most places of one rule that are listed for people; machines get all. */
const MAX_PLACES = 5;

/** A report as lines for a person: each rule that was broken with its places, then what was not assessed, in numbers. */
export function checkLines(report: CheckReport): string[] {
  const about = report.pagesKnown ? 'trang' : 'khoảng trang';
  return [
    ...report.notices.map((notice) => `lưu ý: ${noticeText(notice)}`),
    ...failed(report).flatMap((result) => resultLines(result, about)),
    summaryLine(report),
  ];
}

function resultLines({ id, clause, severity, title, violations }: RuleResult, about: string): string[] {
  const head = `${SEVERITIES[severity]}: ${title}${clause === null ? '' : ` (${clause})`} [${id}]`;
  const more = violations.length - MAX_PLACES;
  return [
    head,
    ...violations.slice(0, MAX_PLACES).map((violation) => `  ${placeLine(violation, about)}`),
    ...(more > 0 ? [`  … còn ${more} chỗ nữa`] : []),
  ];
}

function placeLine({ found, expected, page, quote, source }: Violation, about: string): string {
  const where = quote === '' ? `${about} ${page}` : `${about} ${page}, “${quote}”`;
  return `${where}: ${found}${source === undefined ? '' : ` (${source})`}; cần ${expected}`;
}

/** `đã sửa trang 1, “Số: 5/KH-UBND”: 5 thành 05 (PL I, II.3.c)`. */
export function fixLine({ rule: { clause }, violation }: FixedViolation): string {
  const { page, quote, found, expected } = violation;
  const where = quote === '' ? `trang ${page}` : `trang ${page}, “${quote}”`;
  return `đã sửa ${where}: ${found} thành ${expected}${clause === null ? '' : ` (${clause})`}`;
}

/** `Kế hoạch: 118 đạt, 2 không đạt, 1 cảnh báo, 0 gợi ý, 23 không đánh giá được`. */
export function summaryLine(report: CheckReport): string {
  const count = countsOf(report);
  return `${report.typeName ?? 'Chưa rõ loại'}: ${count.pass} đạt, ${count.error} không đạt, ${count.warning} cảnh báo, ${count.hint} gợi ý, ${count.notAssessed} không đánh giá được`;
}

/** Counts the rules that a file passed, broke by severity, and could not be assessed by. */
export function countsOf(report: CheckReport) {
  const broken = failed(report);
  const of = (severity: Severity) => broken.filter((one) => one.severity === severity).length;
  const by = (verdict: RuleResult['verdict']) => report.results.filter((one) => one.verdict === verdict).length;
  return {
    pass: by('pass'),
    error: of('error'),
    warning: of('warning'),
    hint: of('hint'),
    notAssessed: by('not-assessed'),
  };
}
