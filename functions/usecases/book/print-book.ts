import { DOCX, XLSX } from '#base/content-types.ts';
import type { Book } from '#exchange/book/book.ts';
import { closingOf } from '#exchange/book/book-closing.ts';
import { BOOK_TITLE, coverLines } from '#exchange/book/book-cover.ts';
import { bookTable } from '#exchange/book/book-table.ts';
import { bookXlsx } from '#exchange/book/book-xlsx.ts';
import { renderBook } from '#render/render-book.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import type { ExportedFile } from '../exported-file.ts';
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
  if (request.format === 'xlsx') return { fileName, contentType: XLSX, bytes: await bookXlsx(book) };
  const { parentName, organLines, to, volumes } = book;
  const bytes = await renderBook({
    title: BOOK_TITLE,
    creator: organLines.join(' '),
    on: to,
    volumes: volumes.map((volume) => ({
      parentName,
      organLines,
      coverLines: coverLines(book, volume),
      table: bookTable(volume),
      closing: closingOf(volume),
    })),
  });
  return { fileName, contentType: DOCX, bytes };
}

function spanOf({ from, to }: Book): string {
  const year = from.slice(0, 4);
  return from === `${year}-01-01` && to.startsWith(year) ? year : `${from}-den-${to}`;
}
