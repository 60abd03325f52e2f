import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCalendar } from '#local/demo/demo-calendar.ts';
import type { NumberedDocument } from '#register/register.ts';
import type { Actor, Role } from '#usecases/actor.ts';
import type { Deps } from '#usecases/deps.ts';
import { createDocument } from '#usecases/drafting/create-document.ts';
import { approveDocument } from '#usecases/issuing/approve-document.ts';
import { issueDocument } from '#usecases/issuing/issue-document.ts';
import { submitDocument } from '#usecases/issuing/submit-document.ts';
import { sendDocument } from '#usecases/sending/send-document.ts';

const folder = join(import.meta.dirname, '../../../examples');

/** The examples, each with a day on which its organ can issue it. */
export const EXAMPLES = {
  'ke-hoach-tinh-2025': '2025-01-24',
  'ke-hoach-phuong-2026': '2026-02-05',
  'cong-van-thanh-pho-2026': '2026-06-02',
} as const;

/** See {@link EXAMPLES}. */
export type ExampleName = keyof typeof EXAMPLES;

/** Someone of an organ in one role. */
export function someoneOf(organ: string, role: Role): Actor {
  return { organ, staffId: `${role}-${organ}`, roles: [role] };
}

/** Takes an example from its data to its issue, on its day. Its docId is its name unless another is given. */
export async function issueExample(deps: Deps, name: ExampleName, docId: string = name): Promise<NumberedDocument> {
  const data = JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8'));
  const desk = { ...deps, clock: createCalendar(`${EXAMPLES[name]}T09:00:00+07:00`).clock };
  const as = (role: Role) => someoneOf(data.organ, role);
  const { document } = await createDocument(desk, as('drafter'), { docId, data });
  const submitted = await submitDocument(desk, as('drafter'), { docId, seen: document });
  const seen = await approveDocument(desk, as('signer'), { docId, seen: submitted });
  return issueDocument(desk, as('clerk'), { docId, seen, signatureConfirmed: true });
}

/** Issues an example and sends it to one recipient, so that other organs see it. */
export async function sendExample(deps: Deps, name: ExampleName, docId: string = name): Promise<void> {
  const { document } = await issueExample(deps, name, docId);
  const desk = { ...deps, clock: createCalendar(`${EXAMPLES[name]}T10:00:00+07:00`).clock };
  const recipients = [{ name: 'Sở Nội vụ', way: 'system' as const }];
  await sendDocument(desk, someoneOf(document.organ, 'clerk'), { docId, seen: document, recipients });
}
