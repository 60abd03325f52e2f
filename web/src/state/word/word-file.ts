import { postWord } from '../../api/client.ts';
import type { components } from '../../api/generated/contract.d.ts';

/** A draft that a Word file would become, and what a person should know of it. */
export type ReadWordFile = components['schemas']['WordImport'];
/** The check of a Word file, clause by clause. */
export type WordReport = components['schemas']['WordCheck'];
/** One rule of a report. */
export type RuleResult = WordReport['results'][number];

/** Reads a Word file into the data of a draft; nothing is stored. Throws `Problem`. */
export const readWordFile = (file: Blob): Promise<ReadWordFile> => postWord('/imports', file);

/** Checks the layout of a Word file; nothing is stored. Throws `Problem`. */
export const checkWordFile = (file: Blob): Promise<WordReport> => postWord('/checks', file);

/** Rules of a report by what came of them, the gravest first. */
export function reportGroups({ results }: WordReport): { readonly title: string; readonly results: RuleResult[] }[] {
  const failed = (severity: RuleResult['severity']) =>
    results.filter((one) => one.verdict === 'fail' && one.severity === severity);
  return [
    { title: 'Không đạt', results: failed('error') },
    { title: 'Cảnh báo', results: failed('warning') },
    { title: 'Gợi ý', results: failed('hint') },
    { title: 'Không đánh giá được', results: results.filter(({ verdict }) => verdict === 'not-assessed') },
    { title: 'Đạt', results: results.filter(({ verdict }) => verdict === 'pass') },
  ].filter((group) => group.results.length > 0);
}
