/** Marks a file as UTF-8 for Excel. */
const BOM = '\uFEFF';

/** A plain table as CSV (RFC 4180), as Excel opens it: in UTF-8 with its mark; nothing in it is reckoned as a formula. */
export function tableCsv(titles: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
  return BOM + [titles, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** Heads that a spreadsheet takes for a formula's, in full width and small too, with what it passes over before one. */
const FORMULA = /^(?:[\t\r\n]|[\s\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B\u2212])/u;

function cell(value: string): string {
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
