import { sha256Hex } from '#base/node/hash.ts';
import type { IsoDate } from '#document/dates.ts';
import { fold } from '#document/text/vietnamese.ts';
import type { IntakeNote } from '#intake/intake-note.ts';
import { takeIn } from '#intake/take-in.ts';
import type { ReadSuperior } from '#localise/from-file/read-superior.ts';
import { readSuperior } from '#localise/from-file/read-superior.ts';
import type { SuperiorFile } from '#localise/from-file/superior-file.schema.ts';
import type { Notice } from '#read/problems/notice.ts';
import { UseCaseError } from '../use-case-error.ts';
import { readBroughtFile } from '../word-files/read-brought.ts';

/** A superior's plan out of its Word file: what to decide, and what was not understood. */
export interface ReadSuperiorFile {
  readonly read: ReadSuperior;
  readonly notes: readonly IntakeNote[];
  readonly notices: readonly Notice[];
}

/** A superior's Word file, and what is said of it beside it. */
export interface SuperiorInput {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly provinceCode: string;
  /** Number and day, where the file bears none or a person says others. */
  readonly said: Partial<Pick<SuperiorFile['superior'], 'code' | 'issuedDate' | 'docId'>>;
  readonly before: SuperiorFile | null;
  readonly on: IsoDate;
}

/** Reads a superior's plan out of its Word file. Throws `word-unreadable`, `superior-unclear`. */
export async function readSuperiorTask(input: SuperiorInput): Promise<ReadSuperiorFile> {
  const { bytes, name, provinceCode, said, before, on } = input;
  const { document, elements } = await readBroughtFile(bytes);
  const intake = takeIn(document, elements, { profiles: [], on });
  const printed = elements.head.code?.printed;
  const code =
    said.code ?? before?.superior.code ?? (printed?.number ? `${printed.number}/${printed.notation}` : undefined);
  const issuedDate = said.issuedDate ?? intake.issuance?.issuedDate ?? before?.superior.issuedDate;
  if (code === undefined || issuedDate === undefined)
    throw new UseCaseError('superior-unclear', { params: { lacks: 'number' } });
  const docId = said.docId ?? before?.superior.docId ?? idOf(code, issuedDate);
  const file = { name, sha256: sha256Hex(bytes) };
  const read = readSuperior(intake.draft, { file, superior: { provinceCode, docId, code, issuedDate } }, before);
  if (!read) throw new UseCaseError('superior-unclear', { params: { lacks: 'body' } });
  // That the superior is no organ of the unit's is known.
  const notes = intake.notes.filter((note) => note.code !== 'ORGAN_UNKNOWN' && note.code !== 'OPENING_AS_TEXT');
  return { read, notes, notices: document.notices };
}

/** `51-kh-ubnd-2026`: an id for a document that another organ keeps. */
function idOf(code: string, issuedDate: string): string {
  return `${fold(code)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')}-${issuedDate.slice(0, 4)}`.slice(0, 60);
}
