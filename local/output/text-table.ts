/** Lines of a table whose columns are as wide as what is in them; the last column may be cut to keep within a width. */
export function textTable(rows: readonly (readonly string[])[], maxWidth = 100): string[] {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, i) => {
      widths[i] = Math.max(widths[i] ?? 0, [...cell].length);
    });
  return rows.map((row) => {
    const cells = row.map((cell, i) =>
      i === row.length - 1 ? cell : cell + ' '.repeat((widths[i] ?? 0) - [...cell].length),
    );
    const line = [...cells.join('  ')];
    return line.length > maxWidth ? `${line.slice(0, maxWidth - 1).join('')}…` : line.join('');
  });
}
