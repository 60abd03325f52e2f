import type { Pointer } from '#document/checking/findings.ts';
import type { Part } from '#document/schemas/part.schema.ts';
import { leafColumns, type Row, type Table } from '#document/schemas/table.schema.ts';
import { hashOf } from '../hash.ts';
import type { Addition, LocalisablePlan, Mark } from '../localisable-plan.schema.ts';
import { finding, type LocaliseFinding } from '../localise-finding.ts';
import { createPlaces, type PlacedAddition } from '../units/places.ts';
import { literalReader, type WordingReader } from './compile-text.ts';
import type {
  CompiledAppendix,
  CompiledMark,
  CompiledNode,
  CompiledPart,
  CompiledRow,
  CompiledTable,
} from './compiled-plan.ts';

type PathWords = (pointer: Pointer) => string;
/** Titles of a table's columns by id. */
type ColumnTitles = ReadonlyMap<string, string>;

/** Body and appendices with marks and additions in their places. Tells `findings` what does not fit. */
export function compileBodies(
  source: LocalisablePlan,
  reader: WordingReader,
  words: PathWords,
  findings: LocaliseFinding[],
): { readonly body: readonly CompiledPart[]; readonly appendices: readonly CompiledAppendix[] } {
  const places = createPlaces(source.additions ?? [], findings);
  const marks = Map.groupBy(source.marks, ({ id }) => id);
  const seen = new Set<string>();

  const body = parts(source.plan.body, ['body'], null, null);
  const appendices = (source.plan.appendices ?? []).map((appendix, i): CompiledAppendix => {
    const pointer = ['appendices', i];
    const own = { ...appendix, body: [] };
    const made = node(idOf(appendix, words(pointer)), words(pointer), own, null, 'part');
    return {
      ...made,
      source: appendix,
      title: appendix.title === undefined ? null : [appendix.title],
      body: parts(appendix.body, [...pointer, 'body'], null, made.id),
    };
  });
  for (const id of marks.keys()) {
    if (!seen.has(id)) findings.push(finding('MARK_UNKNOWN_ID', `Dấu cho mã “${id}”`, { id }));
  }
  places.reportLost();
  return { body, appendices };

  /** Parts of a list with the additions among them; `added` is set inside an addition. */
  function parts(
    list: readonly Part[],
    pointer: Pointer | null,
    added: PlacedAddition | null,
    container: string | null,
  ): CompiledPart[] {
    const made = list.flatMap((one, i) => [
      part(one, pointer && [...pointer, i], added),
      ...(one.id === undefined ? [] : places.partsAfter(one.id).map(addedPart)),
    ]);
    return container === null ? made : [...made, ...places.partsIn(container).map(addedPart)];
  }

  function addedPart(placed: PlacedAddition & { readonly part: Part }): CompiledPart {
    return { ...part(placed.part, null, placed), addedFor: { audience: placed.addition.for } };
  }

  function part(one: Part, pointer: Pointer | null, added: PlacedAddition | null): CompiledPart {
    const place = pointer ? words(pointer) : `${added?.place ?? ''}, mã “${one.id ?? ''}”`;
    const id = idOf(one, place);
    const read = added ? reader : literalReader;
    const { children: _, table, ...own } = one;
    const head = table && { ...table, rows: [] };
    return {
      ...node(id, place, { ...own, ...(head ? { table: head } : {}) }, added?.addition ?? null, 'part'),
      source: one,
      title: one.title === undefined ? null : read.wording(one.title, place),
      text: one.text === undefined ? null : read.text(one.text, place),
      table: table ? compileTable(table, id, pointer, added) : null,
      children: parts(one.children ?? [], pointer && [...pointer, 'children'], added, id),
    };
  }

  function compileTable(
    table: Table,
    partId: string,
    pointer: Pointer | null,
    added: PlacedAddition | null,
  ): CompiledTable {
    const columns = new Map(leafColumns(table.columns).map(({ id, title }) => [id ?? '', title]));
    const rows = table.rows.flatMap((one, i) => {
      const place = pointer ? words([...pointer, 'table', 'rows', i]) : `${added?.place ?? ''}, dòng ${i + 1}`;
      const made = row(one, one.id ?? `${partId}-${i + 1}`, place, columns, added);
      const after = one.id === undefined ? [] : places.rowsAfter(one.id);
      return [made, ...after.map((placed) => addedRow(placed, columns))];
    });
    return { source: table, rows: [...rows, ...places.rowsIn(partId).map((placed) => addedRow(placed, columns))] };
  }

  function addedRow(placed: PlacedAddition & { readonly row: Row }, columns: ColumnTitles): CompiledRow {
    const id = placed.row.id ?? `them-${placed.index + 1}`;
    return { ...row(placed.row, id, placed.place, columns, placed), addedFor: { audience: placed.addition.for } };
  }

  function row(one: Row, id: string, place: string, columns: ColumnTitles, added: PlacedAddition | null): CompiledRow {
    const read = added ? reader : literalReader;
    const made = node(id, place, one, added?.addition ?? null, 'row', columns);
    return {
      ...made,
      source: one,
      group: one.group === undefined ? null : read.wording(one.group, place),
      cells: Object.entries(one.cells ?? {}).map(([column, cell]) => ({
        column,
        cell,
        wording: read.wording(typeof cell === 'string' ? cell : cell.text, columnPlace(place, column, columns)),
      })),
      target: added ? (one.target ?? null) : null,
    };
  }

  function idOf({ id }: { readonly id?: string | undefined }, place: string): string {
    if (id === undefined) findings.push(finding('ID_MISSING', place));
    return id ?? '';
  }

  function node(
    id: string,
    place: string,
    own: unknown,
    addition: Addition | null,
    kind: 'part' | 'row',
    columns: ColumnTitles = new Map(),
  ): CompiledNode {
    if (id !== '' && seen.has(id)) findings.push(finding('DUPLICATE_ID', place, { id }));
    seen.add(id);
    const ofId = marks.get(id) ?? null;
    const hash = hashOf({ own, marks: ofId, for: addition?.for ?? null });
    return {
      id,
      place,
      marks: ofId?.map((mark) => compiledMark(mark, `${place}, lời cho đơn vị`, kind, columns)) ?? null,
      addedFor: null,
      origin: { docId: source.superior.docId, partId: id, hash },
    };
  }

  function compiledMark(mark: Mark, place: string, kind: 'part' | 'row', columns: ColumnTitles): CompiledMark {
    const why = markProblem(mark, kind);
    if (why !== null) findings.push(finding('MARK_CONTENT', place, { why }));
    for (const column of Object.keys(mark.cells ?? {})) {
      if (kind === 'row' && !columns.has(column)) findings.push(finding('COLUMN_UNKNOWN', place, { column }));
    }
    return {
      for: mark.for,
      stays: mark.stays === true,
      title: mark.title === undefined ? null : reader.wording(mark.title, place),
      text: mark.text === undefined ? null : reader.text(mark.text, place),
      cells: new Map(
        Object.entries(mark.cells ?? {}).map(([column, text]) => [
          column,
          reader.wording(text, columnPlace(place, column, columns)),
        ]),
      ),
      target: mark.target ?? null,
    };
  }
}

function markProblem(mark: Mark, kind: 'part' | 'row'): string | null {
  const wording = mark.title ?? mark.text ?? mark.cells ?? mark.target;
  if (mark.stays && wording !== undefined) return 'Phần ở lại cấp trên (stays) không có lời cho đơn vị';
  if (kind === 'part' && (mark.cells ?? mark.target) !== undefined) return 'Chỉ dòng của bảng mới có “cells”, “target”';
  if (kind === 'row' && (mark.title ?? mark.text) !== undefined)
    return 'Dòng của bảng ghi lời cho đơn vị trong “cells”';
  return null;
}

function columnPlace(place: string, column: string, titles: ColumnTitles): string {
  return `${place}, cột ${titles.get(column) ?? column}`;
}
