import type { PdfHazard } from '#pdf/pdf-hazards.ts';

/** Names what in a PDF acts. */
export async function pdfHazardsTask({ bytes }: { readonly bytes: Uint8Array }): Promise<PdfHazard[]> {
  const { pdfHazards } = await import('#pdf/pdf-hazards.ts');
  return pdfHazards(bytes);
}

/** Counts the pages of a PDF; undefined where it cannot be read. */
export async function pdfPagesTask({ bytes }: { readonly bytes: Uint8Array }): Promise<number | undefined> {
  const { pdfPages } = await import('#pdf/pdf-pages.ts');
  return pdfPages(bytes);
}
