import { parseRuns } from '#document/text/runs.ts';
import { isRow, joinLines } from '#read/text/join-lines.ts';
import type { PastedBlock } from './block.ts';
import { toLine } from './runs.ts';
import { readTabbed, toTable } from './sheet.ts';

/** Plain text, as PDFs and spreadsheets give it, as lines of ours; rows that stand together are one table. */
export function readPlainText(text: string): PastedBlock[] {
  const sheet = readTabbed(text);
  // A spreadsheet's cells may hold line ends; where all are rows, none is a broken line.
  const whole = sheet.length > 1 && sheet.every((row) => row.length > 1) ? toTable(sheet) : null;
  if (whole) return [{ kind: 'table', table: whole }];
  const blocks: PastedBlock[] = [];
  let rows: string[] = [];
  const endTable = () => {
    const table = rows.length > 0 ? toTable(withoutRepeatedHead(rows).flatMap(readTabbed)) : null;
    if (table) blocks.push({ kind: 'table', table });
    rows = [];
  };
  for (const paragraph of joinLines(text)) {
    if (isRow(paragraph)) {
      rows.push(paragraph);
      continue;
    }
    endTable();
    const line = toLine(parseRuns(paragraph));
    if (line) blocks.push(line);
  }
  endTable();
  return blocks;
}

/** A table over two pages has its head twice in what a PDF gives. */
function withoutRepeatedHead([head = '', ...rows]: readonly string[]): string[] {
  return [head, ...rows.filter((row) => row !== head)];
}
