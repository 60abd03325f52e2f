import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFanOuts } from '#register/fan-outs/fan-out.ts';
import { type SweepDeps, sweep } from '#usecases/upkeep/sweep.ts';
import { type Desk, openDesk } from '../support/desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

test('hands on each minute what is due, every quarter of an hour what cannot be finished, and tells of all of it', async () => {
  const document = await desk.approved('chờ tệp');
  const { docId, contentHash = '' } = document;
  await desk.deps.register.issueNumber({ document, contentHash, actor: 'a-clerk', clock: desk.calendar.clock });
  const [due] = await desk.deps.register.listDue(new Date('2027-01-01T00:00:00Z'));
  const handedOn: string[] = [];
  const deps: SweepDeps = {
    register: desk.deps.register,
    fanOuts: createFanOuts(desk.table.table),
    queue: { sendIssues: async (refs) => void handedOn.push(...refs.map((ref) => ref.docId)) },
    engine: { startFanOut: async () => {} },
  };
  const told: number[] = [];
  const sent: number[] = [];
  for (const minutes of [-1, 0, 1, 9, 10, 14, 15, 16, 29, 30]) {
    const now = new Date(Date.parse(due!.dueAt) + minutes * 60_000);
    const { issues } = await sweep(deps, now, { onDue: ({ count }) => told.push(count), onFailedRun: () => {} });
    if (issues > 0) sent.push(minutes);
  }
  expect(sent).toEqual([0, 1, 9, 15, 30]);
  expect(handedOn).toEqual(sent.map(() => docId));
  expect(told).toEqual([0, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
});
