import { dateParts, vietnamDate } from '#document/dates.ts';
import { canonicalJson } from '#document/json/canonical-json.ts';
import { isLostNumber } from '#register/model/series-counter.schema.ts';
import type { DocumentItem, RegisterRow, YearClosing } from '#register/model/types.ts';
import { countRows } from '#register/numbers/close-year.ts';
import type { SeriesHolding } from '#register/upkeep/holdings.ts';
import type { Inspection } from '#register/upkeep/inspection.ts';
import { isOut } from '../may-read.ts';
import type { Violation } from './violation.ts';

/** Time a number may lack its files before that is an alarm, in milliseconds. */
export const FINISHED_WITHIN_MS = 5 * 60_000;

/** I1, I2 (from the row), I6 and I7 of a series in a year. */
export async function verifySeries(inspection: Inspection, holding: SeriesHolding, now: Date): Promise<Violation[]> {
  const { organ, rows, blanks, closing, counter, strayKeys } = holding;
  const documents = await inspection.documents(rows);
  const violations = [
    ...checkNumbers(holding),
    ...checkBlanks(holding),
    ...rows.flatMap((row, index) => checkRow(row, documents[index], now)),
  ];
  if (closing && !isClosedAs(closing, countRows(rows, blanks))) {
    violations.push({ invariant: 'I7', code: 'closing-differs', organ, where: nameOf(holding) });
  }
  if (counter && counter.open === (closing !== undefined)) {
    violations.push({ invariant: 'I7', code: 'open-differs', organ, where: nameOf(holding) });
  }
  for (const { symbol, name } of strayKeys) {
    violations.push({ invariant: 'I8', code: 'keys-differ', organ, where: symbol, what: name });
  }
  for (const what of holding.brokenSeals) {
    violations.push({ invariant: 'I9', code: 'seal-broken', organ, where: nameOf(holding), what });
  }
  violations.push(...(await checkClaims(inspection, holding)));
  violations.push(...(await missingWords(inspection, rows, documents)));
  return violations;
}

function isClosedAs(closing: YearClosing, wanted: ReturnType<typeof countRows>): boolean {
  const { hash, count, broughtIn, lastNumber, byType, blanks } = closing;
  return canonicalJson({ hash, count, broughtIn, lastNumber, byType, blanks }) === canonicalJson(wanted);
}

/** A symbol is of the series that gives numbers with it; those of before there were claims, and older books, have none. */
async function checkClaims(inspection: Inspection, holding: SeriesHolding): Promise<Violation[]> {
  const { organ, year, series, rows } = holding;
  const own = rows.filter(({ broughtIn, struck }) => !broughtIn && !struck);
  const symbols = [...new Map(own.map(({ codeNotation, symbol }) => [codeNotation, symbol])).values()];
  const claimed = await inspection.claimedSeries(organ, year, symbols);
  return symbols.flatMap((what, index): Violation[] => {
    const isTheirs = (claimed[index] ?? series) === series;
    return isTheirs ? [] : [{ invariant: 'I1', code: 'claim-differs', organ, where: nameOf(holding), what }];
  });
}

/** Of what is out alone: a number that is still being finished gets its words with its files. */
async function missingWords(
  inspection: Inspection,
  rows: readonly RegisterRow[],
  documents: readonly (DocumentItem | undefined)[],
): Promise<Violation[]> {
  const out = rows.filter(({ struck }, index) => !struck && isOut(documents[index]?.state ?? 'draft'));
  const missing = await inspection.missingWords(out);
  return missing.map(({ row: { organ, symbol, docId }, count }) => {
    const at = { organ, where: `${symbol} (${docId})`, what: String(count) };
    return { invariant: 'I8', code: 'words-missing', ...at };
  });
}

function checkNumbers(holding: SeriesHolding): Violation[] {
  const { organ, counter, rows } = holding;
  const where = nameOf(holding);
  const violations: Violation[] = [];
  const report = (code: Violation['code'], what: string) =>
    violations.push({ invariant: 'I1', code, organ, where, what });
  const own = rows.filter(({ broughtIn, struck }) => !broughtIn && !struck);
  const last = own.at(-1);
  if (counter?.given === 'recorded') return checkRecorded(holding);
  if (!counter) {
    if (last) report('no-counter', last.symbol);
    return violations;
  }
  const { start, seq = start - 1 } = counter;
  const there = new Set(own.map(({ codeNumber }) => codeNumber));
  for (let number = start; number <= seq; number++) {
    if (!there.has(number) && !isLostNumber(counter, number)) report('number-missing', String(number));
  }
  for (const row of own) {
    if (row.codeNumber > seq) report('row-beyond-counter', row.symbol);
    if (row.codeNumber < start) report('row-below-start', row.symbol);
  }
  for (const row of rows.filter(({ broughtIn }) => broughtIn)) {
    const inPastYear = dateParts(vietnamDate(new Date(row.numberedAt))).year > row.year;
    const isFree =
      row.codeNumber < start || (inPastYear && row.codeNumber > seq) || isLostNumber(counter, row.codeNumber);
    if (!isFree) report('brought-in-within', row.symbol);
  }
  for (const [index, row] of own.entries()) {
    const before = own[index - 1];
    const isReset = counter.dayResets?.some(({ seq: last }) => last === before?.codeNumber);
    if (before && before.issuedDate > row.issuedDate && !isReset) report('day-goes-back', row.symbol);
  }
  const isLast = last?.codeNumber === counter.seq && counter.confirmations === undefined;
  if (isLast && last && last.issuedDate < counter.lastIssuedOn) report('last-day-differs', counter.lastIssuedOn);
  const wasReset = counter.dayResets?.some(({ seq: at }) => at === last?.codeNumber);
  if (last && last.issuedDate > counter.lastIssuedOn && last.codeNumber <= seq && !wasReset) {
    report('day-goes-back', last.symbol);
  }
  return violations;
}

