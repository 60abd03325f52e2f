import { rm } from 'node:fs/promises';
import { makeDurable } from '#base/node/files.ts';
import { isUnfinished, type OrganItem } from '#register/organs/organ-items.ts';
import { readPartition } from '#register/table/keys/partition-name.ts';
import { createDirectoryStore } from '#store/directory-store.ts';
import type { Store } from '#store/store.ts';
import { StoreError } from '#store/store-error.ts';
import { inParallel } from '../in-parallel.ts';
import type { Violation } from '../upkeep/violation.ts';
import { CONCURRENCY, inBatches } from './compare-package.ts';
import type { MoveDeps } from './move-deps.ts';
import { MoveError } from './move-error.ts';
import {
  hashOf,
  type Manifest,
  type PackedObject,
  packagePaths,
  portable,
  writeList,
  writeManifest,
} from './organ-package.ts';
import { verifyOrgan } from './verify-organ.ts';

/** Uploads are not among them: they are on their way and gone within a day. */
const PREFIXES = ['drafts', 'exports', 'issued'] as const;

/** Input of an export; `onViolation` hears each violation. */
export interface ExportOptions {
  readonly source: MoveDeps;
  readonly organ: string;
  readonly folder: string;
  readonly now: Date;
  onViolation(violation: Violation): void;
}

/** Tells a lost or damaged file, which the package names and the target will lack as well, from other violations. */
export function isLoss({ code }: Violation): boolean {
  return ['file-missing', 'file-damaged', 'frozen-missing'].includes(code);
}

/**
 * Writes all that an organ has into a folder: its items as they are, its members, its stored objects, and last a manifest. It may
 * be cut off and run again. Throws `MoveError`, and leaves no manifest, where something is unfinished or unsound at the
 * source, or changed while it was read.
 */
export async function exportOrgan(options: ExportOptions): Promise<Manifest> {
  const { source, organ, folder, now } = options;
  const paths = packagePaths(folder);
  await makeDurable(folder);
  await rm(paths.manifest, { force: true });
  const seen = new Map<string, string>();
  const series = new Map<string, Manifest['series'][number]>();
  const items = await writeList(paths.items, itemsOf(source, organ, seen, series));
  if (items.count === 0) throw new MoveError('organ-absent', { params: { organ } });
  const members = await writeList(paths.members, membersOf(source, organ));

  const lost: string[] = [];
  const sizes: number[] = [];
  const to = createDirectoryStore(paths.files);
  const objects = await writeList(paths.objects, objectsOf(source.deps.store, to, organ, lost, sizes));

  const partitions = new Set([...seen.keys()].map((key) => key.split('\n')[0] ?? ''));
  const { violations } = await verifyOrgan(source, organ, partitions, options.onViolation);
  if (!violations.every(isLoss)) {
    throw new MoveError('source-unsound');
  }
  await checkUnchanged(source, organ, seen);
  const manifest: Manifest = {
    schema: 'organ-package@1',
    organ,
    exportedAt: now.toISOString(),
    items,
    members,
    objects: { ...objects, bytes: sizes.reduce((sum, size) => sum + size, 0) },
    series: [...series.values()].sort((a, b) => a.year - b.year || (a.series < b.series ? -1 : 1)),
    lost: [...new Set([...lost, ...violations.flatMap(({ what }) => what ?? [])])].sort(),
  };
  await writeManifest(paths.manifest, manifest);
  return manifest;
}

async function* itemsOf(
  { items }: MoveDeps,
  organ: string,
  seen: Map<string, string>,
  series: Map<string, Manifest['series'][number]>,
): AsyncIterable<OrganItem> {
  for await (const item of items.all(organ)) {
    if (isUnfinished(item)) {
      throw new MoveError('source-unfinished');
    }
    const packed = portable(item);
    seen.set(nameOf(item), hashOf(packed));
    countRow(item, series);
    yield packed;
  }
}

function countRow({ PK, SK, seq }: OrganItem, series: Map<string, Manifest['series'][number]>): void {
  const name = readPartition(PK);
  if (name.kind !== 'series') return;
  const { year } = name;
  const so = series.get(PK) ?? { year, series: name.series, rows: 0, seq: 0 };
  if (SK.startsWith('N#')) series.set(PK, { ...so, rows: so.rows + 1 });
  else series.set(PK, SK === '#C' && typeof seq === 'number' ? { ...so, seq } : so);
}

async function* membersOf({ members }: MoveDeps, organ: string): AsyncIterable<unknown> {
  yield* await members.list(organ);
}

async function* objectsOf(
  from: Store,
  to: Store,
  organ: string,
  lost: string[],
  sizes: number[],
): AsyncIterable<PackedObject> {
  for (const prefix of PREFIXES) {
    for await (const keys of inBatches(from.list(`${prefix}/${organ}`))) {
      const copied = await inParallel(keys, CONCURRENCY, (key) => copy(from, to, key));
      for (const [index, object] of copied.entries()) {
        if (object) {
          sizes.push(object.size);
          yield object;
        } else lost.push(keys[index] ?? '');
      }
    }
  }
}

/** Copies an object; undefined where it is lost or damaged. */
async function copy(from: Store, to: Store, key: string): Promise<PackedObject | undefined> {
  try {
    const { bytes, contentType, metadata, sha256, size } = await from.get(key);
    await to.put(key, bytes, { contentType, metadata, ifAbsent: false });
    return { key, sha256, size, contentType, metadata };
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    if (error.code === 'not-found' || error.code === 'integrity-mismatch') return undefined;
    if (error.code !== 'already-exists') throw error;
    throw new MoveError('folder-taken', { cause: error });
  }
}

/** Nobody wrote while the organ was read: it reads the same again. */
async function checkUnchanged({ items }: MoveDeps, organ: string, seen: Map<string, string>): Promise<void> {
  let again = 0;
  let isSame = true;
  for await (const item of items.all(organ)) {
    again++;
    isSame &&= seen.get(nameOf(item)) === hashOf(portable(item));
  }
  if (isSame && again === seen.size) return;
  throw new MoveError('source-changed');
}

const nameOf = ({ PK, SK }: OrganItem) => `${PK}\n${SK}`;
