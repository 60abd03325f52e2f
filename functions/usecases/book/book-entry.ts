import type { BookEntry } from '#exchange/book/book.ts';
import type { DocumentItem } from '#register/model/types.ts';
import type { NumberedDocument } from '#register/register.ts';

/** A document as the book registers it: its row, and what became of it. */
export function bookEntry({ row, document }: NumberedDocument): BookEntry {
  const { docId, symbol, issuedDate, typeName, subject, signerInfo, to, archivedAt, issuedAmount } = row;
  return {
    docId,
    symbol,
    issuedDate,
    typeName,
    subject,
    fullName: signerInfo?.fullName,
    to,
    archivedAt,
    issuedAmount,
    ...(row.struck ? { state: 'struck' as const, endReason: row.struck.reason } : endOf(document)),
    correctedBy: standing(document.correctedBy),
    amendedBy: standing(document.amendedBy),
    ...(document.sent && { sent: document.sent }),
    broughtIn: row.broughtIn === true,
    registered: row.registered === true,
    recorded: row.recorded === true,
    hasFiles: row.files.length > 0,
  };
}

function endOf({ state, endReason, replacedBy }: DocumentItem): Pick<BookEntry, 'state' | 'endReason' | 'replacedBy'> {
  if (state === 'replaced' && replacedBy !== undefined) return { state, endReason, replacedBy: replacedBy.symbol };
  // What stands in the book has a number; any other state is a violation that `verify` reports.
  return state === 'draft' || state === 'submitted' || state === 'approved' || state === 'discarded'
    ? { state: 'numbered' }
    : { state, endReason };
}

/** Symbols of the documents that links lead to, but for those whose number was voided. */
function standing(links: DocumentItem['correctedBy'] = []): string[] {
  return links.filter(({ voided }) => !voided).map(({ symbol }) => symbol);
}
