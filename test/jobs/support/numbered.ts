import type { NumberedDocument } from '#register/register.ts';
import type { Store } from '#store/store.ts';
import { StoreError } from '#store/store-error.ts';
import type { Deps } from '#usecases/deps.ts';
import { createDocument } from '#usecases/drafting/create-document.ts';
import { approveDocument } from '#usecases/issuing/approve-document.ts';
import { issueDocument } from '#usecases/issuing/issue-document.ts';
import { submitDocument } from '#usecases/issuing/submit-document.ts';
import { CITY, letter, PEOPLE } from '../../support/desk.ts';

/** Takes a letter of the city to the moment after its number. The bucket of issued files does not answer then. */
export async function numbered(deps: Deps, docId: string, subject = `Văn bản ${docId}`): Promise<NumberedDocument> {
  const seen = await approved(deps, docId, subject);
  const put: Store['put'] = async (key, bytes, options) => {
    if (key.startsWith('issued/')) throw new StoreError('unavailable', key);
    return deps.store.put(key, bytes, options);
  };
  const cutOff = { ...deps, store: { ...deps.store, put } };
  await issueDocument(cutOff, PEOPLE.clerk, { docId, seen, signatureConfirmed: true }).catch((error: unknown) => {
    if (!(error instanceof StoreError)) throw error;
  });
  return deps.register.getNumbered(CITY, docId);
}

/** Takes a letter of the city from draft to issued. */
export async function issued(deps: Deps, docId: string, subject = `Văn bản ${docId}`): Promise<NumberedDocument> {
  const seen = await approved(deps, docId, subject);
  return issueDocument(deps, PEOPLE.clerk, { docId, seen, signatureConfirmed: true });
}

async function approved(deps: Deps, docId: string, subject: string) {
  const { document } = await createDocument(deps, PEOPLE.drafter, { docId, data: letter(subject) });
  const submitted = await submitDocument(deps, PEOPLE.drafter, { docId, seen: document });
  return approveDocument(deps, { ...PEOPLE.signer, staffId: `signer-${CITY}` }, { docId, seen: submitted });
}
