import { SaxesParser } from 'saxes';

/** An element as a reader with namespaces sees it. */
export interface ReadElement {
  readonly name: string;
  readonly prefix: string;
  readonly uri: string;
  readonly attributes: Record<string, string>;
  text: string;
  readonly children: ReadElement[];
}

/** Parses XML; throws at the first thing that is not well-formed. */
export function readXml(xml: string): ReadElement {
  const parser = new SaxesParser({ xmlns: true });
  const open: ReadElement[] = [];
  let root: ReadElement | undefined;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, prefix, uri, attributes }) => {
    const values = Object.entries(attributes).map(([key, { value }]) => [key, value]);
    const one = { name: local, prefix, uri, attributes: Object.fromEntries(values), text: '', children: [] };
    open.at(-1)?.children.push(one);
    root ??= one;
    open.push(one);
  });
  parser.on('text', (text) => {
    const at = open.at(-1);
    if (at) at.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  if (!root) throw new Error('no root');
  return root;
}

/** The elements by a path of names below an element. */
export function at(from: ReadElement, ...path: readonly string[]): ReadElement[] {
  return path.reduce((found, name) => found.flatMap((one) => one.children.filter((c) => c.name === name)), [from]);
}

/** Names and texts of an element, its children below their names; a repeated one as a list. */
export function said(element: ReadElement): unknown {
  if (element.children.length === 0) return element.text;
  const names = [...new Set(element.children.map(({ name }) => name))];
  return Object.fromEntries(
    names.map((name) => {
      const same = element.children.filter((child) => child.name === name).map(said);
      return [name, same.length === 1 ? same[0] : same];
    }),
  );
}
