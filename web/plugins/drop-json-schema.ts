import type { Plugin } from 'vite';

/** Modules of zod that make JSON Schema. */
const MAKERS = /\/zod\/v4\/core\/(?:json-schema-processors|to-json-schema)\.js$/;

/** JSON Schema is made for `banhanh schema` and OpenAPI; zod hangs its makers on every schema, and the page calls none. */
export function dropJsonSchema(): Plugin {
  return {
    name: 'drop-json-schema',
    apply: 'build',
    transform(code, id) {
      if (!MAKERS.test(id)) return null;
      const names = [...code.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name);
      return { code: names.map((name) => `export const ${name} = () => undefined;`).join('\n'), map: null };
    },
  };
}
