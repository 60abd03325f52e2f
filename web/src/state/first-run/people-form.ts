import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { nfc } from '#document/text/nfc.ts';
import type { Role } from '../../api/types.ts';
import { NEW_STEP, type WayForm } from '../admin/office-way.ts';
import { suggestSignIn } from '../admin/sign-in-name.ts';
import type { StepCount } from './office-kinds.ts';

/** Task of a person in an office; one person may have several. */
export type Task = 'drafter' | 'content' | 'form' | 'signer' | 'clerk';

/** A task with the name of who does it. */
export interface TaskRow {
  readonly task: Task;
  readonly name: string;
  /** Of a signer: as what they sign. */
  readonly position: string;
}

/** The tasks as the wizard asks for them. */
export const TASK_LABELS: Readonly<Record<Task, string>> = {
  drafter: 'Người soạn',
  content: 'Kiểm tra nội dung',
  form: 'Kiểm tra thể thức',
  signer: 'Người ký',
  clerk: 'Văn thư',
};

const ROLE_OF: Readonly<Record<Task, Role>> = {
  drafter: 'drafter',
  content: 'checker',
  form: 'checker',
  signer: 'signer',
  clerk: 'clerk',
};

/** Rows for the tasks that an office with so many steps has. */
export function rowsFor(steps: StepCount, headPosition: string): TaskRow[] {
  const checks: Task[] = [...(steps === 2 ? (['content'] as const) : []), ...(steps > 0 ? (['form'] as const) : [])];
  const tasks: Task[] = ['signer', 'clerk', 'drafter', ...checks];
  return tasks.map((task) => ({ task, name: '', position: task === 'signer' ? headPosition : '' }));
}

/** Rows for another number of steps; names that were typed stay. */
export function withSteps(rows: readonly TaskRow[], steps: StepCount): TaskRow[] {
  const wanted = rowsFor(steps, '').map(({ task }) => task);
  const kept = rows.filter(({ task }) => wanted.includes(task));
  const missing = wanted.filter((task) => !kept.some((row) => row.task === task));
  return [...kept, ...missing.map((task) => ({ task, name: '', position: '' }))];
}

/** Somebody who is to be in the office. */
export interface Wanted {
  readonly staffId: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Of whom is there already: what the next change has to name. */
  readonly rev: number | null;
  readonly username: string;
}

/** Somebody who is in the office already. */
export interface There {
  readonly staffId: string;
  readonly username: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly rev: number;
}

/** The people of the rows: the same name is the same person, with the roles of all its tasks; who is there keeps theirs. */
export function peopleOf(rows: readonly TaskRow[], there: readonly There[]): Wanted[] {
  const taken = there.map(({ username }) => username);
  const people = new Map<string, Wanted>();
  for (const { task, name: typed } of rows) {
    const name = typed.trim().replace(/\s+/g, ' ');
    if (name === '') continue;
    const known = people.get(keyOf(name)) ?? wantedOf(name, there, taken);
    people.set(keyOf(name), { ...known, roles: [...new Set([...known.roles, ROLE_OF[task]])] });
  }
  return [...people.values()];
}

/** Tells whether somebody is new or gets a role they did not have. */
export function isChange({ staffId, roles }: Wanted, there: readonly There[]): boolean {
  const before = there.find((one) => one.staffId === staffId);
  return before === undefined || roles.some((role) => !before.roles.includes(role));
}

/** The signers of the office's information: those who were there, and those of the rows. */
export function signersOf(
  rows: readonly TaskRow[],
  people: readonly Wanted[],
  before: OrganProfile['signers'],
): OrganProfile['signers'] {
  const added = rows.flatMap(({ task, name, position }) => {
    const person = people.find((one) => keyOf(one.name) === keyOf(name));
    return task === 'signer' && person ? [{ staffId: person.staffId, fullName: person.name, position }] : [];
  });
  const kept = before.filter(({ staffId }) => !added.some((one) => one.staffId === staffId));
  return [...kept, ...added];
}

/** Derives the office's settings from its rows: who checks, and whether a signer may draft. */
export function wayOf(rows: readonly TaskRow[], people: readonly Wanted[]): Pick<WayForm, 'ownDraftAllowed' | 'sets'> {
  const idOf = (task: Task) => {
    const name = keyOf(rows.find((row) => row.task === task)?.name ?? '');
    return people.find((one) => keyOf(one.name) === name)?.staffId;
  };
  const steps = (['content', 'form'] as const).flatMap((step) => {
    const staffId = idOf(step);
    return staffId === undefined ? [] : [{ ...NEW_STEP, step, staffId }];
  });
  const isSigner = (id: string | undefined) =>
    people.some(({ staffId, roles }) => staffId === id && roles.includes('signer'));
  return { ownDraftAllowed: isSigner(idOf('drafter')), sets: steps.length > 0 ? [{ types: [], steps }] : [] };
}

const pickThere = ({ staffId, username, name, roles, rev }: There): Wanted => ({ staffId, username, name, roles, rev });

/** However it is spaced and capitalised; marks tell people apart. */
function keyOf(name: string): string {
  return nfc(name).trim().replace(/\s+/g, ' ').toLocaleLowerCase('vi');
}

function wantedOf(name: string, there: readonly There[], taken: string[]): Wanted {
  const standing = there.find((one) => keyOf(one.name) === keyOf(name));
  if (standing) return pickThere(standing);
  const username = suggestSignIn(name, taken);
  taken.push(username);
  return { staffId: username, username, name, roles: [], rev: null };
}
