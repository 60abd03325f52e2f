import { expect, test } from 'vitest';
import { signersOf } from '#usecases/uploads/pdf-signature.ts';
import { smallPdf } from '../support/pdf.ts';
import { certificateOf, signedPdf } from '../support/signed-pdf.ts';

test('reads the name of a signature from its certificate, before what the signature says', async () => {
  const certificate = await certificateOf('Nguyễn Văn An');
  const cms = Buffer.concat([Buffer.from([0x30, 0x82, 0xff, 0xff, 0x30, 0x82]), certificate, Buffer.alloc(64)]);
  expect(signersOf(signedPdf(cms, 'Ai khác'))).toEqual(['Nguyễn Văn An']);
});

test('takes what the signature says where no certificate is read, and its blank where it says nothing', () => {
  expect(signersOf(signedPdf(Buffer.alloc(32, 7), 'Trần Thị Bình'))).toEqual(['Trần Thị Bình']);
  expect(signersOf(signedPdf(Buffer.alloc(32, 7)))).toEqual(['']);
});

test('finds no signature where there is none, nor in a text that speaks of one', () => {
  expect(signersOf(smallPdf())).toEqual([]);
  expect(signersOf(Buffer.from('%PDF-1.7 /ByteRange [0 5 10 20] <zz>'))).toEqual([]);
  expect(signersOf(Buffer.from('%PDF-1.7 /ByteRange [0 0 9999999999 1]'))).toEqual([]);
  expect(signersOf(new Uint8Array())).toEqual([]);
});
