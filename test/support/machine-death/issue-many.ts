import { writeSync } from 'node:fs';
import { openStack } from '#local/target/open-stack.ts';
import { createDocument } from '#usecases/drafting/create-document.ts';
import { approveDocument } from '#usecases/issuing/approve-document.ts';
import { issueDocument } from '#usecases/issuing/issue-document.ts';
import { submitDocument } from '#usecases/issuing/submit-document.ts';
import { putProfile } from '#usecases/organs/put-profile.ts';
import { CITY, exampleProfiles, letter, PEOPLE, plainRender } from '../desk.ts';

// What is traced: letters on their way to a number, three at once; each answer is printed before the next is asked for.
const [dir = '', count = '6'] = process.argv.slice(2);
const stack = await openStack({ dir });
const deps = { ...stack.deps, render: plainRender };
for (const profile of await exampleProfiles()) {
  if (profile.organId !== CITY) continue;
  await putProfile(deps, { organ: CITY, staffId: 'an-admin', roles: ['admin'] }, { profile, rev: null });
}
const { drafter, signer, clerk } = PEOPLE;
let next = 0;
const work = async () => {
  while (next < Number(count)) {
    const docId = `d-${next++}`;
    const { document } = await createDocument(deps, drafter, { docId, data: letter(`Việc ${docId}`) });
    const submitted = await submitDocument(deps, drafter, { docId, seen: document });
    const seen = await approveDocument(deps, signer, { docId, seen: submitted });
    const { row } = await issueDocument(deps, clerk, { docId, seen, signatureConfirmed: true });
    writeSync(1, `${docId} ${row.codeNumber}\n`);
  }
};
await Promise.all([work(), work(), work()]);
await stack.close();