/** A blank number is of before our own numbers began, or of those that another system gives, and has no line. */
function checkBlanks(holding: SeriesHolding): Violation[] {
  const { organ, year, rows, blanks, counter } = holding;
  const at = { invariant: 'I1', organ, where: nameOf(holding) } as const;
  const standing = rows.filter(({ struck }) => !struck);
  const taken = new Set(standing.map(({ codeNumber, codeSuffix }) => `${codeNumber}${codeSuffix ?? ''}`));
  return blanks.flatMap(({ codeNumber, codeSuffix, symbol: what, at: since }): Violation[] => {
    const inPastYear = dateParts(vietnamDate(new Date(since))).year > year;
    const isFree =
      !counter ||
      counter.given === 'recorded' ||
      codeNumber < counter.start ||
      (inPastYear && codeNumber > (counter.seq ?? counter.start - 1));
    return [
      ...(taken.has(`${codeNumber}${codeSuffix ?? ''}`) ? [{ ...at, code: 'number-twice', what } as const] : []),
      ...(isFree ? [] : [{ ...at, code: 'brought-in-within', what } as const]),
    ];
  });
}

/** A series whose numbers another system gives: every line is recorded or brought in, and the days run with the numbers. */
function checkRecorded({ organ, rows, ...holding }: SeriesHolding): Violation[] {
  const at = { invariant: 'I1', organ, where: nameOf(holding) } as const;
  const standing = rows.filter(({ struck }) => !struck);
  return standing.flatMap((row, index): Violation[] => {
    const before = standing[index - 1];
    return [
      ...(row.recorded || row.broughtIn ? [] : [{ ...at, code: 'not-recorded', what: row.symbol } as const]),
      ...(before && before.issuedDate > row.issuedDate
        ? [{ ...at, code: 'day-goes-back', what: row.symbol } as const]
        : []),
      ...(before?.codeNumber === row.codeNumber && !row.broughtIn && !before.broughtIn
        ? [{ ...at, code: 'number-twice', what: row.symbol } as const]
        : []),
    ];
  });
}

function checkRow(row: RegisterRow, document: DocumentItem | undefined, now: Date): Violation[] {
  const { organ, docId, symbol } = row;
  const at = { organ, where: `${symbol} (${docId})` };
  if (!document) return [{ invariant: 'I2', code: 'row-without-document', ...at }];
  if (row.struck) return checkStruck(row, document);
  const differing = (
    [
      'codeNumber',
      'codeSuffix',
      'copy',
      'year',
      'series',
      'symbol',
      'issuedDate',
      'contentHash',
      'broughtIn',
      'registered',
      'recorded',
    ] as const
  ).filter((name) => document[name] !== row[name]);
  const violations: Violation[] = differing.map((what) => ({ invariant: 'I2', code: 'row-differs', ...at, what }));
  const isLate = now.getTime() - Date.parse(row.numberedAt) > FINISHED_WITHIN_MS;
  if (document.state === 'numbered' && isLate) violations.push({ invariant: 'I6', code: 'never-finished', ...at });
  return violations;
}

/** Of a struck line the document says that it had it. */
function checkStruck(
  { organ, docId, symbol, year, series, codeNumber, copy }: RegisterRow,
  { struckRows = [] }: DocumentItem,
): Violation[] {
  const isNamed = struckRows.some(
    (one) => one.year === year && one.series === series && one.codeNumber === codeNumber && one.copy === copy,
  );
  const where = `${symbol} (${docId})`;
  return isNamed ? [] : [{ invariant: 'I2', code: 'row-differs', organ, where, what: 'struck' }];
}

/** Name of a series in a violation. */
export function nameOf({ year, series }: Pick<SeriesHolding, 'year' | 'series'>): string {
  return `${series}/${year}`;
}
