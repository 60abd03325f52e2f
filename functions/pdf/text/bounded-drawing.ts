import { PDFArray, type PDFContext, PDFDict, PDFName, PDFRawStream, PDFRef, PDFStream } from '@cantoo/pdf-lib';
import { PdfTextError } from './pdf-text-error.ts';

/** Most operators of a page, those of the forms that it draws counted each time: a dense page of text has some thousands. */
const MAX_OPERATORS = 60_000;
/** Most of a file: five hundred dense pages. */
const MAX_OF_FILE = 2_000_000;
/** Longest content of a page, pictures in it too. */
const MAX_CONTENT = 8 * 1024 * 1024;
/** Deepest nesting of forms, and of parents from which a page has its resources. */
const MAX_DEPTH = 12;
const OPERATOR = /(?<=[\s\])>])[A-Za-z'"*]{1,3}(?=[\s/[(<]|$)/g;
const DRAWS = /\/([^\s/[\](){}<>%]+)\s+Do(?=\s|$)/g;

/** Inflated text of a stream; null for a stream that draws nothing. */
export type ReadStream = (stream: PDFRawStream) => string | null;

/** Operators of a stream, and the forms that it names. */
interface Drawn {
  readonly operators: number;
  readonly forms: readonly string[];
}

/** Counts what pages draw, with forms in forms, before anything draws them. Throws `PdfTextError` for a bomb. */
export function boundDrawing(context: PDFContext, read: ReadStream): void {
  const known = new Map<PDFStream, Drawn>();
  const weights = new Map<PDFStream, number>();
  let all = 0;
  const drawnBy = (stream: PDFStream): Drawn => {
    const before = known.get(stream);
    if (before) return before;
    const text = (stream instanceof PDFRawStream && read(stream)) || '';
    const operators = operatorsIn(text);
    const drawn = { operators, forms: [...text.matchAll(DRAWS)].map(([, name = '']) => name) };
    known.set(stream, drawn);
    return drawn;
  };
  const weightOf = (stream: PDFStream, resources: PDFDict | undefined, depth: number): number => {
    if (depth > MAX_DEPTH) throw new PdfTextError('bomb');
    const before = weights.get(stream);
    if (before !== undefined) return before;
    const { operators, forms } = drawnBy(stream);
    let weight = operators;
    const named = dictAt(context, resources, 'XObject');
    for (const name of forms) {
      const form = named?.lookup(PDFName.of(name));
      if (!(form instanceof PDFStream) || form === stream) continue;
      weight += weightOf(form, dictAt(context, form.dict, 'Resources') ?? resources, depth + 1);
      if (weight > MAX_OPERATORS) throw new PdfTextError('bomb');
    }
    if (weight > MAX_OPERATORS) throw new PdfTextError('bomb');
    if (depth > 0) weights.set(stream, weight);
    return weight;
  };
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.lookup(PDFName.of('Type')) !== PDFName.of('Page')) continue;
    const resources = resourcesOf(context, object);
    const page = contentsOf(object).reduce((sum, stream) => sum + weightOf(stream, resources, 0), 0);
    all += page;
    if (page > MAX_OPERATORS || all > MAX_OF_FILE) throw new PdfTextError('bomb');
  }
}

/** Counts operators up to the bound; throws beyond it, and for what is too long to be counted. */
function operatorsIn(text: string): number {
  if (text.length > MAX_CONTENT) throw new PdfTextError('bomb');
  OPERATOR.lastIndex = 0;
  let count = 0;
  while (OPERATOR.test(text)) {
    count += 1;
    if (count > MAX_OPERATORS) throw new PdfTextError('bomb');
  }
  return count;
}

function contentsOf(page: PDFDict): PDFStream[] {
  const contents = page.lookup(PDFName.of('Contents'));
  const streams = contents instanceof PDFArray ? contents.asArray().map((_, i) => contents.lookup(i)) : [contents];
  return streams.filter((stream) => stream instanceof PDFStream);
}

/** A page's resources: its own, or those of the tree above it. */
function resourcesOf(context: PDFContext, page: PDFDict): PDFDict | undefined {
  let at: PDFDict | undefined = page;
  for (let depth = 0; at && depth < MAX_DEPTH; depth++) {
    const own = dictAt(context, at, 'Resources');
    if (own) return own;
    at = dictAt(context, at, 'Parent');
  }
  return undefined;
}

function dictAt(context: PDFContext, dict: PDFDict | undefined, key: string): PDFDict | undefined {
  const value = dict?.get(PDFName.of(key));
  const found = value instanceof PDFRef ? context.lookup(value) : value;
  return found instanceof PDFDict ? found : undefined;
}
