import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { pdfHazards } from '#pdf/pdf-hazards.ts';
import { readPageText } from '#pdf/text/read-page-text.ts';
import { PROBLEMS } from '#present/problems/problem-texts.ts';
import { smallPdf } from '../support/pdf.ts';

const latin = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));

/** A PDF of one page with an object more, in plain objects or in compressed ones. */
async function withObject(object: object, useObjectStreams = false): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.addPage([200, 200]);
  const { context } = pdf;
  // biome-ignore lint/suspicious/noExplicitAny: literals of PDF have no type of their own
  pdf.catalog.set(PDFName.of('OpenAction'), context.register(context.obj(object as any)));
  return pdf.save({ useObjectStreams });
}

describe('a PDF that acts', () => {
  test.each([
    ['javascript', { S: 'JavaScript', JS: PDFString.of('app.alert(1)') }],
    ['launch', { S: 'Launch', F: PDFString.of('cmd.exe') }],
    ['submit-form', { S: 'SubmitForm', F: PDFString.of('http://x') }],
    ['import-data', { S: 'ImportData', F: PDFString.of('x.fdf') }],
    ['embedded-file', { Type: 'Filespec', EF: { F: PDFString.of('x') } }],
    ['embedded-file', { Names: { EmbeddedFiles: { Names: [] } } }],
  ])('is told: %s, in an object and in a compressed one', async (hazard, object) => {
    expect(await pdfHazards(await withObject(object))).toEqual([hazard]);
    expect(await pdfHazards(await withObject(object, true))).toEqual([hazard]);
  });

  test('is told where its name is escaped, or it stands in no revision of now', async () => {
    const small = new TextDecoder().decode(smallPdf());
    const acting = (name: string) => small.replace('xref\n', `3 0 obj<</S/${name}/JS(x)>>endobj\nxref\n`);
    expect(await pdfHazards(latin(acting('J#61vaScript')))).toEqual(['javascript']);
    expect(await pdfHazards(latin(acting('Launch').replace('/JS(x)', '')))).toEqual(['launch']);
  });

  const action = '<< /S /Launch /F (cmd.exe) >>';
  test.each<[where: string, objects: string, hazard?: string]>([
    ['its type stands in an object of its own', '5 0 obj\n<< /S 6 0 R >>\nendobj\n6 0 obj\n/Launch\nendobj\n'],
    ['it is the first of two with one number', `5 0 obj\n${action}\nendobj\n5 0 obj\n<<>>\nendobj\n`],
    ['it stands within a stream', `5 0 obj\n<< /Length 60 >>\nstream\n6 0 obj ${action} endobj\nendstream\nendobj\n`],
    ['it stands in a string, where a table of places may point', `5 0 obj\n(6 0 obj ${action} endobj)\nendobj\n`],
    ['a comment stands within', '5 0 obj\n(<< /S% x\n/#4caunch >>)\nendobj\n'],
    ['it is a form that is a program', '5 0 obj\n<< /XFA 6 0 R >>\nendobj\n', 'javascript'],
    [
      'a file is in the first of two',
      '5 0 obj\n<< /EF << /F 7 0 R >> >>\nendobj\n5 0 obj\n<<>>\nendobj\n',
      'embedded-file',
    ],
  ])('is told where %s', async (_, objects, hazard = 'launch') => {
    const small = new TextDecoder().decode(smallPdf());
    expect(await pdfHazards(latin(small.replace('xref\n', `${objects}xref\n`)))).toEqual([hazard]);
  });

  test('is told in several ways at once, in Vietnamese', async () => {
    const found = await pdfHazards(await withObject({ S: 'Launch', Next: { S: 'JavaScript', JS: PDFString.of('x') } }));
    expect(found).toEqual(['javascript', 'launch']);
    expect(PROBLEMS['pdf-unsafe'].detail({ hazards: found.join(' ') })).toMatch(
      /^Tệp PDF này có mã JavaScript, có lệnh chạy chương trình, nên không nhận/,
    );
  });
});

describe('a PDF that is read and no more', () => {
  test.each([
    ['goes to a page of its own', { S: 'GoTo', D: [] }],
    ['names an address', { S: 'URI', URI: PDFString.of('https://chinhphu.vn') }],
    ['speaks of JavaScript', { Title: PDFString.of('/JavaScript /Launch'), K: 'Launch' }],
  ])('passes where it %s', async (_, object) => {
    expect(await pdfHazards(await withObject(object))).toEqual([]);
    expect(await pdfHazards(await withObject(object, true))).toEqual([]);
  });

  test('passes as small as it may be', async () => {
    expect(await pdfHazards(smallPdf())).toEqual([]);
  });
});

test('what cannot be looked into is a hazard itself', async () => {
  const pdf = await PDFDocument.create();
  pdf.addPage([200, 200]);
  pdf.encrypt({ userPassword: 'bí mật', ownerPassword: 'x' });
  expect(await pdfHazards(await pdf.save())).toEqual(['encrypted']);
  expect(await pdfHazards(latin('no PDF at all'))).toEqual(['unreadable']);
});

/** Shapes over which the parser goes again from every byte: 60 kB of them took it 2 to 60 s. */
test.each([
  ['comments between objects', '/S%'.repeat(20_000)],
  ['comments behind a value', `5 0 obj\n/X\n${'/S%'.repeat(20_000)}\nendobj\n`],
  ['digits', '1'.repeat(60_000)],
  ['blanks', `${' '.repeat(6000)}x`.repeat(10)],
  ['streams in a stream', `${'5 0 obj\n<<>>\nstream\n'.repeat(3000)}${'endstream\n'.repeat(2000)}`],
  ['streams without an end', '5 0 obj\n<<>>\nstream\n'.repeat(3000)],
  ['dictionaries without an end', '5 0 obj\n<< /A '.repeat(4000)],
  ['strings without an end', '5 0 obj (((('.repeat(4500)],
])('a file that a parser would look through again and again is not parsed: %s', async (_, junk) => {
  const bytes = latin(new TextDecoder().decode(smallPdf()).replace('xref\n', `${junk}\nxref\n`));
  const from = performance.now();
  expect(await pdfHazards(bytes)).toEqual(['unreadable']);
  expect(performance.now() - from).toBeLessThan(500);
  await expect(readPageText(bytes)).rejects.toThrow('damaged');
});

test('comments, zeros of a signature and blanks as programs write them are read', async () => {
  const usual = [
    `${'% made by a program\n'.repeat(2000)}`,
    `5 0 obj\n<< /Contents <${'0'.repeat(60_000)}> >>\nendobj\n`,
    `6 0 obj\n<< /Length 60000 >>\nstream\n${'1%'.repeat(30_000)}\nendstream\nendobj\n`,
    `7 0 obj\n(x)${' '.repeat(3000)}\nendobj\n`,
    ...Array.from({ length: 3000 }, (_, i) => `${i + 10} 0 obj\n<< /A ${i} >>\nendobj\n`),
  ].join('');
  expect(await pdfHazards(latin(new TextDecoder().decode(smallPdf()).replace('xref\n', `${usual}xref\n`)))).toEqual([]);
});
