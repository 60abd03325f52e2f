/** The smallest PDF that a reader opens, with a text in its title that makes it one of its own. */
export function smallPdf(title = 'signed'): Uint8Array {
  const body = `%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n%${title}\n`;
  return new TextEncoder().encode(
    `${body}xref\n0 3\ntrailer<</Root 1 0 R/Size 3>>\nstartxref\n${body.length}\n%%EOF\n`,
  );
}

/** A PDF that carries so many bytes in a stream, as a scan carries its picture. */
export function scannedPdf(pictureBytes: number): Buffer {
  const picture = `3 0 obj<</Length ${pictureBytes}>>stream\n${'x'.repeat(pictureBytes)}\nendstream endobj\n`;
  const body = `%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n${picture}`;
  return Buffer.from(`${body}xref\n0 4\ntrailer<</Root 1 0 R/Size 4>>\nstartxref\n${body.length}\n%%EOF\n`);
}
