import { DOC, DOCX, ODT, PDF, TEXT } from '#base/content-types.ts';
import { answer, api } from '../../api/client.ts';
import type { components } from '../../api/generated/contract.d.ts';
import { upload } from '../../api/upload.ts';
import type { DrawnLevel } from './drawn.ts';

/** A draft that a Word file would become, and what a person should know of it. */
export type ReadWordFile = components['schemas']['WordImport'];
/** The check of a Word file, clause by clause, with the file as it stands. */
export type WordReport = components['schemas']['WordFileCheck'];
/** One rule of a report. */
export type RuleResult = WordReport['results'][number];
/** Levels that a person gave to paragraphs, by their index. */
export type GivenLevels = Readonly<Record<string, DrawnLevel>>;

const TYPES = { docx: DOCX, doc: DOC, odt: ODT, pdf: PDF, txt: TEXT } as const;

/** Endings of the files that are read, as a file picker takes them. */
export const READ_ENDINGS = Object.keys(TYPES)
  .map((ending) => `.${ending}`)
  .join(',');

/** Sends a file ahead, to be read: its id. Throws `Problem`. */
export function sendAhead(file: File): Promise<string> {
  const ending = Object.entries(TYPES).find(([one]) => file.name.toLowerCase().endsWith(`.${one}`));
  return upload(file, ending?.[1] ?? DOCX);
}

/** Reads a file that was sent ahead into the data of a draft; nothing is stored. Throws `Problem`. */
export async function readWordFile(uploadId: string, levels: GivenLevels = {}): Promise<ReadWordFile> {
  const { data } = await answer(api.POST('/imports', { body: { uploadId, levels } }));
  return data;
}

/** Checks the layout of a file that was sent ahead; nothing is stored. Throws `Problem`. */
export async function checkWordFile(uploadId: string): Promise<WordReport> {
  const { data } = await answer(api.POST('/checks', { body: { uploadId } }));
  return data;
}

/** Rules of a report by what came of them, the gravest first. */
export function reportGroups({ results }: Pick<WordReport, 'results'>): {
  readonly title: string;
  readonly results: readonly RuleResult[];
}[] {
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
