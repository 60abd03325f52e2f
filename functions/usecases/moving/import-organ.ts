import { undefinedIfNotFound } from '#base/coded-error.ts';
import type { OrganItem } from '#register/organs/organ-items.ts';
import { createDirectoryStore } from '#store/directory-store.ts';
import { StoreError } from '#store/store-error.ts';
import { inParallel } from '../in-parallel.ts';
import type { Violation } from '../upkeep/violation.ts';
import {
  batchesOf,
  CONCURRENCY,
  compareWithTarget,
  differentItem,
  differentObject,
  inBatches,
  isSameItem,
  stateOf,
} from './compare-package.ts';
import { isLoss } from './export-organ.ts';
import type { MoveDeps } from './move-deps.ts';
import { type Difference, MoveError } from './move-error.ts';
import { packagePaths } from './organ-package.ts';
import type { OrganPackage } from './read-package.ts';
import { verifyOrgan } from './verify-organ.ts';

/** Input of an import; `onViolation` hears each violation. */
export interface ImportOptions {
  readonly target: MoveDeps;
  readonly pack: OrganPackage;
  readonly folder: string;
  onViolation(violation: Violation): void;
}

/** Counts of what an import wrote, and of what stood there from a run before. */
export interface Imported {
  readonly items: number;
  readonly objects: number;
  readonly members: number;
  readonly stood: { readonly items: number; readonly objects: number };
  /** Breaches that are not of what the source had lost: the members were not let in then. */
  readonly violations: readonly Violation[];
}

/**
 * Writes a package where it belongs: objects, then items by transactions that only ever add, then it reads all of it back and
 * verifies the organ, and last come the members, so that nobody signs in before. A run that was cut off is completed by the next
 * one; a second whole run changes nothing. Throws `MoveError`, nothing written, where something else stands there.
 */
export async function importOrgan({ target, pack, folder, onViolation }: ImportOptions): Promise<Imported> {
  const stood = await compareWithTarget(target, pack);
  refuse(stood.different);
  const versions = await putObjects(target, pack, folder);
  const partitions = await putItems(target, pack, versions);
  await readBack(target, pack, versions);
  const lost = new Set(pack.manifest.lost);
  const found = await verifyOrgan(target, pack.manifest.organ, partitions, onViolation);
  const violations = found.violations.filter((violation) => !(isLoss(violation) && lost.has(violation.what ?? '')));
  let members = 0;
  if (violations.length === 0) {
    for await (const member of pack.members()) if (await target.members.importMember(member)) members++;
  }
  const { items, objects } = pack.manifest;
  return {
    items: items.count - stood.items,
    objects: objects.count - stood.objects,
    members,
    stood: { items: stood.items, objects: stood.objects },
    violations,
  };
}

/** Puts what is not there yet. Answers the version of each object where the store keeps versions. */
async function putObjects({ deps }: MoveDeps, pack: OrganPackage, folder: string): Promise<Map<string, string>> {
  const from = createDirectoryStore(packagePaths(folder).files);
  const versions = new Map<string, string>();
  for await (const batch of inBatches(pack.objects())) {
    await inParallel(batch, CONCURRENCY, async ({ key, sha256, contentType, metadata }) => {
      // What stands of a draft is put again, so that it counts as new until its items are there.
      const standing = key.startsWith('drafts/') ? undefined : await deps.store.head(key).catch(undefinedIfNotFound);
      const put = async () => {
        const { bytes } = await from.get(key, { expectSha256: sha256 });
        return deps.store.put(key, bytes, { contentType, metadata, ifAbsent: false, renews: true });
      };
      const { versionId } = standing ?? (await put());
      if (versionId !== undefined) versions.set(key, versionId);
    });
  }
  return versions;
}

/** Adds the items that are not there yet. Answers the partitions of all. */
async function putItems(
  { items }: MoveDeps,
  pack: OrganPackage,
  versions: ReadonlyMap<string, string>,
): Promise<Set<string>> {
  const partitions = new Set<string>();
  for await (const batch of batchesOf(pack.items())) {
    for (const { PK } of batch) partitions.add(PK);
    // Someone may add one of them in between: what they added is looked at again, and is the same or refused.
    for (let lacking = batch; lacking.length > 0; ) {
      const standing = await items.getMany(lacking);
      const differing = lacking.filter((item, index) => {
        const there = standing[index];
        return there && !isSameItem(there, item);
      });
      refuse(differing.map(differentItem));
      lacking = lacking.filter((_, index) => !standing[index]);
      if (lacking.length > 0 && (await items.add(lacking.map((item) => pinned(item, versions))))) break;
    }
  }
  return partitions;
}

/** Reads every item and every byte again where they were put, and compares them with the package. */
async function readBack(
  { items, deps }: MoveDeps,
  pack: OrganPackage,
  versions: ReadonlyMap<string, string>,
): Promise<void> {
  const wrong: Difference[] = [];
  for await (const batch of batchesOf(pack.items())) {
    const standing = await items.getMany(batch);
    for (const [index, item] of batch.entries()) {
      const there = standing[index];
      if (!there || !isSameItem(there, item)) wrong.push(differentItem(item));
    }
  }
  for await (const batch of inBatches(pack.objects())) {
    await inParallel(batch, CONCURRENCY, async (object) => {
      const versionId = versions.get(object.key);
      const options = { expectSha256: object.sha256, ...(versionId !== undefined && { versionId }) };
      const read = await deps.store.get(object.key, options).catch((error: unknown) => {
        if (error instanceof StoreError && error.code !== 'unavailable') return undefined;
        throw error;
      });
      if (!read || (await stateOf(deps.store, object)) !== 'same') wrong.push(differentObject(object));
    });
  }
  if (wrong.length === 0) return;
  throw new MoveError('read-back-differs', { differences: wrong });
}

/** A row whose files are pinned to the versions that they have here. */
function pinned(item: OrganItem, versions: ReadonlyMap<string, string>): OrganItem {
  const { files } = item;
  if (!Array.isArray(files)) return item;
  const here = files.map((file: object) => {
    const versionId = 'key' in file && typeof file.key === 'string' ? versions.get(file.key) : undefined;
    return versionId === undefined ? file : { ...file, versionId };
  });
  return { ...item, files: here };
}

function refuse(differences: readonly Difference[]): void {
  if (differences.length > 0) throw new MoveError('target-differs', { differences });
}
