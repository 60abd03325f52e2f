import { DOCX, XLSX } from '#base/content-types.ts';
import type { Book } from '#exchange/book/book.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import type { ExportedFile } from '../exported-file.ts';
import { runHeavy } from '../heavy/heavy-work.ts';
import { type BookRequest, readBook } from './read-book.ts';

/** Format of a printed book. */
export type BookFormat = 'xlsx' | 'docx';

/** Sổ đăng ký văn bản đi (PL IV, Mục I) as a file to print and bind (Điều 16.2.b). Throws what `readBook` throws. */
export async function printBook(
  deps: Deps,
  actor: Actor,
  request: BookRequest & { readonly format: BookFormat },
): Promise<ExportedFile> {
  const book = await readBook(deps, actor, request);
  const fileName = `So-dang-ky-van-ban-di-${spanOf(book)}.${request.format}`;
  const { format } = request;
  const bytes = await runHeavy(deps, { organ: actor.organ, name: 'print-book' }, async () => ({ book, format }));
  return { fileName, contentType: format === 'xlsx' ? XLSX : DOCX, bytes };
}

function spanOf({ from, to }: Book): string {
  const year = from.slice(0, 4);
  return from === `${year}-01-01` && to.startsWith(year) ? year : `${from}-den-${to}`;
}
