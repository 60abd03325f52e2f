import { PDF } from '#base/content-types.ts';
import type { NumberedDocument } from '#register/register.ts';
import type { Deps } from '../deps.ts';
import { fileIdOf, putIssuedFiles } from '../issuing/issued-files.ts';
import { givenKey, readRegistered } from './registered-document.ts';

/** Last part of the key of a given file: there is one at most. */
export const GIVEN_FILE_ID = 'given-1';

/** Copies the file that came with a registration, if any, and declares the document issued; as often as wanted, by anyone. */
export async function finishRegistration(
  deps: Deps,
  { document, row }: NumberedDocument,
  actor: string,
): Promise<NumberedDocument> {
  const { organ, docId, codeNumber, issuedDate, symbol, contentHash = '' } = row;
  const { file } = await readRegistered(deps, document);
  const owner = { organ, docId, contentHash, codeNumber, issuedDate };
  const given = file && {
    role: 'given' as const,
    fileId: fileIdOf({ fileId: GIVEN_FILE_ID }, document),
    fileName: `${symbol.replaceAll('/', '-')}.${file.contentType === PDF ? 'pdf' : 'docx'}`,
    contentType: file.contentType,
    bytes: (await deps.store.get(givenKey(organ, docId, file.sha256), { expectSha256: file.sha256 })).bytes,
  };
  const stored = given ? await putIssuedFiles(deps, owner, [given]) : [];
  const { legal, signedBy } = file ?? {};
  const files = stored.map((one) => ({ ...one, ...(legal && { legal }), ...(signedBy && { signedBy }) }));
  return deps.register.completeIssue({
    organ,
    docId,
    files,
    actor,
    at: deps.clock.now(),
    numbered: { document, row },
  });
}
