import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { foldNotation } from '#document/code-notation.ts';
import { parseImportCode } from '#exchange/older-book/parse-import-code.ts';
import { readScanName } from '#exchange/older-book/scan-name.ts';
import type { ImportLine } from '#usecases/bring-in/import-line.ts';
import type { ImportFile } from '#usecases/bring-in/scan-file.ts';
import { errorCode, OperatorError } from '../output/operator-error.ts';

/** The files that lie in a folder for the documents of a list, by their names: `35-KH-UBND.pdf`, `35-KH-UBND-2025.pdf`. */
export interface ListFiles {
  /** The file of a document, its year's own before one that names no year. */
  fileOf(symbol: string, issuedDate: string): Promise<ImportFile | null>;
  /** Names that no document was looked up by. */
  unused(): string[];
}

const SCAN = /\.(?:pdf|docx)$/iu;

/**
 * Reads the names in a folder. `lines` are those of a check of the list: a name without a year is for no document where the
 * list has its number in several years.
 */
export async function openListFiles(folder: string, lines: readonly ImportLine[]): Promise<ListFiles> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new OperatorError(`Không đọc được thư mục tệp: ${folder} (${errorCode(cause)})`, { cause });
  });
  const byKey = new Map(names.flatMap((name) => keysOfName(name).map((key) => [key, name] as const)));
  const years = new Map<string, Set<string>>();
  for (const { symbol, issuedDate } of lines) {
    if (symbol === null || issuedDate === null) continue;
    const key = keyOf(symbol);
    years.set(key, new Set(years.get(key)).add(issuedDate.slice(0, 4)));
  }
  const used = new Set<string>();
  return {
    async fileOf(symbol, issuedDate) {
      const key = keyOf(symbol);
      const isOnly = (years.get(key)?.size ?? 0) <= 1;
      const name = byKey.get(`${key} ${issuedDate.slice(0, 4)}`) ?? (isOnly ? byKey.get(key) : undefined);
      if (name === undefined) return null;
      used.add(name);
      return { fileName: name, bytes: await readFile(join(folder, name)) };
    },
    unused: () => names.filter((name) => !used.has(name) && !name.startsWith('.')).sort(),
  };
}

function keysOfName(name: string): string[] {
  const read = SCAN.test(name) ? readScanName(name) : null;
  if (!read || read.notation === null) return [];
  const { number, codeSuffix, notation, year } = read;
  const key = joined({ number, codeSuffix, notation });
  return [year === null ? key : `${key} ${year}`];
}

function keyOf(symbol: string): string {
  const code = parseImportCode(symbol);
  return code ? joined({ codeSuffix: null, ...code }) : symbol;
}

function joined({
  number,
  codeSuffix,
  notation,
}: {
  readonly number: number;
  readonly codeSuffix: string | null;
  readonly notation: string;
}) {
  return `${number}${codeSuffix ?? ''} ${foldNotation(notation)}`;
}
