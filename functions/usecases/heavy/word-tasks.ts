import { type CheckReport, checkRead } from '#check/check-docx.ts';
import { type CitedDocument, citedDocuments } from '#check/known/cited-documents.ts';
import { organNameResult } from '#check/known/organ-name.ts';
import { checkDocument } from '#document/checking/check-document.ts';
import type { Finding } from '#document/checking/findings.ts';
import type { IsoDate } from '#document/dates.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import type { Intake } from '#intake/take-in.ts';
import { takeIn } from '#intake/take-in.ts';
import { type DrawnFile, drawFile } from '#read/drawn/draw-file.ts';
import { withLevels } from '#read/elements/correct-levels.ts';
import type { BodyLevel } from '#read/elements/labels.ts';
import type { Notice } from '#read/problems/notice.ts';
import { readBroughtFile } from '../word-files/read-brought.ts';

/** A draft made of a Word file, and what a person should know of it. */
export interface ImportedWordFile {
  readonly intake: Intake;
  readonly notices: readonly Notice[];
  /** Findings of the draft, as any draft is told. */
  readonly findings: readonly Finding[];
  /** The file as it stands, with what each paragraph became. */
  readonly drawn: DrawnFile;
}

/** The check of a file, and the file as it stands. */
export interface CheckedWordFile {
  readonly report: CheckReport;
  readonly drawn: DrawnFile;
  /** Citations of its căn cứ, for the register to judge. */
  readonly cited: readonly CitedDocument[];
}

/** A file to check, and the organ's own profiles. */
export interface CheckWordInput {
  readonly bytes: Uint8Array;
  readonly profiles: readonly OrganProfile[];
}

/** A Word file to make a draft of. */
export interface WordInput {
  readonly bytes: Uint8Array;
  readonly organ: string;
  readonly profiles: readonly OrganProfile[];
  readonly on: IsoDate;
  /** Levels that a person gave to paragraphs, by their index. */
  readonly levels: ReadonlyArray<readonly [index: number, level: BodyLevel]>;
}

/** Checks a Word file against the decree. Throws `word-unreadable`. */
export async function checkWordTask({ bytes, profiles }: CheckWordInput): Promise<CheckedWordFile> {
  const { document, elements } = await readBroughtFile(bytes);
  const report = checkRead(document, elements);
  const results = [...report.results, organNameResult(elements, profiles)];
  return { report: { ...report, results }, drawn: drawFile(document, elements), cited: citedDocuments(elements) };
}

/** Makes a draft out of a Word file. Throws `word-unreadable`. */
export async function importWordTask({ bytes, organ, profiles, on, levels }: WordInput): Promise<ImportedWordFile> {
  const { document, elements: read } = await readBroughtFile(bytes);
  const elements = withLevels(read, new Map(levels));
  const intake = takeIn(document, elements, { profiles, organ, on });
  const { findings } = checkDocument(intake.draft, { profiles, on: intake.on, placeholders: 'show' });
  return { intake, notices: document.notices, findings, drawn: drawFile(document, elements) };
}
