import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { isOn, type Look, readStyles } from './read-styles.ts';

/** A stretch of a paragraph with one look, its paragraph's style resolved. */
export interface ReadRun {
  text: string;
  bold: boolean;
  italic: boolean;
}

/** A paragraph as it stands in word/document.xml, its text and its runs. */
export interface ReadParagraph {
  text: string;
  readonly runs: ReadRun[];
}

const PLAIN: Look = { bold: false, italic: false };

/** The paragraphs of a .docx in the order of word/document.xml, those in tables and boxes where they stand. */
export function readDocument(docx: Uint8Array): ReadParagraph[] {
  const parts = unzipSync(docx, { filter: ({ name }) => name === 'word/document.xml' || name === 'word/styles.xml' });
  const [document, styles] = [parts['word/document.xml'], parts['word/styles.xml']];
  if (!document || !styles) throw new Error('no word/document.xml or no word/styles.xml');
  return readParagraphs(strFromU8(document), readStyles(strFromU8(styles)));
}

/** The paragraphs of a word/document.xml under the looks of its styles. */
export function readParagraphs(xml: string, styles: ReadonlyMap<string, Look> = new Map()): ReadParagraph[] {
  const paragraphs: ReadParagraph[] = [];
  const open: ReadParagraph[] = [];
  let look: Look = PLAIN;
  let run: ReadRun | null = null;
  let inText = false;
  let inFallback = false;
  const add = (text: string) => {
    const paragraph = open.at(-1);
    if (!paragraph || inFallback) return;
    paragraph.text += text;
    if (run) run.text += text;
  };

  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'mc:Fallback') inFallback = true;
    else if (name === 'w:p') {
      const paragraph: ReadParagraph = { text: '', runs: [] };
      if (!inFallback) paragraphs.push(paragraph);
      open.push(paragraph);
      look = PLAIN;
    } else if (name === 'w:pStyle') look = styles.get(attributes['w:val'] ?? '') ?? PLAIN;
    else if (name === 'w:r') {
      run = { text: '', ...look };
      open.at(-1)?.runs.push(run);
    } else if (run && name === 'w:b') run.bold = isOn(attributes['w:val']);
    else if (run && name === 'w:i') run.italic = isOn(attributes['w:val']);
    else if (run && (name === 'w:tab' || name === 'w:br' || name === 'w:cr')) add(' ');
    else if (name === 'w:noBreakHyphen') add('-');
    else if (name === 'w:t') inText = true;
    else if (name === 'w:numPr') throw new Error('a number that Word counts is not in the text');
    else if (name === 'w:caps') throw new Error('capitals by formatting are not in the text');
  });
  parser.on('text', (text) => {
    if (inText) add(text);
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'mc:Fallback') inFallback = false;
    else if (name === 'w:p') open.pop();
    else if (name === 'w:r') run = null;
    else if (name === 'w:t') inText = false;
  });
  parser.write(xml).close();
  return paragraphs;
}
