import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFiles, PROJECT as root } from '../support/project-files.ts';

const sources = projectFiles('functions', 'local', 'infra', 'web/src', 'house', 'bench', 'test')
  .filter((file) => /\.(?:ts|svelte)$/.test(file) && !file.includes('/generated/') && !file.endsWith('.d.ts'))
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

/** Names of properties that a text assigns, counts up or deletes. */
function writtenIn(text: string): string[] {
  const assigned = text.matchAll(/(?:\.|\[')([\w$]+)(?:'\])?!?\s*(?:(?:[-+*/|&]|\?\?|\|\||&&)?=(?![=>])|\+\+|--)/g);
  const deleted = text.matchAll(/(?:\bdelete |\+\+|--)[\w$.[\]]*?(?:\.|\[')([\w$]+)\b/g);
  return [...assigned, ...deleted].map(([, name = '']) => name);
}

interface Property {
  readonly name: string;
  readonly line: number;
}

/** Properties of a file's interfaces and named type literals that may be written, with their lines. */
function mutableIn(text: string): Property[] {
  const found: Property[] = [];
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const opening = lines[at] ?? '';
    if (!/^\s*(?:export )?(?:declare )?(?:interface \w|type \w[^=]*=.*\{$)/.test(opening) || !opening.endsWith('{'))
      continue;
    const indent = /^\s*/.exec(opening)?.[0] ?? '';
    let depth = 0;
    for (at += 1; at < lines.length && !(lines[at] ?? '').startsWith(`${indent}}`); at += 1) {
      const line = (lines[at] ?? '').replace(/\/\*.*?\*\/|\/\/.*$|^\s*\*.*$/g, '');
      const name = /^\s+'?([\w$*]+)'?\??: /.exec(line)?.[1];
      if (depth === 0 && name !== undefined) found.push({ name, line: at + 1 });
      depth += (line.match(/[(]/g)?.length ?? 0) - (line.match(/[)]/g)?.length ?? 0);
    }
  }
  return found;
}

test('finds the properties that may be written, and those that are', () => {
  const text = [
    'export interface A {',
    '  /** Count: many. */',
    '  readonly fixed: string;',
    '  count: number;',
    '  find(',
    '    where: string,',
    '  ): void;',
    '  inner: {',
    '    deep?: string;',
    '  };',
    '}',
    'const b = { a: 1 };',
  ].join('\n');
  expect(mutableIn(text).map(({ name, line }) => `${line} ${name}`)).toEqual(['4 count', '8 inner', '9 deep']);
  expect(writtenIn("a.b = 1; c.d += 2; e.f === g.h; i.j => 1; k['l'] ??= 2; m.n++; delete o.p; ++q.r;")).toEqual([
    ...['b', 'd', 'l', 'n'],
    ...['p', 'r'],
  ]);
});

test('a property is readonly unless its room writes it', () => {
  const roomOf = (file: string) => file.split('/').slice(0, 2).join('/');
  const written = new Map<string, Set<string>>();
  for (const { file, text } of sources) {
    const names = written.get(roomOf(file)) ?? new Set();
    for (const name of writtenIn(text)) names.add(name);
    written.set(roomOf(file), names);
  }
  const loose = sources.flatMap(({ file, text }) =>
    mutableIn(text)
      .filter(({ name }) => !written.get(roomOf(file))?.has(name))
      .map(({ name, line }) => `${file}:${line} ${name}`),
  );
  expect(loose).toEqual([]);
});
