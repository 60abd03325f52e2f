import { nodesOf, type PlanNode } from '#localise/from-file/plan-nodes.ts';
import type { SuperiorFile } from '#localise/from-file/superior-file.schema.ts';
import { superiorFile } from '#localise/from-file/superior-file.schema.ts';
import type { Unit } from '#localise/units/directory.ts';
import { unitDirectory } from '#localise/units/directory.ts';
import { unitOrgan } from '#localise/units/unit-organ.ts';
import { unitProfile } from '#localise/units/unit-profile.ts';
import { answer, api } from '../../api/client.ts';
import type { components, paths } from '../../api/generated/contract.d.ts';
import { Problem } from '../../api/problem.ts';
import { browserStore } from '../browser-store.ts';
import { create } from '../document/act.ts';
import { sendAhead } from '../word/word-file.ts';

/** A superior's file as it was read, with what was proposed and how its parts were known. */
export type ReadFile = Omit<components['schemas']['SuperiorFile'], 'file'> & { readonly file: SuperiorFile };
/** Fate of a part of a superior's file. */
export type FileFate = SuperiorFile['decisions'][string];

/** Facts about a file that it may not say itself. */
export interface FileSaid {
  readonly provinceCode: string;
  readonly code: string;
  readonly issuedDate: string;
}

interface KeptFile {
  readonly person: string;
  readonly docId: string;
  readonly file: SuperiorFile;
}
/** The file that each draft was made of, for the day on which the superior sends another. */
const kept = browserStore<KeptFile>('superior-files');

/** The unit whose office bears a name; undefined where none does, or several do. */
export function unitOfOffice(officeName: string): Unit | undefined {
  const [found, ...others] = [...unitDirectory().units.values()].filter(
    (unit) => unitOrgan(unitProfile(unit)).name === officeName,
  );
  return others.length === 0 ? found : undefined;
}

/** Reads a superior's file; with an older one, parts keep what was decided of them. Throws `Problem`. */
export async function readSuperiorFile(
  file: File,
  { provinceCode, code, issuedDate }: FileSaid,
  before: SuperiorFile | null,
): Promise<ReadFile> {
  const body = {
    uploadId: await sendAhead(file),
    name: file.name,
    provinceCode,
    ...(code.trim() !== '' && { code: code.trim() }),
    ...(issuedDate !== '' && { issuedDate }),
    ...(before && { before: { ...before } }),
  };
  const { data } = await answer(api.POST('/superior-files', { body }));
  return { ...data, file: superiorFile.parse(data.file) };
}

/** A file with what becomes of a part; below one that is left out nothing is taken, above one that is taken nothing is left out. */
export function withDecision(file: SuperiorFile, id: string, fate: FileFate): SuperiorFile {
  const below = descendants(file, id);
  const decisions = { ...file.decisions, [id]: fate };
  for (const one of below) if (fate !== 'undecided') decisions[one] = fate;
  if (fate === 'down') for (const one of ancestors(file, id)) decisions[one] = 'down';
  return { ...file, decisions };
}

/** A file in which every part without a decision has this one. */
export function withRest(file: SuperiorFile, fate: FileFate): SuperiorFile {
  const decisions = Object.entries(file.decisions).map(([id, one]) => [id, one === 'undecided' ? fate : one] as const);
  return { ...file, decisions: Object.fromEntries(decisions) };
}

/** Counts the parts without a decision. */
export function openDecisions({ decisions }: Pick<SuperiorFile, 'decisions'>): number {
  return Object.values(decisions).filter((one) => one === 'undecided').length;
}

/** Makes the office's draft of a file in which all is decided: the draft's id. Keeps the file for a later one. Throws `Problem`. */
export async function draftFromFile(person: string, file: SuperiorFile, unitCode: string): Promise<string> {
  const body = { file: asBody(file), unitCode };
  const { data } = await answer(api.POST('/superior-files/plan', { body }));
  if (!data.data) {
    const open = data.undecided.slice(0, 3).map(({ text }) => `“${text.slice(0, 60)}”`);
    throw new Problem(`Còn ${data.undecided.length} phần chưa quyết: ${open.join('; ')}.`, 0, 'typed');
  }
  const docId = await create(data.data);
  await kept.put({ person, docId, file });
  return docId;
}

/** Keeps the file that a draft stands at from now on. */
export async function keepFile(person: string, docId: string, file: SuperiorFile): Promise<void> {
  await kept.put({ person, docId, file });
}

/** Reads the file that a draft was made of; null where this browser has none. */
export async function fileOfDraft(person: string, docId: string): Promise<SuperiorFile | null> {
  const found = await kept.get(person, docId);
  const read = superiorFile.safeParse(found?.file);
  return read.success ? read.data : null;
}

type FileBody = paths['/superior-files/plan']['post']['requestBody']['content']['application/json']['file'];

/** A file as requests take it. */
export function asBody(file: SuperiorFile): FileBody {
  return { ...file };
}

function descendants({ plan }: SuperiorFile, id: string): string[] {
  return pathsOf(plan)
    .filter((path) => path.slice(0, -1).includes(id))
    .flatMap((path) => path.at(-1) ?? []);
}

function ancestors({ plan }: SuperiorFile, id: string): string[] {
  return (
    pathsOf(plan)
      .find((path) => path.at(-1) === id)
      ?.slice(0, -1) ?? []
  );
}

/** The way to each part, by ids. */
function pathsOf(plan: SuperiorFile['plan']): string[][] {
  const walk = (nodes: readonly PlanNode[], above: readonly string[]): string[][] =>
    nodes.flatMap(({ id = '', children }) => [[...above, id], ...walk(children, [...above, id])]);
  return walk(nodesOf(plan), []);
}
