import type { PdfHazard } from '#pdf/pdf-hazards.ts';
import type { Deps } from '../deps.ts';
import { runHeavy } from '../heavy/heavy-work.ts';
import { UseCaseError } from '../use-case-error.ts';
import { isPdf } from './pdf.ts';

/** Finds active content in a whole PDF; a kept one has none. */
export function hazardsOfPdf(deps: Deps, organ: string, bytes: Uint8Array): Promise<readonly PdfHazard[]> {
  return runHeavy(deps, { organ, name: 'pdf-hazards' }, async () => ({
    // A copy, because a thread takes what it is given with it; a Buffer's own slice would be no copy.
    bytes: new Uint8Array(bytes),
  }));
}

/** Throws `not-a-pdf` for what is no whole PDF, `pdf-unsafe` for one that acts by itself or cannot be looked into. */
export async function requireSafePdf(deps: Deps, organ: string, bytes: Uint8Array): Promise<void> {
  if (!isPdf(bytes)) throw new UseCaseError('not-a-pdf');
  const hazards = await hazardsOfPdf(deps, organ, bytes);
  if (hazards.length > 0) throw new UseCaseError('pdf-unsafe', { params: { hazards: hazards.join(' ') } });
}
