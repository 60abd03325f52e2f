import { checkDocument } from '#document/checking/check-document.ts';
import { openConverter } from '#pdf/convert.ts';
import { renderDocument } from '#render/render.ts';
import type { FormatCase } from '../../format/fixtures.ts';

/** A document's file as a PDF, by LibreOffice. */
export async function pdfOf(golden: FormatCase): Promise<Uint8Array> {
  const { document, profile } = checkDocument(golden.document, golden);
  const [file] = await renderDocument({
    document: document!,
    profile: profile!,
    issuance: golden.issuance,
    on: golden.on,
  });
  return openConverter({ searchPath: process.env['PATH'] })(file!.bytes);
}
