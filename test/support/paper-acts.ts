import { createHash } from 'node:crypto';
import type { DocumentItem } from '#register/model/types.ts';
import type { Actor } from '#usecases/actor.ts';
import { bringInDocument } from '#usecases/bring-in/bring-in-document.ts';
import { bringInFile } from '#usecases/bring-in/bring-in-file.ts';
import { correctRecord } from '#usecases/bring-in/correct-record.ts';
import type { Deps } from '#usecases/deps.ts';
import { replaceFile } from '#usecases/files/replace-file.ts';
import { addSignedFile, SIGNED_FILE_ID } from '#usecases/issuing/add-signed-file.ts';
import { correctDocument } from '#usecases/issuing/correct-document.ts';
import { submitDocument } from '#usecases/issuing/submit-document.ts';
import { linkPredecessor } from '#usecases/mistakes/link-predecessor.ts';
import { registerDocument } from '#usecases/registering/register-document.ts';
import { restrictDocument } from '#usecases/sharing/restrict-document.ts';
import { receiveUpload } from '#usecases/uploads/receive-upload.ts';
import { startUpload } from '#usecases/uploads/start-upload.ts';
import { smallPdf } from './pdf.ts';

/** Request of someone about a document that they saw. */
export type Ask = (deps: Deps, actor: Actor, seen: DocumentItem) => Promise<unknown>;

/** The organ that was taken over, and its document. */
export const oldOrgan = (organ: string) => ({ organ: `cu-${organ}`, docId: 'van-ban-cu' });

/** Another document of the schedule, by its place. */
const other = (seen: DocumentItem, place: number) => seen.docId.replace(/^doc-\d+/, `doc-${place}`);

/** A letter of last year's book on paper. */
export const olderLetter = (codeNumber: number, docId?: string) => ({
  ...(docId !== undefined && { docId }),
  codeNumber,
  issuedDate: '2026-05-04' as const,
  content: {
    kind: 'record' as const,
    record: { typeCode: 'CongVan', codeNotation: 'UBND-HCC', subject: `việc cũ ${codeNumber}` },
  },
});

/** Uploads a PDF, as a person does before naming it. */
export async function uploaded(deps: Deps, actor: Actor, bytes: Uint8Array): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const contentType = 'application/pdf';
  const { uploadId } = await startUpload(deps, actor, { size: bytes.length, sha256, contentType });
  await receiveUpload(deps, actor, { uploadId, contentType, bytes });
  return uploadId;
}

/** Acts on paper, files and links; the rest stands in `act-schedule.ts`. */
export const PAPER_ASKS: Readonly<Record<string, Ask>> = {
  'submit-replacing': (deps, actor, seen) =>
    submitDocument(deps, actor, { docId: seen.docId, seen, replaces: [other(seen, 7)] }),
  register: (deps, actor, seen) =>
    registerDocument(deps, actor, {
      docId: seen.docId.replace('doc-', 'vao-so-'),
      typeCode: 'CongVan',
      subject: `việc khác ${seen.docId.slice(0, 5)}`,
      signerInfo: { position: 'Chủ tịch', fullName: 'Nguyễn Văn B' },
      draftingUnit: 'HCC',
      to: ['Sở Nội vụ'],
      restricted: true,
    }),
  'bring-in': (deps, actor, seen) => bringInDocument(deps, actor, olderLetter(1 + (seen.version % 3))),
  'correct-record': (deps, actor, seen) =>
    correctRecord(deps, actor, {
      docId: seen.docId,
      seen,
      record: { subject: `việc cũ sửa ${seen.version}` },
      reason: 'Gõ sai',
    }),
  'add-scan': (deps, actor, seen) => bringInFile(deps, actor, { docId: seen.docId, seen, bytes: smallPdf('scan') }),
  'add-signed': (deps, actor, seen) =>
    addSignedFile(deps, actor, { docId: seen.docId, seen, bytes: smallPdf('signed') }),
  'replace-file': async (deps, actor, seen) => {
    const uploadId = await uploaded(deps, actor, smallPdf(`again ${seen.version}`));
    await replaceFile(deps, actor, {
      docId: seen.docId,
      seen,
      fileId: SIGNED_FILE_ID,
      uploadId,
      reason: 'Thiếu trang',
    });
  },
  link: (deps, actor, seen) =>
    linkPredecessor(deps, actor, { docId: seen.docId, seen, to: oldOrgan(seen.organ), kind: 'amends' }),
  correct: (deps, actor, seen) => correctDocument(deps, actor, { docId: seen.docId, seen, by: other(seen, 4) }),
  restrict: (deps, actor, seen) =>
    restrictDocument(deps, actor, { docId: seen.docId, seen, restricted: seen.version % 2 === 0, reason: 'Đóng dấu' }),
};
