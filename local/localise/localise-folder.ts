import { existsSync, readFileSync } from 'node:fs';
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { replaceWhole, writeWhole } from '#base/node/files.ts';
import { sha256Hex } from '#base/node/hash.ts';
import { manifestCsv } from '#exchange/fan-out/manifest-csv.ts';
import type { UnitOutcome, UnitRow } from '#usecases/fan-out/render-unit-drafts.ts';
import type { ManifestRow } from '#usecases/fan-out/unit-manifest.ts';
import { UNIT_ZIP, type ZipUnit, zipUnits } from '#usecases/fan-out/zip-units.ts';
import { errorCode, OperatorError } from '../output/operator-error.ts';

const row = z.strictObject({
  unitCode: z.string(),
  name: z.string(),
  docId: z.string(),
  state: z.enum(['done', 'kept', 'failed']),
  inputHash: z.string(),
  files: z.array(z.strictObject({ fileName: z.string(), sha256: z.string() })),
  reasons: z.array(z.string()),
  open: z.array(z.string()),
});

/** Names in the folder of a run. */
export const FOLDER = {
  journal: 'tien-do.jsonl',
  zip: 'ke-hoach-don-vi.zip',
} as const;

/**
 * The folder of a fan-out on one machine. The journal has a line for each unit, written after its files: so a run that is
 * killed anywhere is taken up again by running the command again, and nothing is made twice.
 */
export async function openLocaliseFolder(dir: string) {
  const files = join(dir, UNIT_ZIP.files);
  const journal = join(dir, FOLDER.journal);
  await mkdir(files, { recursive: true }).catch((cause) => {
    throw new OperatorError(`Không tạo được thư mục ra: ${files} (${errorCode(cause)})`, { cause });
  });
  const earlier = await readJournal(journal);
  const text = await readFile(journal, 'utf8').catch(() => '');
  // A line that was torn by a crash gets its end, so that the next line stands alone.
  if (text !== '' && !text.endsWith('\n')) await appendFile(journal, '\n');

  return {
    /** Rows of earlier runs of a unit whose files are there and whole. */
    earlierOf: (unitCode: string): readonly UnitRow[] => (earlier.get(unitCode) ?? []).filter(isWhole),
    /** Writes a unit's files, then its line. What a loss of power takes back is made again: see `isWhole`. */
    async keep({ row: made, bytes }: UnitOutcome): Promise<void> {
      for (const [fileName, content] of bytes) await replaceWhole(join(files, fileName), content);
      await appendFile(journal, `${JSON.stringify(made)}\n`);
    },
    /** Writes a file for people to fill in, unless it is there: what they filled in is theirs. */
    async offer(name: string, bytes: Uint8Array): Promise<void> {
      const path = join(dir, name);
      if (!existsSync(path)) await writeWhole(path, bytes);
    },
    /** Writes the manifest, and the ZIP of all files with the manifest in it. Answers the ZIP's path. */
    async finish(rows: readonly UnitRow[], manifestOf: (rows: readonly ManifestRow[]) => object): Promise<string> {
      const made = rows.map(manifestRow);
      await writeWhole(join(dir, UNIT_ZIP.manifest), `${JSON.stringify(manifestOf(made), null, 2)}\n`);
      await writeWhole(join(dir, UNIT_ZIP.table), manifestCsv(made));
      const zip = join(dir, FOLDER.zip);
      await writeWhole(zip, zipUnits(withBytes(made), manifestOf));
      return zip;
    },
  };

  function isWhole({ state, files: named }: UnitRow): boolean {
    if (state === 'failed') return false;
    return named.every(({ fileName, sha256 }) => {
      const path = join(files, fileName);
      return existsSync(path) && sha256Hex(readFileSync(path)) === sha256;
    });
  }

  async function* withBytes(made: readonly ManifestRow[]): AsyncGenerator<ZipUnit> {
    for (const one of made) {
      yield { row: one, bytes: await Promise.all(one.files.map(({ fileName }) => readFile(join(files, fileName)))) };
    }
  }
}

/** A manifest says what stands, and not in which run it was made. */
function manifestRow({ inputHash: _, state, ...made }: UnitRow): ManifestRow {
  return { ...made, state: state === 'kept' ? 'done' : state };
}

/** The rows by unit, each document's last alone. */
async function readJournal(path: string): Promise<ReadonlyMap<string, UnitRow[]>> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const rows = new Map<string, UnitRow>();
  for (const line of text.split('\n')) {
    const parsed = row.safeParse(jsonOf(line));
    if (parsed.success) rows.set(parsed.data.docId, parsed.data);
  }
  return Map.groupBy(rows.values(), ({ unitCode }) => unitCode);
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
