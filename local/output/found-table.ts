import type { z } from 'zod';
import type { numberedDocumentResponse } from '#present/responses/document-response.ts';
import { textTable } from './text-table.ts';

const HEAD = ['Số, ký hiệu', 'Ngày', 'Cơ quan', 'Trạng thái', 'Tệp', 'Trích yếu'];

type Shown = z.infer<typeof numberedDocumentResponse>['document'];

/** `được thay thế bởi 36/KH-UBND`, `đã ban hành (đính chính: 12/UBND-HCC)`, `đã ban hành (nhập)` */
function stateOf({ stateName, replacedBy, correctedBy = [], broughtIn }: Shown): string {
  if (replacedBy) return `được thay thế bởi ${replacedBy.symbol}`;
  const notes = [...(broughtIn ? ['nhập'] : []), ...correctedBy.map(({ symbol }) => `đính chính: ${symbol}`)];
  return notes.length === 0 ? stateName : `${stateName} (${notes.join('; ')})`;
}

/** Documents that were found, a line each, or a line that says there are none. */
export function foundTable(found: readonly z.infer<typeof numberedDocumentResponse>[]): string[] {
  const rows = found.map(({ document: d, files }) => [
    d.symbol ?? '',
    (d.issuedDate ?? '').split('-').reverse().join('/'),
    d.organName,
    stateOf(d),
    files.length > 0 ? `${files.length} tệp` : 'không tệp',
    d.subject,
  ]);
  if (rows.length === 0) return ['Không tìm thấy văn bản nào.'];
  return textTable([HEAD, ...rows], process.stdout.columns ?? 160);
}
