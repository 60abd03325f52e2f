import { PDFArray, PDFDict, PDFName, type PDFObject, PDFParser, PDFStream } from '@cantoo/pdf-lib';
import { isScannedAgain } from './scan-cost.ts';

/** Actions of a PDF beyond being read (ISO 32000-1, 12.6.4 and 7.11.4), or why they are unknown. */
export type PdfHazard =
  | 'javascript'
  | 'launch'
  | 'submit-form'
  | 'import-data'
  | 'embedded-file'
  | 'encrypted'
  | 'unreadable';

/** Actions by the name of their type. */
const ACTIONS: Readonly<Record<string, PdfHazard>> = {
  '/JavaScript': 'javascript',
  '/Launch': 'launch',
  '/SubmitForm': 'submit-form',
  '/ImportData': 'import-data',
};

/** Entries that stand for a hazard, whatever they hold. */
const ENTRIES: Readonly<Record<string, PdfHazard>> = {
  '/JS': 'javascript',
  '/JavaScript': 'javascript',
  '/EF': 'embedded-file',
  '/EmbeddedFiles': 'embedded-file',
  // Forms of this kind are programs in XML.
  '/XFA': 'javascript',
};

/** Blanks and comments between two tokens, as many as no honest program writes: a longer run would be looked through again and again. */
const BLANK = '[\\0\\t\\n\\f\\r ]{0,200}';
const GAP = `${BLANK}(?:%[^\\r\\n]{0,200}[\\r\\n]${BLANK}){0,4}`;

/** Ways in which bytes write what acts, wherever they stand. */
const WRITTEN: readonly (readonly [hazard: PdfHazard, written: RegExp])[] = [
  ...Object.entries(ACTIONS).map(
    ([name, hazard]) => [hazard, written(`(?:${letters('/S')}|obj)${GAP}`, name)] as const,
  ),
  ['embedded-file', written(`${letters('/Type')}${GAP}`, '/EmbeddedFile')],
  ['embedded-file', new RegExp(`(?:${letters('/EF')}|${letters('/EmbeddedFiles')})${GAP}(?:<<|\\d+\\s+\\d+\\s+R)`)],
];

/** Frames of a stack, as the program has them: of two PDFs at once neither leaves the other's setting. */
const FRAMES = Error.stackTraceLimit;

/**
 * Reads every object of a PDF and names what in it acts. Objects of compressed streams and of earlier revisions are
 * read too; what stands where a parser sees no object (a first of two, within a stream, in the trailer) is known by its name. A link to a page or an address is none. What is encrypted, or cannot be parsed, is a hazard itself.
 */
export async function pdfHazards(bytes: Uint8Array): Promise<PdfHazard[]> {
  if (isScannedAgain(bytes)) return ['unreadable'];
  // The parser tries every byte between two objects and throws at most of them: without their stacks it takes a third of the time.
  Error.stackTraceLimit = 0;
  try {
    const context = await PDFParser.forBytesWithOptions(bytes).parseDocument();
    if (context.trailerInfo.Encrypt) return ['encrypted'];
    const found = new Set(writtenHazards(bytes));
    for (const [, object] of context.enumerateIndirectObjects()) inspect(object, found);
    return [...found].sort();
  } catch {
    return ['unreadable'];
  } finally {
    Error.stackTraceLimit = FRAMES;
  }
}

/** Goes through what an object holds itself; what it refers to is an object of its own. */
function inspect(object: PDFObject, found: Set<PdfHazard>): void {
  // The type of an action may stand in an object of its own.
  if (object instanceof PDFName) add(found, ACTIONS[nameOf(object)]);
  const left = [object];
  for (let one = left.pop(); one !== undefined; one = left.pop()) {
    if (one instanceof PDFArray) left.push(...one.asArray());
    const dict = one instanceof PDFStream ? one.dict : one;
    if (!(dict instanceof PDFDict)) continue;
    for (const [key, value] of dict.entries()) {
      add(found, hazardOf(nameOf(key), value));
      left.push(value);
    }
  }
}

function add(found: Set<PdfHazard>, hazard: PdfHazard | undefined): void {
  if (hazard) found.add(hazard);
}

/** Compressed bytes are as good as chance, and chance writes none of these. */
function writtenHazards(bytes: Uint8Array): PdfHazard[] {
  const text = new TextDecoder('latin1').decode(bytes);
  return WRITTEN.filter(([, way]) => way.test(text)).map(([hazard]) => hazard);
}

function written(before: string, name: string): RegExp {
  return new RegExp(`${before}${letters(name)}(?=[\\0\\s/<>[\\](){}%]|$)`);
}

/** A name as bytes may write it, each letter plain or escaped. */
function letters(name: string): string {
  return name.replace(/[A-Za-z]/g, (letter) => {
    const code = letter.charCodeAt(0).toString(16);
    return `(?:${letter}|#${code.replace(/[a-f]/, (hex) => `[${hex}${hex.toUpperCase()}]`)})`;
  });
}

function hazardOf(key: string, value: PDFObject): PdfHazard | undefined {
  const name = value instanceof PDFName ? nameOf(value) : '';
  if (key === '/S' && Object.hasOwn(ACTIONS, name)) return ACTIONS[name];
  if (key === '/Type' && name === '/EmbeddedFile') return 'embedded-file';
  return Object.hasOwn(ENTRIES, key) ? ENTRIES[key] : undefined;
}

/** A name however it is escaped: `/J#61vaScript` is `/JavaScript`. */
function nameOf(name: PDFName): string {
  return `/${name.decodeText()}`;
}
