import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRegister } from '#register/create-register.ts';
import { createDocument } from '#usecases/drafting/create-document.ts';
import { approveDocument } from '#usecases/issuing/approve-document.ts';
import { submitDocument } from '#usecases/issuing/submit-document.ts';
import { withdrawDocument } from '#usecases/issuing/withdraw-document.ts';
import { type Desk, letter, openDesk, PEOPLE } from '../support/desk.ts';
import { withFaults } from '../support/faults.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

/** The desk, and how often the answer to a transaction was lost after its write and the client asked again. */
function losing(): { readonly deps: Desk['deps']; readonly lost: () => number } {
  const { table, failed } = withFaults(desk.table.table, () => 'answer-lost');
  return { deps: { ...desk.deps, register: createRegister({ table }) }, lost: failed };
}

test('an act whose answer was lost on the way succeeds: its own write is no conflict', async () => {
  const { deps, lost } = losing();
  const { document } = await createDocument(desk.deps, PEOPLE.drafter, { data: letter('trả lời bị mất') });
  const { docId } = document;
  const submitted = await submitDocument(deps, PEOPLE.drafter, { docId, seen: document });
  expect([submitted.state, lost()]).toEqual(['submitted', 1]);
  const approved = await approveDocument(deps, PEOPLE.signer, { docId, seen: submitted });
  expect([approved.state, lost()]).toEqual(['approved', 2]);
  const { document: issued } = await desk.issue(approved);
  const withdrawn = await withdrawDocument(deps, PEOPLE.clerk, { docId, seen: issued, reason: 'Nhầm' });
  expect([withdrawn.state, lost()]).toEqual(['withdrawn', 3]);
  expect(await desk.verify()).toEqual([]);
});
