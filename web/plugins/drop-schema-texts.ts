import type { Plugin } from 'vite';

/** Drops the words of schemas, which are for `banhanh schema` and OpenAPI; the page needs what they check alone. */
export function dropSchemaTexts(): Plugin {
  return {
    name: 'drop-schema-texts',
    apply: 'build',
    enforce: 'post',
    transform(code, id) {
      if (!id.includes('/functions/document/') || !code.includes('.meta(')) return null;
      const calls: [number, number][] = [];
      collect(this.parse(code), calls);
      const left = calls
        .sort(([a], [b]) => b - a)
        .reduce((text, [from, to]) => text.slice(0, from) + text.slice(to), code);
      return { code: left, map: null };
    },
  };
}

interface SyntaxNode {
  readonly type: string;
  readonly end: number;
  readonly callee?: { readonly object?: SyntaxNode; readonly property?: { readonly name?: string } };
}

/** The outermost `.meta(…)` of each chain: from the end of what it is called on to its own end. */
function collect(node: unknown, into: [number, number][]): void {
  if (Array.isArray(node)) for (const one of node) collect(one, into);
  if (!isNode(node)) return;
  const { callee } = node;
  if (node.type === 'CallExpression' && callee?.object && callee.property?.name === 'meta') {
    into.push([callee.object.end, node.end]);
    collect(callee.object, into);
    return;
  }
  for (const child of Object.values(node)) if (typeof child === 'object') collect(child, into);
}

function isNode(node: unknown): node is SyntaxNode {
  return typeof node === 'object' && node !== null && 'type' in node;
}
