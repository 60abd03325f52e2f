import { expect, test } from 'vitest';
import { bookCells } from '#exchange/book/book.ts';
import { closingOf } from '#exchange/book/book-closing.ts';
import { coverLines } from '#exchange/book/book-cover.ts';
import { bookTable } from '#exchange/book/book-table.ts';
import { renderBook } from '#render/render-book.ts';
import { keepPictures } from '../support/keep-pictures.ts';
import { convertToPdf, pageTexts } from '../support/office.ts';
import { bookOf, entry } from './entries.ts';

const blank = {
  typeName: '',
  subject: '',
  to: [],
  fullName: undefined,
  archivedAt: undefined,
  issuedAmount: undefined,
};

/** A line of every kind that a book may have. */
const KINDS = [
  entry({ symbol: '01/KH-UBND', issuedDate: '2026-01-05' }),
  entry({
    symbol: '02/KH-UBND',
    issuedDate: '2026-01-06',
    subject: 'tổ chức Tết trồng cây đời đời nhớ ơn Bác Hồ, bảo đảm an toàn, tiết kiệm, thiết thực',
    sent: { firstDay: '2026-01-07', lines: 4, copies: 12, received: 3 },
  }),
  entry({ symbol: '241/KH-UBND', issuedDate: '2026-01-08', recorded: true }),
  entry({ symbol: '241/KH-UBND', issuedDate: '2026-01-08', recorded: true, state: 'struck', endReason: 'ghi nhầm số' }),
  entry({ symbol: '03/KH-UBND', issuedDate: '2026-01-09', state: 'voided', endReason: 'ghi nhầm ngày họp' }),
  entry({
    symbol: '04/KH-UBND',
    issuedDate: '2026-01-12',
    registered: true,
    hasFiles: false,
    fullName: 'Trần Thị Phó',
  }),
  entry({ symbol: '05/KH-UBND', issuedDate: '2026-01-12', registered: true, amendedBy: ['12/KH-UBND'] }),
  entry({ symbol: '06/KH-UBND', issuedDate: '2026-01-13', state: 'replaced', replacedBy: '11/KH-UBND' }),
  entry({ symbol: '07/KH-UBND', issuedDate: '2026-01-13', state: 'withdrawn', endReason: 'sai thẩm quyền' }),
  entry({ symbol: '35a/KH-UBND', issuedDate: '2026-01-14', broughtIn: true, hasFiles: false }),
  entry({ symbol: '35/KH-UBND', issuedDate: '2026-01-14', broughtIn: true, correctedBy: ['12/UBND-VHXH'] }),
  entry({ symbol: '36/KH-UBND', issuedDate: '', state: 'empty', ...blank }),
  entry({ symbol: '37/KH-UBND', issuedDate: '2026-01-15', state: 'cancelled', ...blank }),
  entry({ symbol: '245/KH-UBND', issuedDate: '', state: 'secret', ...blank }),
  entry({ symbol: '38/KH-UBND', issuedDate: '2026-01-16', state: 'numbered' }),
];

test('a page of the book has a line of every kind, each with its note, and no word of a column is torn', async () => {
  const book = bookOf(KINDS);
  const [volume] = book.volumes;
  const docx = await renderBook({
    ...{ title: 'Sổ', creator: 'x', on: book.to },
    volumes: [
      {
        parentName: null,
        organLines: book.organLines,
        coverLines: coverLines(book, volume!),
        table: bookTable(volume!),
        closing: closingOf(volume!),
      },
    ],
  });
  const pdf = (await convertToPdf(new Map([['book', docx]]))).get('book')!;
  await keepPictures('book', pdf);
  expect(bookCells(KINDS.find(({ state }) => state === 'empty')!).slice(1, 9)).toEqual(Array(8).fill(''));
  const words = (await pageTexts(pdf)).join(' ').split(/\s+/);
  for (const { symbol } of KINDS) expect(words, symbol).toContain(symbol);
  for (const word of ['05/01/2026', 'nhầm,', 'hủy:', 'mật,', 'lại', 'tệp', 'thế', 'thu'])
    expect(words, word).toContain(word);
}, 120_000);
