import { strToU8, type Zippable, zipSync } from 'fflate';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const NAMESPACES = [
  `xmlns:w="${W}"`,
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');

/** Section of A4 with the decree's margins. */
export const A4 =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="567" w:footer="567"/></w:sectPr>';

/** Parts of a .docx made by hand; what is left out is not in the file. */
export interface DocxParts {
  /** Inside of `w:body`. */
  readonly body: string;
  /** Inside of `w:styles`. */
  readonly styles?: string;
  /** Inside of `w:numbering`. */
  readonly numbering?: string;
  /** Latin fonts of the theme. */
  readonly theme?: { readonly minor: string; readonly major: string };
  readonly comments?: string;
  readonly footnotes?: string;
  /** Inside of `w:hdr`, as `rIdHeader`. */
  readonly header?: string;
  readonly documentPrefix?: string;
  /** More relations of the document, as markup. */
  readonly relations?: string;
  readonly extra?: Readonly<Record<string, Uint8Array | string>>;
}

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;

/** The parts of a .docx as text, so that a test can damage one. */
export function docxParts(parts: DocxParts): Record<string, Uint8Array | string> {
  const root = (name: string, inside: string) => `<w:${name} ${NAMESPACES}>${inside}</w:${name}>`;
  const files: Record<string, Uint8Array | string> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('rId1', 'officeDocument', 'word/document.xml')}</Relationships>`,
    'word/document.xml': `${parts.documentPrefix ?? ''}${root('document', `<w:body>${parts.body}</w:body>`)}`,
  };
  const relations = [parts.relations ?? ''];
  const add = (id: string, type: string, name: string, text: string | undefined) => {
    if (text === undefined) return;
    files[`word/${name}`] = text;
    relations.push(relation(id, type, name));
  };
  add('rIdStyles', 'styles', 'styles.xml', parts.styles && root('styles', parts.styles));
  add('rIdNumbering', 'numbering', 'numbering.xml', parts.numbering && root('numbering', parts.numbering));
  add('rIdComments', 'comments', 'comments.xml', parts.comments && root('comments', parts.comments));
  add('rIdNotes', 'footnotes', 'footnotes.xml', parts.footnotes && root('footnotes', parts.footnotes));
  add('rIdHeader', 'header', 'header1.xml', parts.header && root('hdr', parts.header));
  add('rIdTheme', 'theme', 'theme/theme1.xml', parts.theme && themeXml(parts.theme));
  files['word/_rels/document.xml.rels'] =
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`;
  return { ...files, ...parts.extra };
}

function themeXml({ minor, major }: { readonly minor: string; readonly major: string }): string {
  const font = (kind: string, face: string) => `<a:${kind}Font><a:latin typeface="${face}"/></a:${kind}Font>`;
  return `<a:theme ${NAMESPACES}><a:themeElements><a:fontScheme>${font('major', major)}${font('minor', minor)}</a:fontScheme></a:themeElements></a:theme>`;
}

/** Zips parts as a .docx. */
export function zipDocx(files: Readonly<Record<string, Uint8Array | string>>): Uint8Array {
  const zippable: Zippable = {};
  for (const [name, part] of Object.entries(files)) zippable[name] = typeof part === 'string' ? strToU8(part) : part;
  return zipSync(zippable, { mtime: new Date(1980, 0, 1) });
}

/** A .docx made by hand. */
export function makeDocx(parts: DocxParts): Uint8Array {
  return zipDocx(docxParts(parts));
}

/** Text safe in XML. */
export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** A run; tabs and line ends of the text become Word's. */
export function r(text: string, props = ''): string {
  const inner = text
    .split(/([\t\n])/)
    .map((piece) => {
      if (piece === '\t') return '<w:tab/>';
      if (piece === '\n') return '<w:br/>';
      return piece === '' ? '' : `<w:t xml:space="preserve">${escaped(piece)}</w:t>`;
    })
    .join('');
  return `<w:r>${props && `<w:rPr>${props}</w:rPr>`}${inner}</w:r>`;
}

/** A paragraph of a text, or of runs made before. */
export function p(content: string, props = '', runProps = ''): string {
  const inner = content.startsWith('<w:') ? content : r(content, runProps);
  return `<w:p>${props && `<w:pPr>${props}</w:pPr>`}${inner}</w:p>`;
}

/** A table of rows of cells, each the markup of its blocks. */
export function tbl(
  rows: ReadonlyArray<readonly string[]>,
  props = '',
  cellProps: (row: number, cell: number) => string = () => '',
): string {
  const cells = rows.map((row, i) => {
    const inner = row.map(
      (cell, j) => `<w:tc><w:tcPr>${cellProps(i, j)}</w:tcPr>${cell.startsWith('<w:') ? cell : p(cell)}</w:tc>`,
    );
    return `<w:tr>${inner.join('')}</w:tr>`;
  });
  return `<w:tbl><w:tblPr>${props}</w:tblPr>${cells.join('')}</w:tbl>`;
}
