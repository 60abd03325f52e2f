import type { OfficeDocument, Series } from '../../api/types.ts';
import { formatNumber } from '../format.ts';
import type { HandPlace } from '../paper/on-paper.ts';

/** The number that a document would get now; another clerk may take it first. */
export function expectedNumber(document: OfficeDocument, series: readonly Series[], year: number): number | null {
  const own = series.find((one) => one.series === document.series && one.year === year);
  if (!own) return null;
  return own.last === undefined ? own.start : own.last + 1;
}

/** `37/KH-UBND`: number and symbol as they would be printed. */
export function expectedSymbol(document: OfficeDocument, series: readonly Series[], year: number): string | null {
  const number = expectedNumber(document, series, year);
  if (number === null) return null;
  return `${formatNumber(number)}/${document.codeNotation}`;
}

/** Numbers and symbols that documents would get in their order, by id; those of one series follow each other. */
export function expectedSymbols(
  documents: readonly OfficeDocument[],
  series: readonly Series[],
  year: number,
): ReadonlyMap<string, string> {
  const before = new Map<string, number>();
  return new Map(
    documents.flatMap((document) => {
      const first = expectedNumber(document, series, year);
      const ahead = before.get(document.series) ?? 0;
      before.set(document.series, ahead + 1);
      return first === null
        ? []
        : [[document.docId, `${formatNumber(first + ahead)}/${document.codeNotation}`] as const];
    }),
  );
}

/** A document of a bulk, and what became of it. */
export interface BulkLine {
  readonly document: OfficeDocument;
  readonly given?: GivenNumber;
  readonly problem?: string;
}

/** A number that was given, and where it is written by hand. */
export interface GivenNumber {
  readonly symbol: string;
  readonly issuedDate: string;
  readonly places: readonly HandPlace[];
}

/** Gives numbers one after the other, in the order of the list; the first refusal ends it, so that no order is broken. */
export async function numberInOrder(
  documents: readonly OfficeDocument[],
  number: (document: OfficeDocument) => Promise<GivenNumber>,
  onLine: (line: BulkLine) => void,
): Promise<void> {
  for (const document of documents) {
    try {
      onLine({ document, given: await number(document) });
    } catch (error) {
      onLine({ document, problem: error instanceof Error ? error.message : String(error) });
      return;
    }
  }
}

/** Keeps the documents that are as they were compared with their paper; a changed one has to be compared anew. */
export function stillCompared(
  compared: readonly string[],
  before: readonly OfficeDocument[],
  now: readonly OfficeDocument[],
): string[] {
  const versions = new Map(before.map(({ docId, version }) => [docId, version]));
  const unchanged = new Set(
    now.filter(({ docId, version }) => versions.get(docId) === version).map(({ docId }) => docId),
  );
  return compared.filter((docId) => unchanged.has(docId));
}

/** A list with one entry at another place; unchanged beyond its ends. */
export function movedTo<Entry>(entries: readonly Entry[], from: number, to: number): Entry[] {
  const entry = entries[from];
  if (entry === undefined || to < 0 || to >= entries.length) return [...entries];
  return entries.toSpliced(from, 1).toSpliced(to, 0, entry);
}
