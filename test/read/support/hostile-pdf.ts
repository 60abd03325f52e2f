import { deflateSync } from 'node:zlib';

/** An object of a PDF: its dictionary or value, and the stream under it. */
interface PdfObject {
  readonly head: string;
  readonly stream?: Uint8Array | string;
}

const latin = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));

/** A PDF of objects made by hand, the first of them its catalog; numbers go from 1. */
export function pdfOfObjects(objects: readonly PdfObject[]): Uint8Array {
  const pieces: Uint8Array[] = [latin('%PDF-1.7\n')];
  const offsets: number[] = [];
  let length = pieces[0]!.length;
  const add = (piece: Uint8Array) => {
    pieces.push(piece);
    length += piece.length;
  };
  for (const [i, { head, stream }] of objects.entries()) {
    offsets.push(length);
    const bytes = typeof stream === 'string' ? latin(stream) : stream;
    add(latin(`${i + 1} 0 obj\n${bytes ? head.replace(/>>$/, `/Length ${bytes.length}>>`) : head}\n`));
    if (bytes) {
      add(latin('stream\n'));
      add(bytes);
      add(latin('\nendstream\n'));
    }
    add(latin('endobj\n'));
  }
  const start = length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  add(latin(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`));
  add(latin(`trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`));
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

const FONT = { head: '<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>' };
const packed = (text: string): PdfObject => ({ head: '<</Filter/FlateDecode>>', stream: deflateSync(latin(text)) });
const page = (contents: string, more = '') =>
  `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 4 0 R>>${more}>>/Contents ${contents}>>`;

/** A PDF of one page that draws what it is told. */
const onePage = (content: string, more = '', others: readonly PdfObject[] = []) =>
  pdfOfObjects([
    { head: '<</Type/Catalog/Pages 2 0 R>>' },
    { head: '<</Type/Pages/Kids[3 0 R]/Count 1>>' },
    { head: page('5 0 R', more) },
    FONT,
    packed(content),
    ...others,
  ]);

const times = (count: number, make: (i: number) => string) => Array.from({ length: count }, (_, i) => make(i)).join('');

/** PDFs made to fill memory or time, and what is said of them. */
export const hostilePdfs: ReadonlyArray<readonly [what: string, bytes: () => Uint8Array, said: RegExp]> = [
  ['a million lines drawn on a page', () => onePage('0 0 m 9 9 l S\n'.repeat(1_000_000)), /^PDF_|^ZIP_BOMB$/],
  ['thirty megabytes of one operator', () => onePage('q Q '.repeat(7_500_000)), /^PDF_|^ZIP_BOMB$/],
  [
    'the same word a hundred thousand times in one place',
    () => onePage(`BT /F 12 Tf ${'1 0 0 1 72 700 Tm (Nam) Tj '.repeat(100_000)}ET`),
    /^PDF_|^unknown$|^ZIP_BOMB$/,
  ],
  [
    'a hundred thousand words, each in a place of its own',
    () => onePage(`BT /F 4 Tf ${times(100_000, (i) => `1 0 0 1 ${i % 590} ${(i / 590) | 0} Tm (a${i}) Tj `)}ET`),
    /^PDF_|^unknown$|^ZIP_BOMB$/,
  ],
  [
    'a grid of twenty thousand lines',
    () =>
      onePage(
        `${times(10_000, (i) => `${i / 17} 0 m ${i / 17} 840 l S 0 ${i / 12} m 590 ${i / 12} l S\n`)}BT /F 12 Tf 72 700 Td (mot hai ba bon nam sau bay) Tj ET`,
      ),
    /^PDF_|^unknown$|^ZIP_BOMB$/,
  ],
  [
    'forms that draw forms ten times each',
    () =>
      onePage(
        '/X0 Do',
        `/XObject<<${times(9, (i) => `/X${i} ${6 + i} 0 R`)}>>`,
        Array.from({ length: 9 }, (_, i) => ({
          head: `<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F 4 0 R>>/XObject<</X${i + 1} ${7 + i} 0 R>>>>>>`,
          stream: i === 8 ? 'BT /F 12 Tf (a) Tj ET' : `/X${i + 1} Do `.repeat(10),
        })),
      ),
    /^PDF_|^unknown$|^ZIP_BOMB$/,
  ],
  [
    'a form that draws itself',
    () =>
      onePage('/X Do', '/XObject<</X 6 0 R>>', [
        {
          head: '<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>>>',
          stream: '/X Do /X Do',
        },
      ]),
    /^PDF_/,
  ],
  [
    'pages in a circle',
    () =>
      pdfOfObjects([
        { head: '<</Type/Catalog/Pages 2 0 R>>' },
        { head: '<</Type/Pages/Kids[3 0 R]/Count 400>>' },
        { head: '<</Type/Pages/Kids[2 0 R]/Count 400>>' },
      ]),
    /^PDF_/,
  ],
  [
    'arrays in arrays',
    () => pdfOfObjects([{ head: `<</Type/Catalog/A ${'['.repeat(200_000)}${']'.repeat(200_000)}>>` }]),
    /^PDF_/,
  ],
  [
    'a bomb among objects in a stream',
    () =>
      pdfOfObjects([
        { head: '<</Type/Catalog/Pages 2 0 R>>' },
        { head: '<</Type/Pages/Kids[]/Count 0>>' },
        {
          head: '<</Type/ObjStm/N 1/First 4/Filter/FlateDecode>>',
          stream: deflateSync(Buffer.alloc(200_000_000, ' ')),
        },
      ]),
    /^PDF_|^ZIP_BOMB$/,
  ],
  [
    'five megabytes of text between objects',
    () => latin(`%PDF-1.7\n${'x '.repeat(2_500_000)}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`),
    /^PDF_/,
  ],
  [
    'three hundred full pages',
    () =>
      pdfOfObjects([
        { head: '<</Type/Catalog/Pages 2 0 R>>' },
        { head: `<</Type/Pages/Kids[${times(300, (i) => `${i + 6} 0 R `)}]/Count 300>>` },
        { head: 'null' },
        FONT,
        packed(
          `BT /F 12 Tf 14 TL 72 780 Td ${'(Thuc hien nhiem vu cai cach hanh chinh nam 2026 tai phuong) Tj T* '.repeat(50)}ET`,
        ),
        ...Array.from({ length: 300 }, () => ({ head: page('5 0 R') })),
      ]),
    /^unknown$/,
  ],
];
