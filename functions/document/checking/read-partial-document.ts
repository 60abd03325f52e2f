import { oncePerPiece, share } from '../common-pieces.ts';
import { LEVELS } from '../schemas/part.schema.ts';
import { type Cell, type Column, ROW_LEVELS, type Row, type Table } from '../schemas/table.schema.ts';
import type { PartialBasis, PartialDocument, PartialPart, PartialText } from './partial-document.ts';

/** Reads any JSON value as a partial document. */
export function readPartialDocument(input: unknown): PartialDocument {
  const doc = record(input);
  const archive = record(doc['archive']);
  const signer = record(doc['signer']);
  return {
    schema: text(doc['schema']),
    organ: text(doc['organ']),
    series: text(doc['series']),
    issuer: text(doc['issuer']),
    subject: text(doc['subject']),
    draftingUnit: text(doc['draftingUnit']),
    opening: text(doc['opening']),
    openingLead: text(doc['openingLead']),
    preamble: list(doc['preamble']).map((item) => inline(item) ?? []),
    subjectLines: Array.isArray(doc['subjectLines']) ? doc['subjectLines'].map((item) => text(item) ?? '') : undefined,
    closing: inline(doc['closing']),
    orientation: text(doc['orientation']),
    footAddress: flag(doc['footAddress']),
    bases: list(doc['bases']).map(toBasis),
    body: list(doc['body']).map(toPart),
    recipients: list(doc['recipients']).map((item) => text(item) ?? ''),
    recipientsGiven: Array.isArray(doc['recipients']),
    addressees: list(doc['addressees']).map((item) => text(item) ?? ''),
    archive: {
      drafterMark: text(archive['drafterMark']),
      issuedAmount: typeof archive['issuedAmount'] === 'number' ? archive['issuedAmount'] : undefined,
    },
    signer: {
      authority: list(signer['authority'])
        .map(record)
        .map(({ prefix, position }) => ({ prefix: text(prefix), position: text(position) })),
      otherPosition: text(signer['otherPosition']),
      fullName: text(signer['fullName']),
    },
    appendices: list(doc['appendices'])
      .map(record)
      .map((a) => ({
        id: text(a['id']),
        label: text(a['label']),
        sameNumber: flag(a['sameNumber']),
        orientation: text(a['orientation']),
        title: text(a['title']),
        body: list(a['body']).map(toPart),
      })),
  };
}

function toBasis(input: unknown): PartialBasis {
  const basis = record(input);
  const cites = basis['cites'] === undefined ? undefined : record(basis['cites']);
  return {
    verb: text(basis['verb']),
    text: text(basis['text']),
    cites: cites && {
      typeName: text(cites['typeName']),
      code: text(cites['code']),
      issuedDate: text(cites['issuedDate']),
      organName: text(cites['organName']),
      subject: text(cites['subject']),
    },
  };
}

const toPart = oncePerPiece((input: unknown): PartialPart => {
  const part = record(input);
  return {
    id: text(part['id']),
    level: LEVELS.find((level) => level === part['level']),
    title: text(part['title']),
    runIn: flag(part['runIn']),
    text: inline(part['text']),
    align: text(part['align']),
    indent: flag(part['indent']),
    table: part['table'] === undefined ? undefined : toTable(part['table']),
    children: list(part['children']).map(toPart),
  };
}, share);

function toTable(input: unknown): Table {
  const table = record(input);
  return {
    ...(typeof table['fontSize'] === 'number' ? { fontSize: table['fontSize'] } : {}),
    ...(table['columnNumbers'] === true ? { columnNumbers: true as const } : {}),
    ...(table['restart'] === true ? { restart: true } : {}),
    ...(table['numberGroups'] === false ? { numberGroups: false } : {}),
    columns: list(table['columns']).map(toColumn),
    rows: list(table['rows']).map(toRow),
  };
}

function toColumn(input: unknown): Column {
  const column = record(input);
  const id = text(column['id']);
  return {
    title: text(column['title']) ?? '',
    ...(id === undefined ? {} : { id }),
    ...(column['numbering'] === true ? { numbering: true as const } : {}),
    ...(typeof column['width'] === 'number' && column['width'] > 0 ? { width: column['width'] } : {}),
    ...(column['align'] === 'decimal' ? { align: 'decimal' as const } : {}),
    ...(Array.isArray(column['columns']) ? { columns: column['columns'].map(toColumn) } : {}),
  };
}

function toRow(input: unknown): Row {
  const row = record(input);
  const group = text(row['group']);
  const id = text(row['id']);
  const level = ROW_LEVELS.find((one) => one === row['level']);
  const sums = toSums(row['sums']);
  return {
    ...(id === undefined ? {} : { id }),
    ...(level === undefined ? {} : { level }),
    ...(row['total'] === true ? { total: true as const } : {}),
    ...(row['continued'] === true ? { continued: true as const } : {}),
    ...(sums === undefined ? {} : { sums }),
    ...(group === undefined ? {} : { group }),
    ...(row['cells'] === undefined
      ? {}
      : { cells: Object.fromEntries(Object.entries(record(row['cells'])).map(([id, cell]) => [id, toCell(cell)])) }),
  };
}

function toSums(input: unknown): Row['sums'] {
  if (input === 'group' || input === 'table') return input;
  return Array.isArray(input) ? input.flatMap((id) => text(id) ?? []) : undefined;
}

function toCell(input: unknown): Cell {
  if (typeof input === 'string') return input;
  const cell = record(input);
  const span = (value: unknown) => (typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : 1);
  return { text: text(cell['text']) ?? '', rowSpan: span(cell['rowSpan']), colSpan: span(cell['colSpan']) };
}

function inline(input: unknown): PartialText | undefined {
  if (typeof input === 'string') return [input];
  if (!Array.isArray(input)) return undefined;
  return input.map((piece) =>
    typeof piece === 'string'
      ? piece
      : { ref: text(record(piece)['ref']) ?? '', number: record(piece)['number'] === true },
  );
}

function record(input: unknown): Readonly<Record<string, unknown>> {
  return typeof input === 'object' && input !== null && !Array.isArray(input) ? { ...input } : {};
}

function list(input: unknown): readonly unknown[] {
  return Array.isArray(input) ? input : [];
}

function text(input: unknown): string | undefined {
  return typeof input === 'string' ? input : undefined;
}

function flag(input: unknown): boolean | undefined {
  return typeof input === 'boolean' ? input : undefined;
}
