import { type NumberedPart, numberParts } from '../numbering/number-parts.ts';
import { appendixLabels } from '../numbering/references.ts';
import type { Part } from '../schemas/part.schema.ts';
import { leafColumns, type Row, type Table } from '../schemas/table.schema.ts';
import { capitalised } from '../text/vietnamese.ts';
import type { Pointer } from './findings.ts';
import type { PartialDocument, PartialPart } from './partial-document.ts';
import { REQUEST_WORDS } from './request-words.ts';

/** Labels of fields, as drafters call them. */
const FIELD_WORDS = new Map(
  Object.entries({
    schema: 'loại văn bản (schema)',
    organ: 'cơ quan ban hành (organ)',
    issuer: 'người ban hành (issuer)',
    subject: 'trích yếu (subject)',
    series: 'hệ thống số (series)',
    draftingUnit: 'đơn vị soạn thảo (draftingUnit)',
    body: 'nội dung (body)',
    bases: 'căn cứ (bases)',
    opening: 'câu mở đầu (opening)',
    openingLead: 'mệnh đề trước người ban hành (openingLead)',
    preamble: 'đoạn mở đầu (preamble)',
    subjectLines: 'các dòng trích yếu (subjectLines)',
    draftMark: 'dấu dự thảo (draftMark)',
    draftMonth: 'tháng của dự thảo (draftMonth)',
    label: 'tên riêng của phụ lục (label)',
    sameNumber: 'chung số (sameNumber)',
    endMark: 'dấu kết (endMark)',
    units: 'đơn vị lưu (units)',
    name: 'tên (name)',
    parentName: 'cơ quan chủ quản (parentName)',
    parentLines: 'các dòng tên cơ quan chủ quản (parentLines)',
    headerLines: 'các dòng tên cơ quan (headerLines)',
    place: 'địa danh (place)',
    abbreviation: 'chữ viết tắt (abbreviation)',
    headPosition: 'chức vụ người đứng đầu (headPosition)',
    positions: 'các chức vụ được ký (positions)',
    types: 'loại văn bản (types)',
    closing: 'lời kết (closing)',
    recipients: 'nơi nhận (recipients)',
    addressees: 'kính gửi (addressees)',
    archive: 'dòng Lưu (archive)',
    signer: 'người ký (signer)',
    authority: 'quyền hạn, chức vụ (authority)',
    position: 'chức vụ (position)',
    prefix: 'KT., TL., TUQ., Q. (prefix)',
    fullName: 'họ tên (fullName)',
    otherPosition: 'chức vụ khác (otherPosition)',
    appendices: 'phụ lục (appendices)',
    title: 'tiêu đề (title)',
    text: 'nội dung (text)',
    level: 'cấp (level)',
    id: 'mã (id)',
    cites: 'văn bản viện dẫn (cites)',
    typeName: 'tên loại (typeName)',
    code: 'số, ký hiệu (code)',
    issuedDate: 'ngày ban hành (issuedDate)',
    organName: 'cơ quan (organName)',
    urgency: 'mức độ khẩn (urgency)',
    circulation: 'phạm vi lưu hành (circulation)',
    footAddress: 'địa chỉ chân trang (footAddress)',
    orientation: 'chiều trang (orientation)',
    table: 'bảng',
    columns: 'cột',
    group: 'tên nhóm (group)',
    children: 'phần con (children)',
    rows: 'dòng (rows)',
    cells: 'ô (cells)',
    width: 'độ rộng (width)',
    caption: 'tên bảng (caption)',
    unitLine: 'đơn vị tính (unitLine)',
    fontSize: 'cỡ chữ (fontSize)',
    columnNumbers: 'dòng số cột (columnNumbers)',
    borders: 'đường kẻ (borders)',
    total: 'dòng cộng (total)',
    sums: 'cộng của (sums)',
    continued: 'dòng tiếp theo (continued)',
    rowSpan: 'gộp dọc (rowSpan)',
    colSpan: 'gộp ngang (colSpan)',
    align: 'canh lề (align)',
    indent: 'lùi dòng (indent)',
    medium: 'hình thức (medium)',
    drafterMark: 'ký hiệu người soạn (drafterMark)',
    copies: 'số bản lưu (copies)',
    issuedAmount: 'số lượng phát hành (issuedAmount)',
    ref: 'tham chiếu (ref)',
    verb: 'từ mở đầu (verb)',
    reason: 'lý do (reason)',
    state: 'trạng thái (state)',
    number: 'số cần tìm (number)',
    year: 'năm (year)',
    start: 'số bắt đầu (start)',
    data: 'dữ liệu văn bản (data)',
    codeNumber: 'số (codeNumber)',
    codeNotation: 'ký hiệu (codeNotation)',
    typeCode: 'loại văn bản (typeCode)',
    by: 'văn bản, người (by)',
    username: 'tên đăng nhập (username)',
    password: 'mật khẩu (password)',
  }),
);

