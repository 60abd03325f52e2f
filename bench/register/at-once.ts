import type { DocumentItem } from '#register/model/types.ts';
import type { NumberedDocument } from '#register/register.ts';
import { renderDocument } from '#render/render.ts';
import type { Deps } from '#usecases/deps.ts';
import { createDocument } from '#usecases/drafting/create-document.ts';
import { inParallel } from '#usecases/in-parallel.ts';
import { approveDocument } from '#usecases/issuing/approve-document.ts';
import { issueDocument } from '#usecases/issuing/issue-document.ts';
import { submitDocument } from '#usecases/issuing/submit-document.ts';
import { putProfile } from '#usecases/organs/put-profile.ts';
import { type Desk, exampleProfiles, letter, openDesk } from '../../test/support/desk.ts';
import type { Part } from './part.ts';

const ISSUES = 500;
const SERIES = 95;
const WARM_UP = 50;

/** Many issues at the same moment, whole: trial rendering, number, files on disk, words, issued. */
export const atOnce: Part = {
  title: 'Issues at once',
  run: async (say) => {
    const lines = ['| what | issues | s | numbers |', '| --- | --- | --- | --- |'];
    for (const [what, organs] of [
      ['one series', ['organ-0']],
      [`${SERIES} series at once`, Array.from({ length: SERIES }, (_, n) => `organ-${n}`)],
    ] as const) {
      const { seconds, numbersOnly, verdict } = await measure(organs);
      lines.push(`| number only, ${what} | ${ISSUES} | ${numbersOnly.toFixed(2)} | ${verdict} |`);
      lines.push(`| whole issue with rendering and files, ${what} | ${ISSUES} | ${seconds.toFixed(2)} | ${verdict} |`);
      say(lines.slice(-2).join('\n'));
    }
    lines.push(
      '',
      `All asked for at one moment in one process, after ${WARM_UP} of another organ to warm up; what is answered is on disk.`,
    );
    return lines;
  },
};

async function measure(organs: readonly string[]) {
  const desk = await openDesk((deps) => ({ ...deps, render: renderDocument }));
  try {
    const { deps } = desk;
    for (const organ of ['warm-up', ...organs]) await openOrgan(deps, organ);
    const before = await approveAll(deps, ['warm-up'], WARM_UP);
    await Promise.all(before.map((document) => issue(deps, document)));
    const first = await approveAll(deps, organs);
    const startedMs = performance.now();
    await Promise.all(first.map((document) => giveNumber(desk, document)));
    const numbersOnly = (performance.now() - startedMs) / 1000;
    const second = await approveAll(deps, organs);
    const againMs = performance.now();
    const found = await Promise.all(second.map((document) => issue(deps, document)));
    const seconds = (performance.now() - againMs) / 1000;
    return { seconds, numbersOnly, verdict: verdictOf(found, organs.length) };
  } finally {
    await desk.stop();
  }
}

/** Half of the numbers were given before: what comes next is the second half, once each. */
function verdictOf(found: readonly NumberedDocument[], series: number): string {
  const names = new Set(found.map(({ row }) => `${row.organ} ${row.codeNumber}`));
  const most = Math.ceil(ISSUES / series) * 2;
  const isWhole = names.size === ISSUES && found.every(({ row }) => row.codeNumber <= most);
  if (!isWhole) process.exitCode = 1;
  return isWhole ? 'all, once each, no gap' : 'WRONG';
}

async function openOrgan(deps: Deps, organ: string): Promise<void> {
  const profile = (await exampleProfiles()).find(({ validFrom }) => validFrom === '2026-04-30');
  const admin = { organ, staffId: 'an-admin', roles: ['admin'] } as const;
  await putProfile(deps, admin, { profile: { ...profile, organId: organ }, rev: null });
}

function approveAll(deps: Deps, organs: readonly string[], count = ISSUES): Promise<DocumentItem[]> {
  const numbers = Array.from({ length: count }, (_, n) => n);
  return inParallel(numbers, 8, async (n) => {
    const organ = organs[n % organs.length] ?? '';
    const who = <R extends 'drafter' | 'signer'>(role: R) => ({ organ, staffId: `a-${role}`, roles: [role] }) as const;
    const data = letter(`phối hợp kiểm tra đợt ${n}`, organ);
    const { document } = await createDocument(deps, who('drafter'), { data });
    const { docId } = document;
    const submitted = await submitDocument(deps, who('drafter'), { docId, seen: document });
    return approveDocument(deps, who('signer'), { docId, seen: submitted });
  });
}

function issue(deps: Deps, { organ, docId, version, rev }: DocumentItem): Promise<NumberedDocument> {
  const clerk = { organ, staffId: 'a-clerk', roles: ['clerk'] } as const;
  return issueDocument(deps, clerk, { docId, seen: { version, rev }, signatureConfirmed: true });
}

function giveNumber({ deps, calendar }: Desk, document: DocumentItem) {
  const { contentHash = '' } = document;
  return deps.register.issueNumber({
    document,
    contentHash,
    actor: 'a-clerk',
    clock: calendar.clock,
  });
}
