import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { sha256Hex } from '#base/node/hash.ts';
import { type Member, memberSchema } from '#register/organs/members.schema.ts';
import { hasKey, isOf, isUnfinished, type OrganItem } from '#register/organs/organ-items.ts';
import { createDirectoryStore } from '#store/directory-store.ts';
import { StoreError } from '#store/store-error.ts';
import { MoveError } from './move-error.ts';
import {
  type ListName,
  type Manifest,
  manifestSchema,
  type PackedObject,
  packagePaths,
  packedObjectSchema,
  readList,
} from './organ-package.ts';

const LISTS = ['items', 'members', 'objects'] as const;
const itemSchema = z.looseObject({ PK: z.string(), SK: z.string() });

/** A package whose every line and every byte were compared with what it says of them. */
export interface OrganPackage {
  readonly manifest: Manifest;
  /** SHA-256 of the manifest itself: what people read to each other. */
  readonly seal: string;
  /** With the length of their text, by which transactions are cut. */
  items(): AsyncIterable<{ readonly item: OrganItem; readonly length: number }>;
  members(): AsyncIterable<Member>;
  objects(): AsyncIterable<PackedObject>;
}

/**
 * Opens a package and reads all of it: hashes of lists, lines and stored bytes, and that everything stands under keys of its one
 * organ. Throws `MoveError` with what is wrong and where; nothing else was touched then.
 */
export async function openPackage(
  folder: string,
  onObject: (done: number, total: number) => void = () => {},
): Promise<OrganPackage> {
  const paths = packagePaths(folder);
  const text = await readFile(paths.manifest, 'utf8').catch((cause) => {
    throw new MoveError('no-manifest', { params: { folder }, cause });
  });
  const manifest = manifestSchema.safeParse(parsed(text)).data;
  if (!manifest) throw tampered('manifest.json');
  const { organ } = manifest;
  for (const name of LISTS) await checkList(name, paths[name], manifest);

  async function* items() {
    for await (const { value, text: line, number } of valuesOf(itemSchema, 'items', paths.items)) {
      if (!hasKey(value) || !isOf(organ, value) || isUnfinished(value)) throw tampered('items.ndjson', number);
      yield { item: value, length: line.length };
    }
  }
  async function* members() {
    for await (const { value, number } of valuesOf(memberSchema, 'members', paths.members)) {
      if (value.organ !== organ) throw tampered('members.ndjson', number);
      yield value;
    }
  }
  async function* objects() {
    for await (const { value, number } of valuesOf(packedObjectSchema, 'objects', paths.objects)) {
      const [prefix = '', of] = value.key.split('/');
      if (!['drafts', 'exports', 'issued'].includes(prefix) || of !== organ) throw tampered('objects.ndjson', number);
      yield value;
    }
  }
  const counts = {
    items: await countOf(items()),
    members: await countOf(members()),
    objects: await checkBytes(paths.files, objects(), (done) => onObject(done, manifest.objects.count)),
  };
  for (const name of LISTS) if (counts[name] !== manifest[name].count) throw tampered('manifest.json');
  return { manifest, seal: sha256Hex(text), items, members, objects };
}

async function checkList(name: ListName, path: string, manifest: Manifest): Promise<void> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash).catch((cause) => {
    throw tampered(`${name}.ndjson`, undefined, cause);
  });
  if (hash.digest('hex') !== manifest[name].sha256) throw tampered(`${name}.ndjson`);
}

async function* valuesOf<Schema extends z.ZodType>(schema: Schema, name: ListName, path: string) {
  for await (const { line: number, text, value } of readList(path)) {
    const read = schema.safeParse(value);
    if (!read.success) throw tampered(`${name}.ndjson`, number);
    yield { number, text, value: read.data };
  }
}

async function countOf(values: AsyncIterable<unknown>): Promise<number> {
  let count = 0;
  for await (const _ of values) count++;
  return count;
}

async function checkBytes(
  files: string,
  objects: AsyncIterable<PackedObject>,
  onObject: (done: number) => void,
): Promise<number> {
  const store = createDirectoryStore(files);
  let count = 0;
  for await (const { key, sha256, size, contentType, metadata } of objects) {
    const stored = await store.get(key, { expectSha256: sha256 }).catch((cause: unknown) => {
      if (cause instanceof StoreError) throw tampered(`files/${key}`, undefined, cause);
      throw cause;
    });
    const isAsSaid = stored.size === size && stored.contentType === contentType;
    if (!isAsSaid || JSON.stringify(sorted(stored.metadata)) !== JSON.stringify(sorted(metadata))) {
      throw tampered(`files/${key}`);
    }
    onObject(++count);
  }
  return count;
}

const sorted = (metadata: Readonly<Record<string, string>>) => Object.entries(metadata).sort();

function tampered(file: string, line?: number, cause?: unknown): MoveError {
  return new MoveError('package-tampered', { params: { file, ...(line !== undefined && { line }) }, cause });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
