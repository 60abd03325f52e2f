import { expect, test } from 'vitest';
import { readParagraphs } from './read-document.ts';
import { readStyles } from './read-styles.ts';

const body = (inner: string) => `<w:document><w:body>${inner}</w:body></w:document>`;

test('reads text, runs, tabs and breaks of paragraphs, in tables too, in the order of the file', () => {
  const xml = body(
    '<w:p><w:r><w:t xml:space="preserve">Chỉ số (</w:t></w:r><w:r><w:rPr><w:i/><w:b w:val="0"/></w:rPr><w:t>PAR</w:t></w:r></w:p>' +
      '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>1</w:t><w:tab/><w:t>a &amp; b</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>',
  );
  expect(readParagraphs(xml)).toEqual([
    {
      text: 'Chỉ số (PAR',
      runs: [
        { text: 'Chỉ số (', bold: false, italic: false },
        { text: 'PAR', bold: false, italic: true },
      ],
    },
    { text: '1 a & b', runs: [{ text: '1 a & b', bold: false, italic: false }] },
    { text: '', runs: [] },
  ]);
});

test('reads a box once, where its drawing and its fallback both hold the text', () => {
  const box = '<w:p><w:r><w:t>KHẨN</w:t></w:r></w:p>';
  const drawn = `<mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent>`;
  const texts = readParagraphs(body(`<w:p><w:r>${drawn}</w:r></w:p>`)).map(({ text }) => text);
  expect(texts).toEqual(['', 'KHẨN']);
});

test.each(['<w:numPr/>', '<w:caps/>'])('refuses %s, by which Word prints what the text does not say', (element) => {
  expect(() => readParagraphs(body(`<w:p><w:pPr>${element}</w:pPr></w:p>`))).toThrow('not in the text');
});

test('resolves the look of a run through the style of its paragraph and the styles that it is based on', () => {
  const styles = readStyles(
    '<w:styles><w:style w:styleId="NoiDung"/><w:style w:styleId="TieuDe"><w:basedOn w:val="NoiDung"/><w:rPr><w:b/></w:rPr></w:style>' +
      '<w:style w:styleId="Nhan"><w:basedOn w:val="TieuDe"/><w:rPr><w:i/></w:rPr></w:style></w:styles>',
  );
  const styled = (id: string, run: string) => `<w:p><w:pPr><w:pStyle w:val="${id}"/></w:pPr><w:r>${run}</w:r></w:p>`;
  const xml = body(
    styled('Nhan', '<w:t>a</w:t>') + styled('TieuDe', '<w:rPr><w:b w:val="false"/></w:rPr><w:t>b</w:t>'),
  );
  expect(readParagraphs(xml, styles).flatMap(({ runs }) => runs)).toEqual([
    { text: 'a', bold: true, italic: true },
    { text: 'b', bold: false, italic: false },
  ]);
});
