import { z } from 'zod';
import { type NumberedPart, numberParts } from '#document/numbering/number-parts.ts';
import { pieces } from '#document/schemas/inline.schema.ts';
import { type Part, part } from '#document/schemas/part.schema.ts';
import { type Column, leafColumns, type Table } from '#document/schemas/table.schema.ts';
import { parseRuns, type Run } from '#document/text/runs.ts';

/** A line of the reflowed text. `depth`: how far it is set in. */
export type Block =
  | { readonly kind: 'title'; readonly text: string }
  | {
      readonly kind: 'line';
      readonly depth: number;
      /** Pointer in the data, `body/0/children/2`; null outside parts. */
      readonly anchor: string | null;
      readonly label: string | null;
      readonly title: string | null;
      readonly runs: readonly Run[];
    }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

const MAX_TABLE_ROWS = 500;

const body = z.looseObject({
  subject: z.string().optional(),
  addressees: z.array(z.string()).optional(),
  bases: z
    .array(
      z.looseObject({
        verb: z.string().optional(),
        text: z.string().optional(),
        cites: z
          .looseObject({
            typeName: z.string(),
            code: z.string().optional(),
            issuedDate: z.string(),
            organName: z.string().optional(),
            subject: z.string(),
          })
          .optional(),
      }),
    )
    .optional(),
  opening: z.string().optional(),
  body: z.array(part).optional(),
  appendices: z.array(z.looseObject({ title: z.string().optional(), body: z.array(part).optional() })).optional(),
  recipients: z.array(z.unknown()).optional(),
});

/** The text of a document's data as lines to read on a small screen; numbers are those that are printed. */
export function readingBlocks(data: unknown): Block[] {
  const read = body.safeParse(data);
  if (!read.success) return [];
  const { addressees = [], bases = [], opening, appendices = [] } = read.data;
  const parts = read.data.body ?? [];
  const names = labelsById(numberParts(parts));
  return [
    ...(addressees.length > 0 ? [plain(`Kính gửi: ${addressees.join('; ')}`)] : []),
    ...bases.map(({ verb = 'Căn cứ', text, cites }) =>
      plain(
        text ??
          (cites
            ? `${verb} ${cites.typeName} ${cites.code ? `số ${cites.code} ` : ''}ngày ${viDay(cites.issuedDate)} ${cites.organName ? `của ${cites.organName} ` : ''}${cites.subject};`
            : verb),
      ),
    ),
    ...(opening === undefined ? [] : [plain(opening)]),
    ...blocksOf(numberParts(parts), 'body', 0, names),
    ...appendices.flatMap(({ title, body: own = [] }, index): Block[] => [
      { kind: 'title', text: `Phụ lục${appendices.length > 1 ? ` ${index + 1}` : ''}${title ? `: ${title}` : ''}` },
      ...blocksOf(numberParts(own), `appendices/${index}/body`, 0, names),
    ]),
  ];
}

function blocksOf(
  parts: readonly NumberedPart[],
  above: string,
  depth: number,
  names: ReadonlyMap<string, string>,
): Block[] {
  return parts.flatMap(({ part: one, label, children }, index): Block[] => [
    ...lineOf(one, { label, anchor: `${above}/${index}`, depth }, names),
    ...(one.table ? [tableBlock(one.table)] : []),
    ...blocksOf(children, `${above}/${index}/children`, depth + 1, names),
  ]);
}

function lineOf(
  { title, text }: Part,
  place: { readonly label: string | null; readonly anchor: string; readonly depth: number },
  names: ReadonlyMap<string, string>,
): Block[] {
  if (title === undefined && text === undefined) return [];
  const runs = (text === undefined ? [] : pieces(text)).flatMap((piece) =>
    typeof piece === 'string' ? parseRuns(piece) : [{ text: names.get(piece.ref) ?? '…', bold: false, italic: false }],
  );
  return [{ kind: 'line', ...place, title: title ?? null, runs }];
}

function tableBlock({ columns, rows }: Table): Block {
  const leaves = leafColumns(columns);
  const textOf = (id: string | undefined, cells: NonNullable<Table['rows'][number]['cells']>) => {
    const cell = id === undefined ? undefined : cells[id];
    return cell === undefined ? '' : typeof cell === 'string' ? cell : cell.text;
  };
  let counted = 0;
  const lines = rows.slice(0, MAX_TABLE_ROWS).map(({ cells, group }) => {
    if (!cells) return [group ?? ''];
    counted += 1;
    return leaves.map((column: Column) => (column.numbering ? String(counted) : textOf(column.id, cells)));
  });
  return { kind: 'table', head: leaves.map(({ title }) => title), rows: lines };
}

function labelsById(parts: readonly NumberedPart[]): Map<string, string> {
  const names = new Map<string, string>();
  const walk = (all: readonly NumberedPart[]) => {
    for (const { part: one, cited, children } of all) {
      if (one.id !== undefined && cited !== null) names.set(one.id, cited);
      walk(children);
    }
  };
  walk(parts);
  return names;
}

function plain(text: string): Block {
  return { kind: 'line', depth: 0, anchor: null, label: null, title: null, runs: parseRuns(text) };
}

function viDay(iso: string): string {
  return iso.split('-').reverse().join('/');
}
