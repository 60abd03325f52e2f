import { SaxesParser } from 'saxes';

/** An element of an OOXML part; its name and its attributes' names carry the prefixes that the standard uses. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

/** The prefix under which each namespace is read, whatever prefix the file gives it. */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w:',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r:',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel:',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc:',
  'http://www.w3.org/XML/1998/namespace': 'xml:',
  '': '',
};

function prefixed(uri: string, local: string): string {
  return `${PREFIXES[uri] ?? `{${uri}}`}${local}`;
}

/**
 * Parses one part of a package.
 *
 * @throws Error where the text is no well-formed XML
 */
export function parseXml(text: string): Element {
  const roots: (Element | string)[] = [];
  const open = [{ children: roots }];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    const attributes = Object.values(tag.attributes).map(({ uri, local, value }) => [prefixed(uri, local), value]);
    const children: (Element | string)[] = [];
    open.at(-1)?.children.push({
      name: prefixed(tag.uri, tag.local),
      attributes: Object.fromEntries(attributes),
      children,
    });
    open.push({ children });
  });
  parser.on('text', (chars) => open.at(-1)?.children.push(chars));
  parser.on('cdata', (chars) => open.at(-1)?.children.push(chars));
  parser.on('closetag', () => open.pop());
  parser.write(text).close();
  const root = roots.find((node) => typeof node !== 'string');
  if (!root) throw new Error('an XML part without a root element');
  return root;
}

/** The child elements of an element, all or those of one name. */
export function elements(parent: Element | undefined, name?: string): Element[] {
  return (parent?.children ?? []).filter(
    (node): node is Element => typeof node !== 'string' && (name === undefined || node.name === name),
  );
}

/** The first child element of a name. */
export function element(parent: Element | undefined, name: string): Element | undefined {
  return elements(parent, name)[0];
}

/** The text directly inside an element. */
export function textOf(parent: Element | undefined): string {
  return (parent?.children ?? []).filter((node) => typeof node === 'string').join('');
}

/** An attribute of the first child of a name: `w:val` unless another is asked for. */
export function value(parent: Element | undefined, name: string, attribute = 'w:val'): string | undefined {
  return element(parent, name)?.attributes[attribute];
}

/** A number in an attribute; undefined where there is none. */
export function numberIn(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

/** An on/off property: undefined where it is not given, true where it stands without a value. */
export function flag(parent: Element | undefined, name: string): boolean | undefined {
  const found = element(parent, name);
  return found && !['0', 'false', 'off'].includes(found.attributes['w:val'] ?? 'true');
}
