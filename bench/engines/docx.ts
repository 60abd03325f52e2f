import {
  Document,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { docxStyles } from '#render/styles-for-docx.ts';
import {
  type Block,
  mainPart,
  type Paragraph as PlainParagraph,
  type Table as PlainTable,
  readBlocks,
} from '../read-model.ts';
import { engine } from './engine.ts';

/** The library docx: a tree of objects for every document. */
export const docx = engine(
  'docx',
  ({ ours }) => sectionsOf(mainPart(ours)),
  (sections) => {
    const styles = docxStyles();
    return async () => {
      const document = new Document({ styles: { paragraphStyles: styles }, sections: sections.map(section) });
      return new Uint8Array(await Packer.toArrayBuffer(document));
    };
  },
);

function sectionsOf(xml: string): Block[][] {
  const parts = xml.split('<w:sectPr>').slice(0, -1);
  return parts.map((part) => readBlocks(part.slice(part.indexOf('</w:sectPr>') + 1)));
}

function section(blocks: readonly Block[], index: number): ISectionOptions {
  const number = new Paragraph({ style: 'SoTrang', children: [new TextRun({ children: [PageNumber.CURRENT] })] });
  return {
    properties: {
      titlePage: true,
      page: { size: { orientation: index === 0 ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE } },
    },
    headers: { default: new Header({ children: [number] }) },
    children: blocks.map((block) => (block.kind === 'paragraph' ? paragraph(block) : table(block))),
  };
}

function paragraph({ style, text }: PlainParagraph): Paragraph {
  return new Paragraph({ style, text });
}

function table({ grid, rows }: PlainTable): Table {
  return new Table({
    columnWidths: [...grid],
    layout: TableLayoutType.FIXED,
    rows: rows.map(
      ({ isHeader, cells }) =>
        new TableRow({
          cantSplit: true,
          tableHeader: isHeader,
          children: cells.map(
            (paragraphs, i) =>
              new TableCell({
                width: { size: grid[i] ?? 0, type: WidthType.DXA },
                verticalAlign: VerticalAlignTable.CENTER,
                children: paragraphs.map(paragraph),
              }),
          ),
        }),
    ),
  });
}
