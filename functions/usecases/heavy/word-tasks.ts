import { type CheckReport, checkRead } from '#check/check-docx.ts';
import { checkDocument } from '#document/checking/check-document.ts';
import type { Finding } from '#document/checking/findings.ts';
import type { IsoDate } from '#document/dates.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import type { Intake } from '#intake/take-in.ts';
import { takeIn } from '#intake/take-in.ts';
import type { ReadDocument } from '#read/body/model.ts';
import { type Elements, recognise } from '#read/elements/recognise.ts';
import type { Notice } from '#read/problems/notice.ts';
import { ReadError } from '#read/problems/read-error.ts';
import { readFile } from '#read/read-file.ts';
import { UseCaseError } from '../use-case-error.ts';

/** A draft made of a Word file, and what a person should know of it. */
export interface ImportedWordFile {
  readonly intake: Intake;
  readonly notices: readonly Notice[];
  /** What the draft still lacks, as any draft is told. */
  readonly findings: readonly Finding[];
}

/** A Word file to make a draft of. */
export interface WordInput {
  readonly bytes: Uint8Array;
  readonly organ: string;
  readonly profiles: readonly OrganProfile[];
  readonly on: IsoDate;
}

/** Checks a Word file against the decree. Throws `word-unreadable`. */
export async function checkWordTask({ bytes }: { readonly bytes: Uint8Array }): Promise<CheckReport> {
  const { document, elements } = readWordFile(bytes);
  return checkRead(document, elements);
}

/** Makes a draft out of a Word file. Throws `word-unreadable`. */
export async function importWordTask({ bytes, organ, profiles, on }: WordInput): Promise<ImportedWordFile> {
  const { document, elements } = readWordFile(bytes);
  const intake = takeIn(document, elements, { profiles, organ, on });
  const { findings } = checkDocument(intake.draft, { profiles, on: intake.on, placeholders: 'show' });
  return { intake, notices: document.notices, findings };
}

/** Reads a Word file with its elements. Throws `word-unreadable`. */
export function readWordFile(bytes: Uint8Array): { document: ReadDocument; elements: Elements } {
  try {
    const document = readFile(bytes);
    return { document, elements: recognise(document) };
  } catch (cause) {
    if (!(cause instanceof ReadError)) throw cause;
    throw new UseCaseError('word-unreadable', { params: { ...cause.params, fault: cause.code }, cause });
  }
}
