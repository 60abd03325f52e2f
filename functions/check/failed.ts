import type { CheckReport, RuleResult } from './check-docx.ts';

/** Rules that a file broke. */
export function failed({ results }: CheckReport): RuleResult[] {
  return results.filter(({ verdict }) => verdict === 'fail');
}
