import { SaxesParser } from 'saxes';
import { ImportError } from '../older-book/import-error.ts';

/** Receiver of a part's elements, by their local names. */
export interface PartHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Longest run of text, comment or attribute, in characters; a cell of Excel holds 32,767. */
const MAX_TOKEN = 65_536;
const MAX_DEPTH = 64;
/** Characters handed to the parser at a time. */
const PIECE = 65_536;

/** Scans a part of a workbook. Throws `ImportError`: `unsafe` for a DTD, a token or a depth that no program writes, `not-xlsx`. */
export function scanPart(bytes: Uint8Array, handler: PartHandler): void {
  const parser = new SaxesParser<{ readonly xmlns: false; readonly position: false }>({
    xmlns: false,
    position: false,
  });
  let depth = 0;
  const check = (token: string) => {
    if (token.length > MAX_TOKEN) throw new ImportError('unsafe');
  };
  parser.on('doctype', () => {
    throw new ImportError('unsafe');
  });
  parser.on('error', (cause) => {
    throw new ImportError(/entity/i.test(cause.message) ? 'unsafe' : 'not-xlsx', { cause });
  });
  parser.on('comment', check);
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > MAX_DEPTH) throw new ImportError('unsafe');
    for (const value of Object.values(attributes)) check(value);
    handler.open(localName(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    depth--;
    handler.close?.(localName(name));
  });
  const takeText = (text: string) => {
    check(text);
    handler.text?.(text);
  };
  parser.on('text', takeText);
  parser.on('cdata', takeText);
  const text = new TextDecoder('utf-8', { ignoreBOM: false }).decode(bytes);
  if (text.includes('\0')) throw new ImportError('unsafe');
  for (let at = 0; at < text.length; at += PIECE) parser.write(text.slice(at, at + PIECE));
  parser.close();
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
