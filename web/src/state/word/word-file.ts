import { z } from 'zod';
import { postWord } from '../../api/client.ts';

const said = z.object({ message: z.string() });
const readFile = z.object({
  data: z.looseObject({ subject: z.string().optional(), body: z.array(z.unknown()).optional() }),
  notes: z.array(said.extend({ page: z.number().nullable() })),
  notices: z.array(said),
  findings: z.array(said.extend({ severity: z.enum(['error', 'warning']) })),
});
const violation = z.object({ found: z.string(), expected: z.string(), page: z.number(), quote: z.string() });
const report = z.object({
  kind: z.enum(['administrative', 'legislation', 'party', 'unknown']),
  typeName: z.string().nullable(),
  pageCount: z.number(),
  counts: z.object({
    pass: z.number(),
    error: z.number(),
    warning: z.number(),
    hint: z.number(),
    notAssessed: z.number(),
  }),
  results: z.array(
    z.object({
      id: z.string(),
      clause: z.string().nullable(),
      severity: z.enum(['error', 'warning', 'hint']),
      title: z.string(),
      verdict: z.enum(['pass', 'fail', 'not-assessed']),
      reason: z.string().nullable(),
      violations: z.array(violation),
    }),
  ),
  notices: z.array(said),
});

/** A draft that a Word file would become, and what a person should know of it. */
export type ReadWordFile = z.infer<typeof readFile>;
/** The check of a Word file, clause by clause. */
export type WordReport = z.infer<typeof report>;
/** One rule of a report. */
export type RuleResult = WordReport['results'][number];

/** Reads a Word file into the data of a draft; nothing is stored. Throws `Problem`. */
export async function readWordFile(file: Blob): Promise<ReadWordFile> {
  return readFile.parse(await postWord('/imports', file));
}

/** Checks the layout of a Word file; nothing is stored. Throws `Problem`. */
export async function checkWordFile(file: Blob): Promise<WordReport> {
  return report.parse(await postWord('/checks', file));
}

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

/** What a kind of document means for the check; null where the decree applies. */
export const KIND_NOTES: Readonly<Record<WordReport['kind'], string | null>> = {
  administrative: null,
  legislation: 'Đây là văn bản quy phạm pháp luật: thể thức theo quy định khác.',
  party: 'Đây là văn bản của Đảng: thể thức theo quy định khác.',
  unknown: 'Không nhận ra đây là văn bản hành chính.',
};
