import { manifestCsv } from '#exchange/fan-out/manifest-csv.ts';
import { binaryPart } from '#package/binary-part.ts';
import type { DeflatedPart } from '#package/deflate.ts';
import { zipStream } from '#package/zip-stream.ts';
import type { ManifestRow } from './unit-manifest.ts';

/** Names in the ZIP of a fan-out. */
export const UNIT_ZIP = { files: 'don-vi', manifest: 'manifest.json', table: 'manifest.csv' } as const;

/** A unit with the bytes of its files, in the order in which its row names them. */
export interface ZipUnit {
  readonly row: ManifestRow;
  readonly bytes: readonly Uint8Array[];
}

/**
 * The ZIP of a fan-out: the files of the units as they come, then who has what, for machines and for people. Memory holds one
 * unit and the rows. The same units give the same bytes.
 */
export function zipUnits(
  units: AsyncIterable<ZipUnit>,
  manifestOf: (rows: readonly ManifestRow[]) => object,
): AsyncGenerator<Uint8Array> {
  return zipStream(partsOf(units, manifestOf));
}

async function* partsOf(
  units: AsyncIterable<ZipUnit>,
  manifestOf: (rows: readonly ManifestRow[]) => object,
): AsyncGenerator<DeflatedPart> {
  const rows: ManifestRow[] = [];
  for await (const { row, bytes } of units) {
    rows.push(row);
    for (const [i, { fileName }] of row.files.entries()) {
      yield binaryPart(`${UNIT_ZIP.files}/${fileName}`, bytes[i] ?? new Uint8Array());
    }
  }
  yield binaryPart(UNIT_ZIP.manifest, Buffer.from(`${JSON.stringify(manifestOf(rows), null, 2)}\n`));
  yield binaryPart(UNIT_ZIP.table, Buffer.from(manifestCsv(rows)));
}
