import type { NumberedDocument } from '#register/register.ts';
import type { Deps } from '#usecases/deps.ts';
import { createDocument } from '#usecases/drafting/create-document.ts';
import { approveDocument } from '#usecases/issuing/approve-document.ts';
import { issueDocument } from '#usecases/issuing/issue-document.ts';
import { submitDocument } from '#usecases/issuing/submit-document.ts';
import { letter, PEOPLE, plainRender } from './desk.ts';

/** Issues a letter of the city by the people of its office; its layout is not what is shown. */
export async function issueLetter(deps: Deps, subject: string): Promise<NumberedDocument> {
  const desk = { ...deps, render: plainRender };
  const { document } = await createDocument(desk, PEOPLE.drafter, { data: letter(subject) });
  const { docId } = document;
  const submitted = await submitDocument(desk, PEOPLE.drafter, { docId, seen: document });
  const seen = await approveDocument(desk, PEOPLE.signer, { docId, seen: submitted });
  return issueDocument(desk, PEOPLE.clerk, { docId, seen, signatureConfirmed: true });
}
