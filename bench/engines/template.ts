import { mainPart, type Paragraph, readBlocks } from '../read-model.ts';
import { replaceMainPart } from '../replace-main-part.ts';

/** Syntax of loops and values in an engine's templates. */
export interface TagSyntax {
  readonly loop: (list: string) => string;
  readonly end: (list: string) => string;
  /** A text of the list's item, or the item itself. */
  readonly value: (list: string, field: string) => string;
  /** Tells whether the tags of a loop over rows stand in rows of their own, not in the first and last cell. */
  readonly rowTags: 'own rows' | 'in cells';
}

/** A stretch of the body in one style: under its style's name the texts, under every other nothing. */
type Stretch = Record<string, Array<{ readonly text: string }>>;

/** A template and its data that make our document again. */
export interface Template {
  readonly docx: Uint8Array;
  readonly data: { readonly stretches: Stretch[]; readonly rows: Array<Record<string, string>> };
}

const CELL_TEXT = /(<w:t[^>]*>)[^<]*(<\/w:t>)/;

/**
 * Turns our document into a peer's template: the body becomes loops over stretches of one style, the rows of the
 * appendix a loop over rows. Head, foot and titles stay as they are, which spares the peers some twenty tags.
 */
export function templateOf(ours: Uint8Array, tags: TagSyntax): Template {
  const xml = mainPart(ours);
  const bodyFrom = xml.indexOf('</w:tbl>') + '</w:tbl>'.length;
  const bodyTo = xml.indexOf('<w:tbl>', bodyFrom);
  const rowsFrom = xml.indexOf('<w:tr>', xml.lastIndexOf('<w:tblHeader/>'));
  const rowsTo = xml.lastIndexOf('</w:tr>') + '</w:tr>'.length;
  const body = readBlocks(xml.slice(bodyFrom, bodyTo)).filter((block) => block.kind === 'paragraph');
  const styles = [...new Set(body.map(({ style }) => style))];
  const firstRow = xml.slice(rowsFrom, xml.indexOf('</w:tr>', rowsFrom) + '</w:tr>'.length);
  const template = [
    xml.slice(0, bodyFrom),
    bodyLoops(styles, tags),
    xml.slice(bodyTo, rowsFrom),
    rowLoop(firstRow, tags),
    xml.slice(rowsTo),
  ].join('');
  return { docx: replaceMainPart(ours, template), data: { stretches: stretchesOf(body, styles), rows: rowsOf(xml) } };
}

function bodyLoops(styles: readonly string[], tags: TagSyntax): string {
  const control = (text: string) => paragraph('NoiDung', text);
  const ofStyle = (style: string) =>
    control(tags.loop(style)) + paragraph(style, tags.value(style, 'text')) + control(tags.end(style));
  return control(tags.loop('stretches')) + styles.map(ofStyle).join('') + control(tags.end('stretches'));
}

function paragraph(style: string, text: string): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
}

function rowLoop(row: string, tags: TagSyntax): string {
  let at = 0;
  const cells = row.split('</w:tc>').length - 1;
  const inCells = tags.rowTags === 'in cells';
  const item = row.replaceAll(new RegExp(CELL_TEXT, 'g'), (_, open: string, close: string) => {
    const value = tags.value('rows', `c${at}`);
    at += 1;
    const before = inCells && at === 1 ? tags.loop('rows') : '';
    return `${open}${before}${value}${inCells && at === cells ? tags.end('rows') : ''}${close}`;
  });
  if (inCells) return item;
  const tagRow = (tag: string) => {
    let first = true;
    return row.replaceAll(new RegExp(CELL_TEXT, 'g'), (_, open: string, close: string) => {
      const text = first ? tag : '';
      first = false;
      return open + text + close;
    });
  };
  return tagRow(tags.loop('rows')) + item + tagRow(tags.end('rows'));
}

function stretchesOf(body: readonly Paragraph[], styles: readonly string[]): Stretch[] {
  const stretches: Array<{ readonly style: string; readonly texts: Array<{ readonly text: string }> }> = [];
  for (const { style, text } of body) {
    const last = stretches.at(-1);
    if (last?.style === style) last.texts.push({ text });
    else stretches.push({ style, texts: [{ text }] });
  }
  return stretches.map(({ style, texts }) => Object.fromEntries(styles.map((s) => [s, s === style ? texts : []])));
}

function rowsOf(xml: string): Array<Record<string, string>> {
  const table = readBlocks(xml).findLast((block) => block.kind === 'table');
  const rows = table?.rows.filter(({ isHeader }) => !isHeader) ?? [];
  return rows.map(({ cells }) => Object.fromEntries(cells.map(([p], i) => [`c${i}`, p?.text ?? ''])));
}
