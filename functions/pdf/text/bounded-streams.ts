import { inflateSync } from 'node:zlib';
import { type PDFContext, type PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { PdfTextError } from './pdf-text-error.ts';

/** Most bytes that one stream, and all of a file, may inflate to; pictures are left alone. */
const MAX_STREAM = 32 * 1024 * 1024;
const MAX_ALL = 128 * 1024 * 1024;

/** Counts what a PDF's streams inflate to, before anything reads them. Throws `PdfTextError` for a bomb. */
export function boundStreams(context: PDFContext): void {
  let left = MAX_ALL;
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream) || isPicture(object.dict)) continue;
    const filters = filtersOf(object.dict);
    if (filters.length > 4) throw new PdfTextError('bomb');
    left -= inflatedSize(object.contents, filters, Math.min(left, MAX_STREAM));
    if (left <= 0) throw new PdfTextError('bomb');
  }
}

function isPicture(dict: PDFDict): boolean {
  return dict.lookup(PDFName.of('Subtype')) === PDFName.of('Image');
}

function filtersOf(dict: PDFDict): string[] {
  const filter = dict.lookup(PDFName.of('Filter'));
  if (filter === undefined) return [];
  return String(filter).match(/\/\w+/g) ?? [];
}

/** Inflates as often as the filters say, each time within the bound; a damaged stream counts as it is. */
function inflatedSize(bytes: Uint8Array, filters: readonly string[], max: number): number {
  let data = bytes;
  for (const filter of filters) {
    if (filter !== '/FlateDecode' && filter !== '/Fl') break;
    try {
      data = inflateSync(data, { maxOutputLength: max });
    } catch (error) {
      if (error instanceof RangeError) throw new PdfTextError('bomb', { cause: error });
      break;
    }
  }
  return data.length;
}
