import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** A stretch of a paragraph with one look, as its own properties say. */
export interface ReadRun {
  text: string;
  bold: boolean;
  italic: boolean;
}

/** A paragraph as it stands in word/document.xml, its text and its runs. */
export interface ReadParagraph {
  text: string;
  runs: ReadRun[];
}

/** The paragraphs of a .docx in the order of word/document.xml, those in tables and boxes where they stand. */
export function readDocument(docx: Uint8Array): ReadParagraph[] {
  const part = unzipSync(docx, { filter: ({ name }) => name === 'word/document.xml' })['word/document.xml'];
  if (!part) throw new Error('no word/document.xml');
  return readParagraphs(strFromU8(part));
}

/** The paragraphs of a word/document.xml. */
export function readParagraphs(xml: string): ReadParagraph[] {
  const paragraphs: ReadParagraph[] = [];
  const open: ReadParagraph[] = [];
  let run: ReadRun | null = null;
  let inText = false;
  let inFallback = false;
  const add = (text: string) => {
    const paragraph = open.at(-1);
    if (!paragraph || inFallback) return;
    paragraph.text += text;
    if (run) run.text += text;
  };
  const on = (value: string | undefined) => value === undefined || !['0', 'false', 'off'].includes(value);

  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'mc:Fallback') inFallback = true;
    else if (name === 'w:p') {
      const paragraph: ReadParagraph = { text: '', runs: [] };
      if (!inFallback) paragraphs.push(paragraph);
      open.push(paragraph);
    } else if (name === 'w:r') {
      run = { text: '', bold: false, italic: false };
      open.at(-1)?.runs.push(run);
    } else if (run && name === 'w:b') run.bold = on(attributes['w:val']);
    else if (run && name === 'w:i') run.italic = on(attributes['w:val']);
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
