import { readDocument } from '../documents/documents.ts';
import type { DocumentItem } from '../model/document-item.schema.ts';
import { RegisterError } from '../model/register-error.ts';
import { type SeriesCounter, seriesCounterSchema } from '../model/series-counter.schema.ts';
import { readItem } from '../table/read-item.ts';
import type { Outcome } from '../table/table.ts';
import { ISSUE_WRITES } from './plan-number.ts';

/**
 * Meaning of a cancelled try. `given`: it was this very try that happened. `conflict`: nothing is known against it, try
 * again.
 */
export type Verdict =
  | { readonly outcome: 'given' | 'conflict' }
  | { readonly outcome: 'repeated' | 'refused'; readonly document: DocumentItem }
  | { readonly outcome: 'counter-moved'; readonly counter: SeriesCounter | undefined };

/**
 * Reads why a try was cancelled. The document's reason comes first: it leaves `approved` once, so a repeat of any age fails there,
 * and its counter has moved as well. Throws `number-taken` and `broken-item`, which are alarms.
 */
export function classifyConflict(outcome: Outcome & { readonly done: false }, planned: DocumentItem): Verdict {
  const failed = (write: keyof typeof ISSUE_WRITES) => {
    const reason = outcome.reasons[ISSUE_WRITES[write]];
    return reason?.code === 'ConditionalCheckFailed' ? reason : undefined;
  };
  const documentReason = failed('document');
  if (documentReason) {
    const document = readDocument(documentReason.item, planned.docId);
    // The client repeats a request whose answer was lost: then what stands is this very try.
    if (document.chain === planned.chain) return { outcome: 'given' };
    return { outcome: document.codeNumber === undefined ? 'refused' : 'repeated', document };
  }
  const counterReason = failed('counter');
  if (counterReason) {
    return {
      outcome: 'counter-moved',
      counter: counterReason.item && readItem(seriesCounterSchema, counterReason.item),
    };
  }
  const rowReason = failed('row');
  if (rowReason) throw new RegisterError('number-taken', { codeNumber: Number(rowReason.item?.['codeNumber'] ?? 0) });
  if (failed('event')) throw new RegisterError('broken-item', { schema: 'audit-event@1', path: 'version' });
  return { outcome: 'conflict' };
}
