import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { foldSymbol, formatCode } from '#document/code-notation.ts';
import { sealEvent } from '#register/documents/audit-chain.ts';
import { documentItem } from '#register/documents/documents.ts';
import type { RegisterRow } from '#register/model/register-row.schema.ts';
import type { DocumentItem, DocumentSummary } from '#register/model/types.ts';
import { rowItem } from '#register/numbers/rows.ts';
import { wordWrites } from '#register/search/search-tokens.ts';
import type { ItemKey } from '#register/table/keys/key-parts.ts';
import { counterKey } from '#register/table/keys/series-keys.ts';
import { loadItems } from '#register/table/sqlite/load-items.ts';
import type { StoredItem } from '#register/table/table.ts';

const ACTS = ['Triển khai', 'Tăng cường', 'Tổ chức', 'Kiểm tra', 'Đẩy mạnh', 'Rà soát', 'Phối hợp', 'Hướng dẫn'];
const MATTERS = [
  'cải cách hành chính',
  'chuyển đổi số',
  'phòng, chống thiên tai',
  'an toàn thực phẩm',
  'quản lý đất đai',
  'tiêm chủng mở rộng',
  'xây dựng nông thôn mới',
  'giảm nghèo bền vững',
  'trật tự đô thị',
  'bảo hiểm y tế toàn dân',
  'hòa giải ở cơ sở',
];
const PLACES = ['trên địa bàn', 'tại các khu phố', 'trong cơ quan', 'ở các trường học', 'tại chợ trung tâm'];

/** A trích yếu that no two of some hundred in a row share. */
export function subjectOf(n: number): string {
  const pick = (list: readonly string[], by: number) => list[Math.floor(n / by) % list.length] ?? '';
  return `${pick(ACTS, 1)} ${pick(MATTERS, 3)} ${pick(PLACES, 7)} đợt ${n} năm 2026`;
}

/** Counts of what was put in. */
export interface Filled {
  readonly rows: number;
  readonly items: number;
  readonly seconds: number;
}

/** An organ's book of 2026: `words` puts in what searching by words needs, too. */
export interface Book {
  readonly organ: string;
  readonly rows: number;
  readonly words: boolean;
}

/** Makes a register file that holds whole books, as issuing leaves them. Of a document's events it has none. */
export async function fill(dir: string, books: Iterable<Book>): Promise<Filled> {
  const startedMs = performance.now();
  await mkdir(dir, { recursive: true });
  let rows = 0;
  function* items() {
    for (const book of books) yield* itemsOf(book, () => rows++);
  }
  const count = loadItems(join(dir, 'register.sqlite'), items());
  return { rows, items: count, seconds: (performance.now() - startedMs) / 1000 };
}

function* itemsOf({ organ, rows, words }: Book, onRow: () => void): Generator<ItemKey & StoredItem> {
  const series = 'ke-hoach';
  yield {
    ...counterKey(organ, 2026, series),
    schema: 'series-counter@1',
    organ,
    year: 2026,
    series,
    start: 1,
    seq: rows,
    lastIssuedOn: dayOf(rows - 1, rows),
    open: true,
  };
  for (let place = 0; place < rows; place++) {
    const { row, document } = issued(organ, series, place, rows);
    onRow();
    yield rowItem(row);
    yield documentItem(document);
    if (words) for (const write of wordWrites(row)) if ('put' in write) yield { ...write.put };
  }
}

function issued(organ: string, series: string, place: number, rows: number) {
  const codeNumber = place + 1;
  const docId = `d-${organ}-${codeNumber}`;
  const issuedDate = dayOf(place, rows);
  const at = `${issuedDate}T03:00:00.000Z`;
  const contentHash = createHash('sha256').update(docId).digest('hex');
  const summary: DocumentSummary = {
    typeCode: 'KeHoach',
    typeName: 'Kế hoạch',
    organName: `Ủy ban nhân dân ${organ}`,
    codeNotation: 'KH-UBND',
    series,
    subject: subjectOf(place),
    signerInfo: { position: 'Chủ tịch', fullName: 'Nguyễn Văn A' },
    to: ['Đảng ủy', 'Hội đồng nhân dân', 'Lưu: VT'],
  };
  const symbol = formatCode(codeNumber, summary.codeNotation);
  const event = sealEvent({
    organ,
    docId,
    version: 5,
    act: 'complete',
    state: 'issued',
    actor: 'system',
    at,
    facts: {},
    prevHash: '',
  });
  const common = { ...summary, organ, docId, year: 2026, codeNumber, symbol, issuedDate, contentHash };
  const row: RegisterRow = {
    ...common,
    schema: 'register-row@1',
    symbolKey: foldSymbol(codeNumber, summary.codeNotation),
    numberedAt: at,
    files: [
      {
        role: 'rendered',
        fileId: 'van-ban',
        fileName: `${symbol.replace('/', '-')}.docx`,
        contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        key: `issued/${organ}/${docId}/van-ban`,
        sha256: contentHash,
        size: 20_000,
      },
    ],
  };
  const document: DocumentItem = {
    ...common,
    schema: 'document@1',
    state: 'issued',
    version: 5,
    rev: 1,
    drafterId: 'drafter',
    signerId: 'signer',
    chain: event.hash,
    createdAt: at,
    updatedAt: at,
  };
  return { row, document };
}

/** The days of a year, filled evenly, in the order of the numbers. */
function dayOf(place: number, rows: number): string {
  const dayOfYear = Math.floor((place / rows) * 300);
  return new Date(Date.UTC(2026, 0, 1 + dayOfYear)).toISOString().slice(0, 10);
}
