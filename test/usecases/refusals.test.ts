import { afterAll, beforeAll, expect, test } from 'vitest';
import { DOCX } from '#base/content-types.ts';
import { PdfError } from '#pdf/pdf-error.ts';
import { documentKey } from '#register/table/keys/document-keys.ts';
import { profileKey } from '#register/table/keys/organ-keys.ts';
import { rowKey } from '#register/table/keys/row-keys.ts';
import { counterKey } from '#register/table/keys/series-keys.ts';
import { bringInDocument } from '#usecases/bring-in/bring-in-document.ts';
import { copyDocument } from '#usecases/drafting/copy-document.ts';
import { addSignedFile } from '#usecases/issuing/add-signed-file.ts';
import { putProfile } from '#usecases/organs/put-profile.ts';
import { getPdfCopy } from '#usecases/pdf-copies/get-pdf-copy.ts';
import { readProfiles } from '#usecases/profiles.ts';
import { startUpload } from '#usecases/uploads/start-upload.ts';
import { CITY, type Desk, exampleProfiles, openDesk, PEOPLE, plainRender } from '../support/desk.ts';

// What use cases refuse that no story meets, each by its code.

const { clerk, drafter } = PEOPLE;
const admin = { organ: CITY, staffId: 'an-admin', roles: ['admin'] } as const;
let desk: Desk;
beforeAll(async () => {
  const render: typeof plainRender = async (request) =>
    (await plainRender(request)).map((file) => ({ ...file, contentType: DOCX }));
  desk = await openDesk((deps) => ({ ...deps, render }));
});
afterAll(() => desk.stop());

test('a profile that is none is refused with every finding, one that reaches into the next by its days', async () => {
  const own = (await exampleProfiles()).find(({ organId }) => organId === CITY);
  const wrong = { ...own, series: [], signers: 'x' };
  await expect(putProfile(desk.deps, admin, { profile: wrong, rev: null })).rejects.toMatchObject({
    code: 'profile-invalid',
    findings: expect.arrayContaining([expect.objectContaining({ severity: 'error' })]),
  });
  const before = { ...own, validFrom: '2001-01-01', validTo: '2099-12-31' };
  await expect(putProfile(desk.deps, admin, { profile: before, rev: null })).rejects.toMatchObject({
    code: 'profile-overlap',
  });
});

test('a stored profile that no schema reads stops who needs it', async () => {
  const [profile] = await desk.deps.register.listProfiles('phuong-binh-long');
  await desk.table.change(profileKey('phuong-binh-long', profile?.validFrom ?? ''), { profile: '{"schema":"x"}' });
  await expect(readProfiles(desk.deps, 'phuong-binh-long')).rejects.toMatchObject({ code: 'broken-profile' });
});

test('a paper record has no data to begin a draft with', async () => {
  const record = { typeCode: 'CongVan', codeNotation: 'UBND-HCC', subject: 'việc cũ' };
  const input = { codeNumber: 3, issuedDate: '2025-03-04', content: { kind: 'record', record } } as const;
  const { document } = await bringInDocument(desk.deps, clerk, input);
  const copied = copyDocument(desk.deps, drafter, { docId: document.docId });
  await expect(copied).rejects.toMatchObject({ code: 'no-data' });
});

test('an upload is refused by its size before a byte of it is sent', async () => {
  const input = { size: 10 ** 9, sha256: 'ab'.repeat(32), contentType: DOCX } as const;
  await expect(startUpload(desk.deps, clerk, input)).rejects.toMatchObject({ code: 'upload-too-large' });
});

test('a signed file that is no PDF, and a copy that the converter does not make', async () => {
  const { document, row } = await desk.issued('Văn bản có tệp');
  const { docId } = document;
  const signed = addSignedFile(desk.deps, clerk, { docId, seen: document, bytes: Buffer.from('không phải PDF') });
  await expect(signed).rejects.toMatchObject({ code: 'not-a-pdf' });
  const ref = { organ: CITY, docId, fileId: row.files[0]?.fileId ?? '' };
  const ensure = () => Promise.reject(new PdfError('failed'));
  const copy = getPdfCopy(desk.deps, clerk, ref, { ensure, dispositionOf: () => 'attachment' });
  await expect(copy).rejects.toMatchObject({ code: 'pdf-failed' });
});

test('an approved document whose frozen blob nobody knows is not issued', async () => {
  const approved = await desk.approved('Văn bản mất bản đông cứng');
  await desk.table.change(documentKey(CITY, approved.docId), {}, ['frozen']);
  await expect(desk.issue(approved)).rejects.toMatchObject({ code: 'broken-blob' });
  await desk.table.change(documentKey(CITY, approved.docId), { frozen: approved.frozen });
});

test('verify tells a line below the start of its series, and one brought in among our own numbers', async () => {
  const { row } = await desk.issued('Văn bản của ta');
  const { codeNumber, year, series } = row;
  const key = rowKey(CITY, year, series, codeNumber);
  const codes = async () => (await desk.verify()).map(({ code }) => code);
  await desk.table.change(key, { broughtIn: true });
  expect(await codes()).toContain('brought-in-within');
  await desk.table.change(key, {}, ['broughtIn']);
  await desk.table.change(counterKey(CITY, year, series), { start: codeNumber + 1 });
  expect(await codes()).toContain('row-below-start');
});
