import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { syncNames, writeWhole } from '#base/node/files.ts';
import { sha256Hex } from '#base/node/hash.ts';
import { sha256 } from '#base/patterns.ts';
import { canonicalJson } from '#document/json/canonical-json.ts';
import { stableId } from '#document/schemas/text.schema.ts';
import type { OrganItem } from '#register/organs/organ-items.ts';

const count = z.int().nonnegative();
const listSchema = z.strictObject({ count, sha256 });

/** Manifest of a package; it is written last, so a package without it is none. */
export const manifestSchema = z.strictObject({
  schema: z.literal('organ-package@1'),
  organ: stableId,
  exportedAt: z.iso.datetime(),
  /** Lines and SHA-256 of each list as a file. */
  items: listSchema,
  members: listSchema,
  objects: listSchema.extend({ bytes: count }),
  /** Rows and last number of each series, for people to compare with the book. */
  series: z.array(z.strictObject({ year: z.int(), series: z.string(), rows: count, seq: count })),
  /** Keys of what the source had lost, or what was damaged there. */
  lost: z.array(z.string()),
});

/** A stored object of a package: its bytes lie under `files/`, as a data directory has them. */
export const packedObjectSchema = z.strictObject({
  key: z.string(),
  sha256,
  size: count,
  contentType: z.string(),
  metadata: z.record(z.string(), z.string()),
});

/** See {@link manifestSchema}. */
export type Manifest = z.infer<typeof manifestSchema>;
/** See {@link packedObjectSchema}. */
export type PackedObject = z.infer<typeof packedObjectSchema>;
/** The lists of a package. */
export type ListName = 'items' | 'members' | 'objects';

/** Paths of the files of a package. */
export const packagePaths = (folder: string) => ({
  manifest: join(folder, 'manifest.json'),
  files: join(folder, 'files'),
  items: join(folder, 'items.ndjson'),
  members: join(folder, 'members.ndjson'),
  objects: join(folder, 'objects.ndjson'),
});

/** SHA-256 of a value: of its one canonical text. */
export function hashOf(value: unknown): string {
  return sha256Hex(canonicalJson(value));
}

/**
 * An item as any table may have it. Versions of stored files are those of one bucket: another one gives others, and a row is
 * pinned to them when it comes there.
 */
export function portable(item: OrganItem): OrganItem {
  const { files } = item;
  if (!Array.isArray(files)) return item;
  return { ...item, files: files.map((file: object) => without(file, 'versionId')) };
}

/** Writes a list, a line each with its hash, whole or not at all. Answers its lines and its own hash. */
export async function writeList(path: string, values: AsyncIterable<unknown>): Promise<z.infer<typeof listSchema>> {
  const hash = createHash('sha256');
  let lines = 0;
  await using file = await open(`${path}.tmp`, 'w');
  for await (const value of values) {
    const text = canonicalJson(value);
    const line = `{"sha256":"${sha256Hex(text)}","value":${text}}\n`;
    hash.update(line);
    await file.write(line);
    lines++;
  }
  await file.sync();
  await rename(`${path}.tmp`, path);
  await syncNames(dirname(path));
  return { count: lines, sha256: hash.digest('hex') };
}

/** Writes the manifest, whole or not at all; a package without it is none. */
export async function writeManifest(path: string, manifest: Manifest): Promise<void> {
  await writeWhole(path, `${JSON.stringify(manifest, null, 2)}\n`);
}

/** A line of a list as it is read back: what it holds and whether its hash is that of it. */
export interface PackedLine {
  readonly line: number;
  readonly text: string;
  /** Undefined where the line is no such thing, or its hash is another. */
  readonly value: unknown;
}

const lineSchema = z.strictObject({ sha256, value: z.unknown() });

/** Reads a list line by line. */
export async function* readList(path: string): AsyncIterable<PackedLine> {
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    line++;
    yield { line, text, value: readLine(text) };
  }
}

function readLine(text: string): unknown {
  try {
    const read = lineSchema.parse(JSON.parse(text));
    return hashOf(read.value) === read.sha256 ? read.value : undefined;
  } catch {
    return undefined;
  }
}

function without(value: object, name: string): object {
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== name));
}
