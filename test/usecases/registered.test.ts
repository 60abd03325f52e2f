import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { auditKey, documentKey } from '#register/table/keys/document-keys.ts';
import { rowKey } from '#register/table/keys/row-keys.ts';
import { END_OF_TIME, recoverIssues } from '#usecases/issuing/recover-issues.ts';
import { type RegisterInput, registerDocument } from '#usecases/registering/register-document.ts';
import { repair } from '#usecases/upkeep/repair.ts';
import { receiveUpload } from '#usecases/uploads/receive-upload.ts';
import { startUpload } from '#usecases/uploads/start-upload.ts';
import { CITY, type Desk, openDesk, PEOPLE } from '../support/desk.ts';
import { smallPdf } from '../support/pdf.ts';

const { clerk } = PEOPLE;
let desk: Desk;
let storeIsDown: boolean;
beforeEach(async () => {
  storeIsDown = false;
  desk = await openDesk((deps) => ({
    ...deps,
    store: {
      ...deps.store,
      put: (key, bytes, options) => {
        if (storeIsDown && key.startsWith('issued/')) return Promise.reject(new Error('the store is down'));
        return deps.store.put(key, bytes, options);
      },
    },
  }));
});
afterEach(() => desk.stop());

const input: RegisterInput = {
  docId: 'soan-ngoai-1',
  typeCode: 'CongVan',
  draftingUnit: 'HCC',
  subject: 'việc soạn ngoài',
  signerInfo: { position: 'Phó Chủ tịch', fullName: 'Trần Văn B' },
  to: ['Sở Nội vụ'],
};

async function withFile(): Promise<RegisterInput> {
  const bytes = smallPdf();
  const contentType = 'application/pdf';
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { uploadId } = await startUpload(desk.deps, clerk, { size: bytes.length, sha256, contentType });
  await receiveUpload(desk.deps, clerk, { uploadId, contentType, bytes });
  return { ...input, uploadId };
}

test('recovery copies the file of a registration that a crash left with its number alone', async () => {
  storeIsDown = true;
  await expect(registerDocument(desk.deps, clerk, await withFile())).rejects.toThrow('the store is down');
  expect((await desk.deps.register.getDocument(CITY, 'soan-ngoai-1')).state).toBe('numbered');
  storeIsDown = false;
  const { finished } = await recoverIssues(desk.deps, END_OF_TIME);
  expect(finished.map(({ docId }) => docId)).toEqual(['soan-ngoai-1']);
  const { row } = await desk.deps.register.getNumbered(CITY, 'soan-ngoai-1');
  expect(row.files).toMatchObject([{ role: 'given', size: smallPdf().length }]);
  expect(await desk.verify()).toEqual([]);
});

test('a registered document that the table has lost comes back from its file', async () => {
  const { row } = await registerDocument(desk.deps, clerk, await withFile());
  desk.table.remove(rowKey(CITY, 2026, 'cong-van', row.codeNumber));
  for (const key of [documentKey(CITY, row.docId), auditKey(CITY, row.docId, 1), auditKey(CITY, row.docId, 2)])
    desk.table.remove(key);
  await repair(desk.deps, desk.inspection);
  const again = await desk.deps.register.getNumbered(CITY, row.docId);
  expect(again.row).toMatchObject({ symbol: row.symbol, subject: input.subject, registered: true, files: row.files });
});

test('verify tells of a registered document that lost its file, and of one that never had any says nothing', async () => {
  const { row } = await registerDocument(desk.deps, clerk, await withFile());
  await registerDocument(desk.deps, clerk, { ...input, docId: 'soan-ngoai-2', subject: 'việc khác' });
  expect(await desk.verify()).toEqual([]);
  await desk.table.change(rowKey(CITY, 2026, 'cong-van', row.codeNumber), { files: [] });
  expect((await desk.verify()).map(({ code }) => code)).toContain('no-file');
});
