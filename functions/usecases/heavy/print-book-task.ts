import type { Book } from '#exchange/book/book.ts';
import { closingOf } from '#exchange/book/book-closing.ts';
import { BOOK_TITLE, coverLines } from '#exchange/book/book-cover.ts';
import { bookTable } from '#exchange/book/book-table.ts';
import { bookXlsx } from '#exchange/book/book-xlsx.ts';
import { renderBook } from '#render/render-book.ts';

/** A book to print, and its format. */
export interface PrintInput {
  readonly book: Book;
  readonly format: 'xlsx' | 'docx';
}

/** Prints a book: a year of a large office has thousands of rows. */
export async function printBookTask({ book, format }: PrintInput): Promise<Uint8Array> {
  if (format === 'xlsx') return bookXlsx(book);
  const { parentName, organLines, to, volumes } = book;
  return renderBook({
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
}
