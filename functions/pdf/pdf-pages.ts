import { PDFDict, PDFName, PDFNumber, PDFParser } from '@cantoo/pdf-lib';

/** Counts the pages of a PDF by its page tree (ISO 32000-1, 7.7.3.2); undefined where it cannot be read. */
export async function pdfPages(bytes: Uint8Array): Promise<number | undefined> {
  try {
    const context = await PDFParser.forBytesWithOptions(bytes).parseDocument();
    const root = context.lookup(context.trailerInfo.Root, PDFDict);
    const count = context.lookup(
      context.lookup(root.get(PDFName.of('Pages')), PDFDict).get(PDFName.of('Count')),
      PDFNumber,
    );
    const pages = count.asNumber();
    return Number.isSafeInteger(pages) && pages > 0 ? pages : undefined;
  } catch {
    return undefined;
  }
}
