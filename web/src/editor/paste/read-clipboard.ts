import { readHtml } from './html.ts';
import { parseHtml } from './parse-html.ts';
import { readPlainText } from './plain-text.ts';
import { withTitles } from './titles.ts';
import { type PastedDocument, partDocument } from './whole-text.ts';

/** Reads the clipboard as our lines, with a whole document's fields around its body. */
export function readClipboard(html: string, text: string): PastedDocument {
  const { blocks, whole } = partDocument(html === '' ? readPlainText(text) : readHtml(html, parseHtml));
  return { blocks: withTitles(blocks), whole };
}
