import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { headingCapitals } from '#document/text/heading-capitals.ts';
import { letter, plan } from '../document/scene.ts';
import { ISSUED, paragraphs, partOf, partsOf, rendered, said } from './scene.ts';

const HOSTILE = [
  ...['<w:p/>', '</w:t></w:r></w:p>', '<![CDATA[x]]>', ']]>', '<!--', '<?xml?>', '&', '&amp;', '&#0;', '&lt;w:p/&gt;'],
  ...[
    '{{x}}',
    '{{7*7}}',
    '{{{x}}}',
    '{{#each recipients}}',
    '{{> khoi}}',
    '{{constructor.constructor "x"}}',
    '\\{{x}}',
  ],
  ...['constructor', '__proto__', 'toString', '"', "'", '`', '=', '%00', '$&', '$1', 'DDEAUTO c:\\cmd', 'a\u00A0b'],
];

/** The characters that have a meaning in JSON, in XML or in Handlebars, in a text that no rule refuses. */
const word = (text: string) => `x ${text} y`;

test.each(HOSTILE)('prints %s letter for letter, wherever text may stand', async (hostile) => {
  const text = word(hostile);
  const data = plan({
    subject: text,
    opening: text,
    bases: [
      { text },
      {
        verb: 'Căn cứ',
        cites: { typeName: text, code: '35/KH-UBND', issuedDate: '2025-01-24', organName: text, subject: text },
      },
    ],
    body: [
      {
        id: 'a',
        level: 'roman',
        title: text,
        children: [{ id: 'b', level: 'clause', title: text, text: [text, { ref: 'pl' }] }],
      },
      { id: 'c', level: 'dash', text },
      {
        id: 'd',
        level: 'table',
        table: {
          columns: [{ title: text, id: 'constructor' }],
          rows: [
            { group: text },
            { cells: { constructor: text } },
            { cells: { constructor: { text: `${text}\n${text}` } } },
          ],
        },
      },
    ],
    recipients: [text],
    archive: { drafterMark: text.slice(0, 30) },
    signer: { authority: [{ position: 'Chủ tịch' }], otherPosition: text, fullName: text },
    appendices: [{ id: 'pl', title: text, endMark: false, body: [{ id: 'e', level: 'paragraph', text }] }],
    footAddress: true,
  });
  const files = await rendered(data, ISSUED, { address: [text], place: text, name: text, headerLines: [text] });
  const texts = paragraphs(partOf(files));
  const capitals = headingCapitals(text.normalize('NFC'));
  for (const expected of [
    text,
    `I. ${capitals}`,
    `1. ${text}`,
    `${text}Phụ lục`,
    `- ${text}`,
    `- ${text};`,
    capitals,
  ]) {
    expect(texts).toContain(expected);
  }
  expect(texts.filter((one) => one === text).length).toBeGreaterThanOrEqual(7);
  for (const [name, part] of Object.entries(partsOf(files[0]!))) wellFormed(name, part);
  expect(partOf(files, 'docProps/core.xml').length).toBeGreaterThan(0);
});

test.each(HOSTILE)('prints %s letter for letter in a công văn', async (hostile) => {
  const texts = await said(letter({ subject: word(hostile), addressees: [word(hostile), 'Sở Nội vụ'] }));
  expect(texts).toContain(`V/v ${word(hostile)}`);
  expect(texts).toContain(`- ${word(hostile)};`);
});

function wellFormed(name: string, part: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw new Error(`${name}: ${error.message}`);
  });
  parser.on('doctype', () => {
    throw new Error(`${name}: a document type`);
  });
  parser.write(part).close();
}

test('keeps the spaces between runs', async () => {
  const data = plan({ closing: ['**Đậm** và *nghiêng* , ', { ref: 'diem' }, ' ', { ref: 'diem' }] });
  const xml = partOf(await rendered(data));
  for (const [, attributes, text] of xml.matchAll(/<w:t( [^>]*)?>(.*?)<\/w:t>/gs)) {
    if (/^\s|\s$/.test(text!)) expect(attributes).toContain('xml:space="preserve"');
  }
  expect(paragraphs(xml)).toContain('Đậm và nghiêng , điểm a khoản 2 Mục I điểm a khoản 2 Mục I./.');
});

test('makes bold and italic of marks, and of nothing else', async () => {
  const xml = partOf(await rendered(plan({ closing: 'Rõ **người** và *việc* (*) \\*' })));
  expect(xml).toContain('<w:rPr><w:b/><w:bCs/></w:rPr><w:t xml:space="preserve">người</w:t>');
  expect(xml).toContain('<w:rPr><w:i/><w:iCs/></w:rPr><w:t xml:space="preserve">việc</w:t>');
  expect(paragraphs(xml)).toContain('Rõ người và việc (*) *./.');
});
