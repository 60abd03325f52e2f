import { randomBytes } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readErrorText } from '#present/reading/read-problem-texts.ts';
import { ReadError } from '#read/problems/read-error.ts';
import { readDocx } from '#read/read-docx.ts';
import { docxParts, makeDocx, p, tbl, zipDocx } from './support/make-docx.ts';

const good = docxParts({ body: p('Văn bản') });
const withDocument = (text: string) => zipDocx({ ...good, 'word/document.xml': text });

/** Text that deflates as little as texts do. */
const noise = (length: number) => randomBytes(length).toString('base64').slice(0, length);

const DIRECTORY = 0x02014b50;
/** Place of a part's size in its entry. */
const SIZE = 24;

/** Writes a 32-bit or 16-bit number into each directory entry or local header of a zip. */
function patched(zip: Uint8Array, signature: number, at: number, value: number, bytes: 2 | 4): Uint8Array {
  const copy = zip.slice();
  const view = new DataView(copy.buffer);
  for (let i = 0; i < copy.length - 4; i++) {
    if (view.getUint32(i, true) !== signature || (at === SIZE && view.getUint32(i + SIZE, true) < 100_000)) continue;
    if (bytes === 4) view.setUint32(i + at, value, true);
    else view.setUint16(i + at, value, true);
  }
  return copy;
}

function duplicated(): Uint8Array {
  const zip = zipDocx({ ...good, 'word/documenu.xml': 'x' });
  const name = new TextEncoder().encode('word/documenu.xml');
  for (let i = 0; i < zip.length; i++) {
    if (name.every((byte, k) => zip[i + k] === byte)) zip[i + 'word/documen'.length] = 't'.charCodeAt(0);
  }
  return zip;
}

const refused: [what: string, bytes: () => Uint8Array, code: string][] = [
  ['an empty file', () => new Uint8Array(), 'EMPTY_FILE'],
  [
    'a file above the bound',
    () => zipSync({ 'word/document.xml': [randomBytes(53_000_000), { level: 0 }] }),
    'FILE_TOO_LARGE',
  ],
  ['a presentation', () => zipSync({ 'ppt/presentation.xml': strToU8('<a/>') }), 'PPTX_FILE'],
  ['a binary .doc', () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0), 'OLD_WORD_FILE'],
  [
    'a file with a password',
    () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, ...[...'EncryptedPackage'].flatMap((c) => [c.charCodeAt(0), 0])),
    'ENCRYPTED_FILE',
  ],
  ['HTML under a .doc name', () => strToU8('\ufeff<html xmlns:w="urn"><body>Công văn</body></html>'), 'HTML_FILE'],
  ['RTF', () => strToU8('{\\rtf1\\ansi Cong van}'), 'RTF_FILE'],
  ['a PDF', () => strToU8('%PDF-1.7\n'), 'PDF_FILE'],
  ['plain text', () => strToU8('Công văn'), 'NOT_WORD'],
  ['a workbook', () => zipSync({ 'xl/workbook.xml': strToU8('<a/>') }), 'XLSX_FILE'],
  ['an OpenDocument', () => zipSync({ mimetype: strToU8('x'), 'content.xml': strToU8('<a/>') }), 'ODT_FILE'],
  ['a cut zip', () => zipDocx(good).slice(0, 400), 'ZIP_DAMAGED'],
  ['a part above the bound', () => withDocument(`<w:document>${' '.repeat(45_000_000)}</w:document>`), 'ZIP_BOMB'],
  [
    'a part that says it is small and is not',
    () => patched(withDocument(`<a>${'x'.repeat(3_000_000)}</a>`), DIRECTORY, SIZE, 1000, 4),
    'ZIP_BOMB',
  ],
  ['an encrypted part', () => patched(zipDocx(good), DIRECTORY, 8, 1, 2), 'ZIP_ENCRYPTED'],
  ['two parts of one name', duplicated, 'ZIP_DUPLICATE_NAME'],
  ['parts that share bytes', () => patched(zipDocx(good), DIRECTORY, 42, 0, 4), 'ZIP_DAMAGED'],
  [
    'a part that reaches into the next one',
    () => {
      const zip = zipDocx(good);
      const view = new DataView(zip.buffer);
      const at = view.getUint32(zip.length - 6, true);
      view.setUint32(at + 20, view.getUint32(at + 20, true) + 40, true);
      return zip;
    },
    'ZIP_OVERLAPPING',
  ],
  ['a name that leaves the package', () => zipDocx({ ...good, '../../etc/x': 'x' }), 'ZIP_UNSAFE_NAME'],
  [
    'too many parts',
    () => zipDocx({ ...good, ...Object.fromEntries(Array.from({ length: 4100 }, (_, i) => [`word/media/${i}`, 'x'])) }),
    'ZIP_TOO_MANY_ENTRIES',
  ],
  ['a DOCTYPE', () => withDocument('<!DOCTYPE a [<!ENTITY b "c">]><w:document/>'), 'XML_DOCTYPE'],
  ['an entity', () => withDocument('<w:document>&lol;</w:document>'), 'XML_ENTITY'],
  ['nesting without end', () => withDocument('<a>'.repeat(100_000)), 'XML_TOO_DEEP'],
  ['a huge attribute', () => withDocument(`<a b="${'x'.repeat(70_000)}"/>`), 'XML_ATTRIBUTE_TOO_LONG'],
  ['a huge comment', () => withDocument(`<w:document><!--${noise(70_000)}--></w:document>`), 'XML_TOKEN_TOO_LONG'],
  ['a huge CDATA', () => withDocument(`<w:document><![CDATA[${noise(70_000)}]]></w:document>`), 'XML_TOKEN_TOO_LONG'],
  ['a huge text', () => withDocument(`<w:document>${noise(70_000)}</w:document>`), 'XML_TOKEN_TOO_LONG'],
  ['a huge instruction', () => withDocument(`<w:document><?a ${noise(70_000)}?></w:document>`), 'XML_TOKEN_TOO_LONG'],
  ['a part of 1000:1', () => withDocument(`<w:document><!--${'a'.repeat(12_000_000)}--></w:document>`), 'ZIP_BOMB'],
  ['XML cut short', () => withDocument('<w:document><w:body>'), 'XML_DAMAGED'],
  ['a document without a body', () => withDocument('<a/>'), 'NO_BODY'],
  ['more paragraphs than any document', () => makeDocx({ body: '<w:p/>'.repeat(50_001) }), 'TOO_MANY_PARAGRAPHS'],
  ['a paragraph longer than any', () => makeDocx({ body: p('ă'.repeat(50_001)) }), 'PARAGRAPH_TOO_LONG'],
  ['more text than a thousand pages', () => makeDocx({ body: p(noise(45_000)).repeat(70) }), 'TEXT_TOO_LONG'],
  [
    'a row wider than Word has',
    () => makeDocx({ body: tbl([Array.from({ length: 201 }, () => 'a')]) }),
    'TABLE_TOO_WIDE',
  ],
];

