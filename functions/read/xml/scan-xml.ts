import { SaxesParser } from 'saxes';
import { ReadError } from '../problems/read-error.ts';
import { canonicalNames } from './canonical-names.ts';
import type { Attributes } from './xml-node.ts';

/** Receiver of a part's elements. */
export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text?(text: string): void;
}

/** Deepest nesting that is read; Word's own files stay under 60. */
const MAX_DEPTH = 256;
/** Longest attribute; the longest of Word's own are paths of shapes. */
const MAX_ATTRIBUTE_CHARS = 65_536;
/** Longest run of text, comment or CDATA; a person's longest paragraph has 20,000. */
const MAX_TOKEN_CHARS = 65_536;

/** A scanner of one part: it is fed bytes, and tells the handler. Throws {@link ReadError}. */
export function xmlScanner(part: string, handler: XmlHandler) {
  const parser = new SaxesParser<{ readonly xmlns: false; readonly position: false }>({
    xmlns: false,
    position: false,
  });
  const names = canonicalNames();
  const decoder = createDecoder();
  const stack: string[] = [];
  const check = (token: string) => {
    if (token.length > MAX_TOKEN_CHARS) throw new ReadError('XML_TOKEN_TOO_LONG', { part, max: MAX_TOKEN_CHARS });
  };
  parser.on('doctype', () => {
    throw new ReadError('XML_DOCTYPE', { part });
  });
  parser.on('error', (error) => {
    const isEntity = /entity/i.test(error.message);
    throw new ReadError(isEntity ? 'XML_ENTITY' : 'XML_DAMAGED', { part }, { cause: error });
  });
  parser.on('opentag', ({ name: given, attributes: own }) => {
    if (stack.length >= MAX_DEPTH) throw new ReadError('XML_TOO_DEEP', { part, max: MAX_DEPTH });
    let hasDeclarations = false;
    for (const key in own) {
      if ((own[key]?.length ?? 0) > MAX_ATTRIBUTE_CHARS) throw new ReadError('XML_ATTRIBUTE_TOO_LONG', { part });
      if (key.startsWith('xmlns')) hasDeclarations = true;
    }
    if (hasDeclarations) names.declare(own);
    const name = names.name(given);
    stack.push(name);
    handler.open(name, names.attributes(own));
  });
  parser.on('closetag', () => handler.close(stack.pop() ?? ''));
  const takeText = (text: string) => {
    check(text);
    handler.text?.(text);
  };
  parser.on('text', takeText);
  parser.on('cdata', takeText);
  parser.on('comment', check);
  parser.on('processinginstruction', ({ body }) => check(body));
  return {
    push(piece: Uint8Array): void {
      parser.write(decoder(piece));
    },
    end(): void {
      parser.write(decoder(null));
      parser.close();
      if (stack.length > 0) throw new ReadError('XML_DAMAGED', { part });
    },
  };
}

/** Bytes as text: UTF-8, or UTF-16 where the part begins with its mark. */
function createDecoder(): (piece: Uint8Array | null) => string {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  return (piece) => {
    if (piece === null) return decoder?.decode() ?? '';
    decoder ??= new TextDecoder(encodingOf(piece));
    return decoder.decode(piece, { stream: true });
  };
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
