import { PDFParser } from '@cantoo/pdf-lib';
import type { PageText, TextItem } from '#read/page/page-text.ts';
import { isScannedAgain } from '../scan-cost.ts';
import { boundDrawing } from './bounded-drawing.ts';
import { boundGaps, boundObjectStreams, boundStreams, drawingText } from './bounded-streams.ts';
import { drawnLines, type Matrix, matrixOf, times } from './page-lines.ts';
import { PdfTextError } from './pdf-text-error.ts';

/** Most pages of a PDF that is read. */
export const MAX_PAGES = 500;
/** Most characters on all of them: a thousand pages of text are three million. */
const MAX_CHARACTERS = 3_000_000;
/** Time limit of reading where no thread has one, checked after each page. */
const MAX_MS = 60_000;
/** Pages after which the library gives up what it kept of them. */
const PAGES_KEPT = 20;
/** Slope up to which text is a line; steeper text is a watermark. */
const LEANING = 0.02;
const BOLD = /bold|black|heavy|demi/i;
const ITALIC = /italic|oblique/i;

type Pdf = Awaited<ReturnType<typeof open>>;
type Page = Awaited<ReturnType<Pdf['getPage']>>;

/**
 * Reads the text layer of a PDF: words with their place and look, lines that are drawn, whether there are pictures. Nothing of it
 * acts: its scripts are not run, its files and links not opened, its pictures not decoded. Throws `PdfTextError`.
 */
export async function readPageText(bytes: Uint8Array): Promise<PageText[]> {
  const until = performance.now() + MAX_MS;
  await bound(bytes);
  const pdf = await open(bytes);
  try {
    if (pdf.numPages > MAX_PAGES) throw new PdfTextError('too-many-pages');
    const pages: PageText[] = [];
    let characters = 0;
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pageText(await pdf.getPage(number));
      characters += page.items.reduce((sum, { text }) => sum + text.length, 0);
      if (characters > MAX_CHARACTERS) throw new PdfTextError('too-much-text');
      if (performance.now() > until) throw new PdfTextError('too-slow');
      pages.push(page);
      // Pages, fonts and trees of objects that the library keeps for drawing again.
      if (number % PAGES_KEPT === 0) await pdf.cleanup();
    }
    return pages;
  } catch (cause) {
    throw cause instanceof PdfTextError ? cause : new PdfTextError('damaged', { cause });
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function bound(bytes: Uint8Array): Promise<void> {
  if (isScannedAgain(bytes)) throw new PdfTextError('damaged');
  boundGaps(bytes);
  boundObjectStreams(bytes);
  const context = await PDFParser.forBytesWithOptions(bytes)
    .parseDocument()
    .catch((cause: unknown) => {
      throw new PdfTextError('damaged', { cause });
    });
  if (context.trailerInfo.Encrypt) throw new PdfTextError('encrypted');
  boundStreams(context);
  boundDrawing(context, drawingText);
}

async function open(bytes: Uint8Array) {
  const { getDocument } = await import('unpdf/pdfjs');
  const task = getDocument({
    // A copy, because the library takes the buffer away; a Buffer’s own slice would be no copy.
    data: new Uint8Array(bytes),
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: false,
    // Pictures are counted, never decoded.
    maxImageSize: 1,
    verbosity: 0,
  });
  return task.promise.catch((cause: unknown) => {
    throw new PdfTextError('damaged', { cause });
  });
}

async function pageText(page: Page): Promise<PageText> {
  const { OPS } = await import('unpdf/pdfjs');
  const view = page.getViewport({ scale: 1 });
  const base = matrixOf(view.transform);
  const operators = await page.getOperatorList();
  const { items } = await page.getTextContent();
  const looks = new Map<string, Look>();
  const placed: TextItem[] = [];
  const leaning: string[] = [];
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const made = itemOf(item, base, lookOf(page, looks, item.fontName));
    if (made) placed.push(made);
    else leaning.push(item.str);
  }
  page.cleanup();
  return { width: view.width, height: view.height, items: placed, leaning, ...drawnLines(operators, OPS, base) };
}

interface Look {
  readonly bold: boolean;
  readonly italic: boolean;
}

/** A font's look by its own name: subsets keep it (`ABCDEF+TimesNewRomanPS-BoldMT`). */
function lookOf(page: Page, known: Map<string, Look>, font: string): Look {
  const before = known.get(font);
  if (before) return before;
  const named: unknown = page.commonObjs.has(font) ? page.commonObjs.get(font) : null;
  const name = typeof named === 'object' && named !== null && 'name' in named ? String(named.name) : '';
  const look = { bold: BOLD.test(name), italic: ITALIC.test(name) };
  known.set(font, look);
  return look;
}

interface FoundItem {
  readonly str: string;
  readonly transform: readonly unknown[];
  readonly width: number;
}

function itemOf({ str, transform, width }: FoundItem, base: Matrix, look: Look): TextItem | null {
  const [a, b, c, d, x, y] = times(base, matrixOf(transform));
  const size = Math.hypot(c, d);
  if (size === 0 || Math.abs(b) > LEANING * Math.abs(a) || a <= 0) return null;
  return { text: str.normalize('NFC'), x, y, width, size, ...look };
}