/** The word for a field, as in "Còn thiếu trích yếu (subject)". */
export function fieldWord(name: string): string {
  return FIELD_WORDS.get(name) ?? REQUEST_WORDS.get(name) ?? name;
}

/** Place in a profile's data: its fields as they are typed, joined by dots. */
export function profilePath(pointer: Pointer): string {
  return pointer.join('.') || 'hồ sơ cơ quan';
}

/**
 * Makes a function that names a pointer's place in a drafter's words, by the numbers that the document prints: `Phụ lục
 * I, dòng 7, cột Sản phẩm`; `Mục II, khoản 1, tiêu đề (title)`.
 */
export function createPathLabels(doc: PartialDocument): (pointer: Pointer) => string {
  const body = onceOnly(() => numberParts(doc.body.map(asPart)));
  const appendices = doc.appendices.map((appendix) => onceOnly(() => numberParts(appendix.body.map(asPart))));
  const labels = appendixLabels(doc.appendices);
  return (pointer) => {
    const [head, index, ...rest] = pointer;
    if (head === 'body' && typeof index === 'number')
      return capitalised(partWords(doc.body, body(), index, rest).join(', '));
    if (head === 'appendices' && typeof index === 'number') {
      const label = labels[index] ?? '';
      const [field, at, ...inner] = rest;
      const parts = doc.appendices[index]?.body ?? [];
      if (field === 'body' && typeof at === 'number')
        return [label, ...partWords(parts, appendices[index]?.() ?? [], at, inner)].join(', ');
      return [label, ...plainWords(rest)].join(', ');
    }
    const words = plainWords(pointer);
    return words.length === 0 ? 'Văn bản' : capitalised(words.join(', '));
  };
}

/** Words from a part downwards; the paragraph that only holds an appendix's table is not named. */
function partWords(
  siblings: readonly PartialPart[],
  numberedSiblings: readonly NumberedPart[],
  index: number,
  rest: Pointer,
): string[] {
  const numbered = numberedSiblings[index];
  const own = siblings[index];
  if (!numbered || !own) return plainWords(['body', index, ...rest]);
  const [field, at, ...inner] = rest;
  const here = partWord(numbered, siblings, index);
  if (field === 'children' && typeof at === 'number') {
    const below = partWords(own.children, numbered.children, at, inner);
    // "khoản 1 Mục II" names the Mục II it stands in.
    return numbered.cited !== null && numbered.children[at]?.cited ? below : [...here, ...below];
  }
  if (field === 'table' && own.table) return [...here, ...tableWords(own.table, rest.slice(1))];
  const words = [...here, ...plainWords(rest)];
  return words.length === 0 ? ['bảng'] : words;
}

function partWord({ label, cited, part }: NumberedPart, siblings: readonly PartialPart[], index: number): string[] {
  if (siblings[index]?.level === undefined) return [`phần thứ ${index + 1}`];
  if (part.level === 'table') {
    const tables = siblings.filter((s) => s.level === 'table').length;
    return tables === 1 ? [] : [`bảng thứ ${ordinal(siblings, index)}`];
  }
  if (cited !== null) return [cited];
  if (label === '-') return [`gạch đầu dòng thứ ${ordinal(siblings, index)}`];
  if (label === '+') return [`dấu cộng thứ ${ordinal(siblings, index)}`];
  return [`${part.level === 'note' ? 'ghi chú' : 'đoạn'} thứ ${ordinal(siblings, index)}`];
}

function ordinal(siblings: readonly PartialPart[], index: number): number {
  const level = siblings[index]?.level;
  return siblings.slice(0, index + 1).filter((s) => s.level === level).length;
}

function tableWords(table: Table, rest: Pointer): string[] {
  const [field, index, inner, key, ...more] = rest;
  if (field !== 'rows' || typeof index !== 'number') return ['bảng', ...plainWords(rest)];
  const row = table.rows[index];
  const upTo = table.rows.slice(0, index + 1);
  const here = rowWord(row, upTo);
  if (inner !== 'cells' || key === undefined) return [here, ...plainWords(inner === undefined ? [] : [inner])];
  const column = leafColumns(table.columns).find((c) => c.id === key);
  return [here, `cột ${column?.title ?? key}`, ...plainWords(more.filter((m) => m !== 'text'))];
}

function rowWord(row: Row | undefined, upTo: readonly Row[]): string {
  if (row?.group !== undefined) return `dòng nhóm ${upTo.filter((r) => r.group !== undefined).length}`;
  if (row?.total) return `dòng cộng ${upTo.filter((r) => r.total).length}`;
  return `dòng ${upTo.filter((r) => r.group === undefined && !r.total).length}`;
}

function plainWords(pointer: Pointer): string[] {
  const words: string[] = [];
  for (const step of pointer) {
    if (typeof step === 'string') words.push(fieldWord(step));
    else words.push(`${words.pop() ?? 'mục'} thứ ${step + 1}`);
  }
  return words;
}

/** Makes a value at its first use. */
function onceOnly<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function asPart(loose: PartialPart): Part {
  return { level: loose.level ?? 'paragraph', children: loose.children.map(asPart) };
}
