import { answer, api } from '../../api/client.ts';
import type { components } from '../../api/generated/contract.d.ts';
import { createLoaded } from '../loaded.ts';

/** A line of Nơi nhận that the office uses again. */
export type RecipientGroup = components['schemas']['RecipientGroup'];

/** Fields of a group that a person writes. */
export type GroupSaid = components['schemas']['PutRecipientGroup'];

/** The office's groups of recipients, those taken out left away. */
export const groups = createLoaded<readonly RecipientGroup[]>(async () => {
  const { data } = await answer(api.GET('/recipient-groups'));
  return data.items.filter(({ isRemoved }) => !isRemoved);
});

/** Adds a group, or changes one. Throws `Problem`. */
export async function putGroup(said: GroupSaid, rev: number | null): Promise<void> {
  const header = rev === null ? { 'If-None-Match': '*' as const } : { 'If-Match': `"r${rev}"` };
  await answer(api.PUT('/recipient-groups', { params: { header }, body: said }));
  await groups.reload();
}

/** Reads a form of a group: empty fields are left out, members stand one a line. */
export function groupSaid(form: {
  readonly name: string;
  readonly members: string;
  readonly copies: string;
  readonly way: string;
  readonly types: readonly string[];
}): GroupSaid {
  const members = form.members
    .split('\n')
    .map((line) => line.normalize('NFC').trim())
    .filter((line) => line !== '');
  const copies = Number.parseInt(form.copies, 10);
  const way = WAYS.find((one) => one === form.way);
  return {
    name: form.name.normalize('NFC').trim(),
    ...(members.length > 0 ? { members } : {}),
    ...(copies > 0 ? { copies } : {}),
    ...(way ? { way } : {}),
    ...(form.types.length > 0 ? { types: [...form.types] } : {}),
  };
}

const WAYS = ['system', 'post', 'hand', 'mail', 'fax', 'other'] as const;

/** Names of the groups that new documents of a type begin with. */
export function namesForType(all: readonly RecipientGroup[], type: string): string[] {
  return all.filter(({ types = [] }) => types.includes(type)).map(({ name }) => name);
}
