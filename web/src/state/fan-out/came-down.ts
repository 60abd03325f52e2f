import { PDF } from '#base/content-types.ts';
import { checkDocument } from '#document/checking/check-document.ts';
import type { Finding } from '#document/checking/findings.ts';
import { answer, api } from '../../api/client.ts';
import type { components } from '../../api/generated/contract.d.ts';
import { upload } from '../../api/upload.ts';
import { readPrintInput } from '../document/print-input.ts';
import { formatDay } from '../format.ts';
import { createLoaded } from '../loaded.ts';

/** A superior's plan that came down to the own office. */
export type CameDown = components['schemas']['CameDown'];
/** Difference between the plan as it came, as it is now, and the own text. */
export type SuperiorChange = components['schemas']['SuperiorChange'];
/** Chosen side of each change, by its id. */
export type Choices = Readonly<Record<string, 'superior' | 'unit'>>;

/** Plans that came down to the own office, loaded. */
export const cameDown = createLoaded<readonly CameDown[]>(async () => (await answer(api.GET('/came-down'))).data.items);

/** The run that the superior's plan stands at now, where the own text stands at an earlier one. */
export function newerRun({ runs, standsAt }: Pick<CameDown, 'runs' | 'standsAt'>): string | null {
  const newest = runs.at(-1)?.runId ?? standsAt;
  return newest === standsAt ? null : newest;
}

/** `Hạn 31/03/2026`, and how it stands. */
export function dueLine({ due, state }: Pick<CameDown, 'due' | 'state'>): string {
  if (due === undefined) return 'Không đặt hạn';
  return `Hạn ban hành: ${formatDay(due)}${state.isLate ? ', đã quá hạn' : ''}`;
}

/** Reads the superior's changes beside what the own office made of them. Throws `Problem`. */
export async function readChanges(one: CameDown, to: string): Promise<readonly SuperiorChange[]> {
  const { docId } = one.document;
  const query = { superior: one.superior.organ, from: one.standsAt, to };
  return (await answer(api.GET('/documents/{docId}/superior-changes', { params: { path: { docId }, query } }))).data
    .changes;
}

/** Takes the superior's changes into the own draft, each from the side that was chosen. Throws `Problem`. */
export async function takeChanges(one: CameDown, to: string, decisions: Choices): Promise<void> {
  const { docId } = one.document;
  const { etag } = await answer(api.GET('/documents/{docId}', { params: { path: { docId } } }));
  const params = { path: { docId }, header: { 'If-Match': etag } };
  const body = { superior: one.superior.organ, from: one.standsAt, to, decisions };
  await answer(api.POST('/documents/{docId}/superior-changes', { params, body }));
}

/** Changes that ask for a choice and have none yet. */
export function undecided(changes: readonly SuperiorChange[], choices: Choices): SuperiorChange[] {
  return changes.filter(({ outcome, id }) => outcome === 'conflict' && choices[id] === undefined);
}

/** Names the outcome of a change. */
export function outcomeWords({ outcome, superior, unit }: SuperiorChange): string {
  if (outcome === 'conflict') return 'Cả hai bên cùng sửa: hãy chọn';
  if (outcome === 'same') return 'Hai bên như nhau';
  if (outcome === 'superior') return `Cấp trên ${CHANGE_WORDS[superior]}: lấy theo cấp trên`;
  return `Đơn vị ${CHANGE_WORDS[unit]}: giữ của đơn vị`;
}

const CHANGE_WORDS = { unchanged: 'giữ nguyên', changed: 'đã sửa', added: 'đã thêm', removed: 'đã bỏ' } as const;

/** Prints a side's value; empty where it says nothing. */
export function saidText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value))
    return value
      .map(saidText)
      .filter((text) => text !== '')
      .join('\n');
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .filter(([key]) => !SILENT.has(key))
    .map(([, inner]) => saidText(inner))
    .filter((text) => text !== '')
    .join('\n');
}

/** Keys of what is never printed. */
const SILENT = new Set([
  'id',
  'level',
  'origin',
  'ref',
  'kind',
  'docId',
  'hash',
  'partId',
  'verb',
  'runIn',
  'align',
  'orientation',
]);

/** Reads what is to be filled in or mended in a draft. Throws `Problem`. */
export async function openPoints(docId: string): Promise<readonly Finding[]> {
  const { data } = await answer(api.GET('/documents/{docId}', { params: { path: { docId } } }));
  const input = await readPrintInput(data.document, data.data);
  return checkDocument(input.data, { profiles: input.profiles, on: input.on, placeholders: 'show' }).findings;
}

/** Says that a plan was issued by other means. Throws `Problem`. */
export async function markOutside(docId: string, code: string, issuedDate: string, paper: File | null): Promise<void> {
  const body = { code, issuedDate, ...(paper && { uploadId: await upload(paper, PDF) }) };
  await answer(api.PUT('/came-down/{docId}/outside', { params: { path: { docId } }, body }).then(asDone));
}

/** Takes that back. Throws `Problem`. */
export async function unmarkOutside(docId: string): Promise<void> {
  await answer(api.DELETE('/came-down/{docId}/outside', { params: { path: { docId } } }).then(asDone));
}

/** An answer without a body counts as one. */
function asDone({ error, response }: { readonly error?: unknown; readonly response: Response }) {
  return { data: response.ok ? true : undefined, error, response };
}
