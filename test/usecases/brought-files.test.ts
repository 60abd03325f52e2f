import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DocumentItem } from '#register/model/types.ts';
import type { Deps } from '#usecases/deps.ts';
import { replaceFile } from '#usecases/files/replace-file.ts';
import { addSignedFile } from '#usecases/issuing/add-signed-file.ts';
import { repair } from '#usecases/upkeep/repair.ts';
import { type Desk, openDesk, PEOPLE } from '../support/desk.ts';
import { uploaded } from '../support/paper-acts.ts';
import { smallPdf } from '../support/pdf.ts';
import { certificateOf, signedPdf } from '../support/signed-pdf.ts';

const { clerk } = PEOPLE;
const REASON = 'Quét thiếu trang 3, “bản đúng” ở tủ 2';
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

/** The desk whose acts on files die after the bytes are kept. */
function dying(): Deps {
  const die = () => Promise.reject(new Error('power cut'));
  return { ...desk.deps, register: { ...desk.deps.register, addSigned: die, replaceFile: die } };
}

const add = (deps: Deps, seen: DocumentItem, bytes: Uint8Array, isScan = true) =>
  addSignedFile(deps, clerk, { docId: seen.docId, seen, bytes, isScan });

async function replace(deps: Deps, seen: DocumentItem, fileId: string, bytes: Uint8Array) {
  const uploadId = await uploaded(desk.deps, clerk, bytes);
  return replaceFile(deps, clerk, { docId: seen.docId, seen, fileId, uploadId, reason: REASON, isScan: true });
}

const signedFiles = async (docId: string) => {
  const { row } = await desk.deps.register.getNumbered(PEOPLE.clerk.organ, docId);
  return row.files.filter(({ role }) => role === 'signed').map(({ key: _, ...file }) => file);
};
const repaired = async () => (await repair(desk.deps, desk.inspection)).map(({ what }) => what);

describe('a file whose act was cut off after its bytes were kept', () => {
  test('takes the place of the wrong one in a repair, with the clerk’s reason and its legal kind', async () => {
    const { document } = await desk.issued('thay tệp bị ngắt');
    const added = await add(desk.deps, document, smallPdf('thiếu'));
    await expect(replace(dying(), added.document, 'signed-1', smallPdf('đủ'))).rejects.toThrow('power cut');
    expect(await desk.verify()).toMatchObject([{ code: 'file-without-row' }]);
    expect(await repaired()).toEqual(['file-adopted']);
    expect(await signedFiles(document.docId)).toMatchObject([
      { fileId: 'signed-1', supersededBy: 'signed-2', reason: REASON },
      { fileId: 'signed-2', legal: 'scan-of-original' },
    ]);
    expect([await desk.verify(), await repaired()]).toEqual([[], []]);
  });

  test('is an electronic original after a repair, by its signature', async () => {
    const { document } = await desk.issued('bản gốc bị ngắt');
    const pdf = signedPdf(await certificateOf('Nguyễn Văn An'));
    await expect(add(dying(), document, pdf, false)).rejects.toThrow('power cut');
    expect(await repaired()).toEqual(['file-adopted']);
    expect(await signedFiles(document.docId)).toMatchObject([
      { fileId: 'signed-1', legal: 'electronic-original', signedBy: ['Nguyễn Văn An'] },
    ]);
  });

  test('is the file where the clerk brings it again, and is none where the clerk brings another', async () => {
    const [same, other] = [await desk.issued('mang lại'), await desk.issued('mang tệp khác')];
    for (const { document } of [same, other]) {
      await expect(add(dying(), document, smallPdf('một'))).rejects.toThrow('power cut');
    }
    await add(desk.deps, same.document, smallPdf('một'));
    expect(await signedFiles(same.document.docId)).toMatchObject([{ fileId: 'signed-1' }]);
    await add(desk.deps, other.document, smallPdf('hai trang khác'));
    const [file] = await signedFiles(other.document.docId);
    expect(file).toMatchObject({ fileId: 'signed-2', size: smallPdf('hai trang khác').length });
    expect([await desk.verify(), await repaired()]).toEqual([[], []]);
  });
});

test('of two clerks who replace a file at once one does, with the file and the reason that are theirs', async () => {
  const { document } = await desk.issued('hai văn thư');
  const added = await add(desk.deps, document, smallPdf('sai'));
  const mine = [smallPdf('của người thứ nhất'), smallPdf('của người thứ hai, dài hơn')];
  const answers = await Promise.allSettled(mine.map((bytes) => replace(desk.deps, added.document, 'signed-1', bytes)));
  const winner = answers.findIndex(({ status }) => status === 'fulfilled');
  expect(answers.filter(({ status }) => status === 'rejected')).toMatchObject([
    { reason: { code: expect.stringMatching(/^(stale|not-replaceable)$/) } },
  ]);
  expect((await signedFiles(document.docId)).at(-1)).toMatchObject({ size: mine[winner]?.length });
  expect([await desk.verify(), await repaired()]).toEqual([[], []]);
});
