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
    left -= inflated(object.contents, filters, Math.min(left, MAX_STREAM)).length;
    if (left <= 0) throw new PdfTextError('bomb');
  }
}

const OBJECT_STREAM = /\/(?:ObjStm|XRef)\b[\s\S]{0,2000}?stream\r?\n/g;

/** Counts what streams of objects inflate to, before a parser does. Throws `PdfTextError` for a bomb. */
export function boundObjectStreams(bytes: Uint8Array): void {
  const text = new TextDecoder('latin1').decode(bytes);
  let left = MAX_ALL / 2;
  for (const { 0: head, index } of text.matchAll(OBJECT_STREAM)) {
    const start = index + head.length;
    const end = text.indexOf('endstream', start);
    const own = bytes.subarray(start, end < 0 ? bytes.length : end);
    left -= inflated(own, ['/FlateDecode'], Math.min(left, MAX_STREAM)).length;
    if (left <= 0) throw new PdfTextError('bomb');
  }
}

/** Most bytes between objects: parsers look at each of them again and again. */
const MAX_BETWEEN = 256 * 1024;
const BETWEEN = /(?:^|endobj)([\s\S]*?)(?=\d+\s+\d+\s+obj\b|xref|trailer|$)/g;

/** Counts what stands between objects, where nothing has to stand. Throws `PdfTextError` for a file that is mostly that. */
export function boundGaps(bytes: Uint8Array): void {
  const text = new TextDecoder('latin1').decode(bytes);
  let between = 0;
  for (const { 1: gap = '' } of text.matchAll(BETWEEN)) {
    between += gap.length;
    if (between > MAX_BETWEEN) throw new PdfTextError('damaged');
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

/** A stream that may draw, as it reads inflated; null for pictures, fonts and streams of objects. */
export function drawingText(stream: PDFRawStream): string | null {
  const { dict, contents } = stream;
  if (isPicture(dict) || dict.has(PDFName.of('Length1'))) return null;
  return new TextDecoder('latin1').decode(inflated(contents, filtersOf(dict), MAX_STREAM));
}

/** Inflates as often as the filters say, each time within the bound; a damaged stream stays as it is. */
function inflated(bytes: Uint8Array, filters: readonly string[], max: number): Uint8Array {
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
  return data;
}
