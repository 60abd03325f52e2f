import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** A room as it stands on disk: its capabilities (folders) and the rooms that it imports. */
export interface BuiltRoom {
  readonly name: string;
  readonly path: string;
  readonly folders: readonly string[];
  readonly imports: ReadonlySet<string>;
}

/** Reads all rooms from the sources: `functions/*`, `local`, `infra` and `web`. */
export function readRooms(): BuiltRoom[] {
  const inFunctions = foldersOf('functions').map((name) => ({ name, path: `functions/${name}` }));
  const others = ['local', 'infra', 'web'].map((name) => ({ name, path: name === 'web' ? 'web/src' : name }));
  return [...inFunctions, ...others].map(({ name, path }) => ({
    name,
    path,
    folders: foldersOf(path),
    imports: importsOf(path, name),
  }));
}

/** Drops each import that another import implies, so that a picture shows the direction alone. */
export function withoutImplied(rooms: readonly BuiltRoom[]): Map<string, string[]> {
  const direct = new Map(rooms.map(({ name, imports }) => [name, [...imports]]));
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean => {
    if (seen.has(from)) return false;
    seen.add(from);
    return (direct.get(from) ?? []).some((next) => next === to || reaches(next, to, seen));
  };
  const kept = ([name, imports]: [string, string[]]): [string, string[]] => [
    name,
    imports.filter((to) => !imports.some((other) => other !== to && reaches(other, to))),
  ];
  return new Map([...direct].map(kept));
}

function foldersOf(path: string): string[] {
  return readdirSync(join(ROOT, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !['node_modules', 'pdf-image', 'generated'].includes(entry.name))
    .map(({ name }) => name)
    .sort();
}

function importsOf(path: string, own: string): Set<string> {
  const found = new Set<string>();
  for (const entry of readdirSync(join(ROOT, path), { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !/\.(?:ts|svelte)$/.test(entry.name)) continue;
    const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
    for (const [, room = ''] of text.matchAll(/(?:from|import|import\()\s*'#([a-z]+)\//g)) found.add(room);
  }
  found.delete(own);
  return found;
}
