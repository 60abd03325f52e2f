import { validateOoxml } from '../../support/office.ts';
import { aroundBody, joinedBodies, spoiltBody } from './joined-bodies.ts';

/** Bodies that the validator reads in one file. */
const JOINED = 60;

/** A unit's file. */
export interface UnitDocx {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Findings of the validator in all files. */
export interface Validated {
  /** Files in whose body it finds nothing. */
  readonly sound: number;
  /** Count of sorts of parts around the bodies; of each sort one file is validated as it is. */
  readonly sorts: number;
  readonly failures: readonly string[];
}

/**
 * Has Microsoft's validator read every body, many in one file. Of each sort of parts around them it reads one whole
 * file; and one fault among many bodies, which it has to see.
 */
export async function validateAll(files: readonly UnitDocx[]): Promise<Validated> {
  const sorts = new Map<string, UnitDocx[]>();
  for (const file of files) {
    const sort = aroundBody(file.bytes);
    sorts.set(sort, [...(sorts.get(sort) ?? []), file]);
  }
  const failures: string[] = [];
  let sound = 0;
  for (const alike of sorts.values()) {
    const [whole] = alike;
    if (whole) failures.push(...(await faults(new Map([[whole.name, whole.bytes]]))));
    const batches = Array.from({ length: Math.ceil(alike.length / JOINED) }, (_, i) =>
      alike.slice(i * JOINED, (i + 1) * JOINED),
    );
    for (let at = 0; at < batches.length; at += 2) {
      const two = new Map(batches.slice(at, at + 2).map((batch) => [nameOf(batch), joined(batch)]));
      const found = await faults(two);
      failures.push(...found);
      const wrong = new Set(found.map((line) => line.split(': ')[0]));
      for (const batch of batches.slice(at, at + 2)) if (!wrong.has(nameOf(batch))) sound += batch.length;
    }
  }
  const some = files.slice(0, JOINED);
  const spoilt = some.map((file, i) => (i === 7 ? { ...file, bytes: spoiltBody(file.bytes) } : file));
  if ((await faults(new Map([['spoilt', joined(spoilt)]]))).length !== 1) {
    failures.push('the validator does not see one fault among many bodies');
  }
  return { sound, sorts: sorts.size, failures };
}

async function faults(files: ReadonlyMap<string, Uint8Array>): Promise<string[]> {
  const results = await validateOoxml(files);
  return results.flatMap(({ name, findings }) => (findings[0] === undefined ? [] : [`${name}: ${findings[0]}`]));
}

function joined(batch: readonly UnitDocx[]): Uint8Array {
  return joinedBodies(batch.map(({ bytes }) => bytes));
}

function nameOf(batch: readonly UnitDocx[]): string {
  return `${batch[0]?.name} to ${batch.at(-1)?.name}`;
}
