import { readOwnZip } from '#package/read-zip.ts';

/** A paragraph with a named style. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly style: string;
  readonly text: string;
}

/** A table with its columns' widths in twips. */
export interface Table {
  readonly kind: 'table';
  readonly grid: readonly number[];
  readonly rows: ReadonlyArray<{ readonly isHeader: boolean; readonly cells: readonly Paragraph[][] }>;
}

/** Block of a document read from a .docx, as every engine gets it to write. */
export type Block = Paragraph | Table;

/** The main part of a .docx. */
export function mainPart(bytes: Uint8Array): string {
  const xml = readOwnZip(bytes).get('word/document.xml');
  if (xml === undefined) throw new Error('no word/document.xml');
  return xml;
}

/** The blocks of a WordprocessingML body, in order; runs of a paragraph are joined. */
export function readBlocks(xml: string): Block[] {
  return [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>|<w:p>.*?<\/w:p>/gs)].map(([block]) =>
    block.startsWith('<w:tbl>') ? readTable(block) : readParagraph(block),
  );
}

/** The texts of a .docx, paragraph by paragraph, empty ones left out: by this the outputs of engines are compared. */
export function readTexts(bytes: Uint8Array): string[] {
  return [...mainPart(bytes).matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([p]) => textOf(p).trim()).filter(Boolean);
}

function readTable(xml: string): Table {
  return {
    kind: 'table',
    grid: [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width)),
    rows: [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => ({
      isHeader: row.includes('<w:tblHeader/>'),
      cells: [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) =>
        [...cell.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([p]) => readParagraph(p)),
      ),
    })),
  };
}

function readParagraph(xml: string): Paragraph {
  return { kind: 'paragraph', style: /<w:pStyle w:val="(\w+)"/.exec(xml)?.[1] ?? 'NoiDung', text: textOf(xml) };
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function textOf(xml: string): string {
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
    .map(([, text = '']) =>
      text.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (_, hex?: string, decimal?: string, name?: string) =>
        name === undefined ? String.fromCodePoint(parseInt(hex ?? decimal ?? '', hex ? 16 : 10)) : (NAMED[name] ?? ''),
      ),
    )
    .join('');
}