describe('files that are refused', () => {
  test.each(refused)('refuses %s, and says so', (_, bytes, code) => {
    const error = catchError(() => readDocx(bytes()));
    expect(error).toBeInstanceOf(ReadError);
    expect((error as ReadError).code).toBe(code);
    expect(readErrorText(error as ReadError)).toMatch(/^\p{Lu}.*\.$/u);
  });
});

function catchError(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return null;
}

test('tells of text that stands in another file inside, which is not read', () => {
  const relations =
    '<Relationship Id="k" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="a.html"/>';
  const extra = { 'word/a.html': '<p>Phần chèn</p>' };
  const { notices } = readDocx(makeDocx({ body: `${p('a')}<w:altChunk r:id="k"/>`, relations, extra }));
  expect(notices.map(({ code }) => code)).toContain('IMPORTED_CHUNK');
  expect(notices.filter(({ code }) => code === 'IMPORTED_CHUNK')).toHaveLength(1);
});

test('tells of macros, links outside, embedded files and archives, and opens none', () => {
  const external = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="http://x/${type}" Target="${target}" TargetMode="External"/>`;
  const relations = [
    external('a', 'attachedTemplate', 'http://x.example/t.dotm'),
    external('b', 'image', '\\\\share\\a.png'),
    external('c', 'hyperlink', 'https://x.example/'),
  ].join('');
  const extra = { 'word/vbaProject.bin': 'x', 'word/embeddings/oleObject1.bin': 'x', 'word/media/a.zip': 'x' };
  const { notices } = readDocx(makeDocx({ body: p('a'), relations, extra }));
  expect(notices.map(({ code, params }) => [code, ...Object.values(params)])).toEqual([
    ['MACROS'],
    ['EXTERNAL_TEMPLATE', 'http://x.example/t.dotm'],
    ['EXTERNAL_LINK', '\\\\share\\a.png'],
    ['EMBEDDED_OBJECT', 'word/embeddings/oleObject1.bin'],
    ['NESTED_ARCHIVE', 'word/media/a.zip'],
  ]);
});
