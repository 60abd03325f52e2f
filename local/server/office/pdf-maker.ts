import { type Convert, openConverter } from '#pdf/convert.ts';
import type { Deps } from '#usecases/deps.ts';
import type { EnsurePdfCopy } from '#usecases/pdf-copies/get-pdf-copy.ts';
import { makePdfCopy } from '#usecases/pdf-copies/make-pdf-copy.ts';
import { pdfCopyKey } from '#usecases/pdf-copies/pdf-copy.ts';
import { inTurn } from './in-turn.ts';

/** Converters that run at once: each takes a processor and 200 MB. */
const CONCURRENCY = 2;

/** Makes PDF copies on one machine, while their readers wait. */
export interface PdfMaker {
  readonly ensure: EnsurePdfCopy;
  /** As many at once as for copies. */
  readonly convert: Convert;
  /** Kills what still runs. */
  stop(): void;
}

/**
 * Opens the maker of PDF copies: two at once at most, whoever asks for the same one waits for the same. `program` is
 * LibreOffice, looked for on the PATH.
 */
export function openPdfMaker(
  { register, store }: Pick<Deps, 'register' | 'store'>,
  program = 'soffice',
  searchPath = process.env['PATH'],
): PdfMaker {
  const stopping = new AbortController();
  const convert = inTurn(openConverter({ program, searchPath }), CONCURRENCY);
  const making = new Map<string, Promise<unknown>>();
  return {
    convert: (docx, limits) => convert(docx, { signal: stopping.signal, ...limits }),
    ensure: async (ref) => {
      const key = pdfCopyKey(ref);
      const made =
        making.get(key) ??
        makePdfCopy({ register, store, convert }, ref, { signal: stopping.signal }).finally(() => making.delete(key));
      making.set(key, made);
      await made;
      return 'made';
    },
    stop: () => stopping.abort(new Error('the server is being stopped')),
  };
}
