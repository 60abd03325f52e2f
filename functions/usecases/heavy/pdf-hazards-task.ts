import type { PdfHazard } from '#pdf/pdf-hazards.ts';

/** Names what in a PDF acts. */
export async function pdfHazardsTask({ bytes }: { readonly bytes: Uint8Array }): Promise<PdfHazard[]> {
  const { pdfHazards } = await import('#pdf/pdf-hazards.ts');
  return pdfHazards(bytes);
}
