import { keHoach } from '#document/schemas/ke-hoach.schema.ts';
import type { SuperiorFile } from '#localise/from-file/superior-file.schema.ts';
import { pointersById } from '#localise/merge/pointers.ts';
import { answer, api } from '../../api/client.ts';
import { Problem } from '../../api/problem.ts';
import { saveData } from '../../api/save-data.ts';
import type { Choices, SuperiorChange } from './came-down.ts';
import { fileOrigin } from './file-origin.ts';
import { asBody, fileOfDraft, keepFile, type ReadFile, readSuperiorFile } from './superior-file.ts';

/** The own plan that was made of a superior's Word file, and that file as it was read. */
export interface PlanOfFile {
  readonly docId: string;
  readonly subject: string;
  readonly fileName: string;
  /** The text is still being written, so changes may be taken into it. */
  readonly isDraft: boolean;
  /** Null: this browser has not kept it, and it has to be read once more. */
  readonly before: SuperiorFile | null;
  readonly data: unknown;
}

/** Changes of an amended file, and the version of the own plan that they are of. */
export interface AmendedChanges {
  readonly changes: readonly SuperiorChange[];
  readonly etag: string;
}

/** Reads the own plan. Throws `Problem`, also where it was made of no file. */
export async function readPlanOfFile(person: string, docId: string): Promise<PlanOfFile> {
  const { document, data } = (await answer(api.GET('/documents/{docId}', { params: { path: { docId } } }))).data;
  const origin = fileOrigin(data);
  if (!origin) throw new Problem('Văn bản này không lập từ tệp Word của cấp trên.', 0, 'typed');
  const kept = await fileOfDraft(person, docId);
  const before = kept?.file.sha256 === origin.sha256 ? kept : null;
  const { subject, state } = document;
  return { docId, subject, fileName: origin.name, isDraft: state === 'draft', before, data };
}

/** Reads once more the file that the plan was made of, on a machine that has not kept it. Throws `Problem` for another file. */
export async function readOlderFile(plan: PlanOfFile, provinceCode: string, file: File): Promise<SuperiorFile> {
  const read = (await readSuperiorFile(file, { provinceCode, code: '', issuedDate: '' }, null)).file;
  if (read.file.sha256 !== fileOrigin(plan.data)?.sha256)
    throw new Problem(
      `“${file.name}” không phải tệp mà kế hoạch đã lập theo; hãy chọn “${plan.fileName}”.`,
      0,
      'typed',
    );
  return { ...read, decisions: decisionsOf(plan.data, read) };
}

/** Decisions as the own plan shows them: what stands in it was taken, the rest was not. */
export function decisionsOf(data: unknown, { decisions }: Pick<SuperiorFile, 'decisions'>): SuperiorFile['decisions'] {
  const plan = keHoach.safeParse(data);
  const taken = plan.success ? pointersById(plan.data) : new Map();
  return Object.fromEntries(Object.keys(decisions).map((id) => [id, taken.has(id) ? 'down' : 'stays']));
}

/** Reads the amended file; parts that are new in it have no decision yet. Throws `Problem`. */
export function readAmendedFile(before: SuperiorFile, file: File): Promise<ReadFile> {
  return readSuperiorFile(file, { provinceCode: before.superior.provinceCode, code: '', issuedDate: '' }, before);
}

/** Tells what the amended file changes beside what the unit made of it; nothing is written. Throws `Problem`. */
export async function readAmendedChanges(
  docId: string,
  before: SuperiorFile,
  after: SuperiorFile,
): Promise<AmendedChanges> {
  const { etag } = await answer(api.GET('/documents/{docId}', { params: { path: { docId } } }));
  return { changes: (await compared(docId, { before, after }, {})).changes, etag };
}

/** Takes the chosen sides into the draft; the amended file is what it stands at from then on. Throws `Problem`. */
export async function takeAmendedFile(
  person: string,
  docId: string,
  files: { readonly before: SuperiorFile; readonly after: SuperiorFile },
  { etag, decisions }: { readonly etag: string; readonly decisions: Choices },
): Promise<void> {
  const { result } = await compared(docId, files, decisions);
  await saveData(docId, Object(result), etag);
  await keepFile(person, docId, files.after);
}

async function compared(
  docId: string,
  { before, after }: { readonly before: SuperiorFile; readonly after: SuperiorFile },
  decisions: Choices,
) {
  const body = { before: asBody(before), after: asBody(after), decisions };
  return (await answer(api.POST('/documents/{docId}/superior-file-changes', { params: { path: { docId } }, body })))
    .data;
}
