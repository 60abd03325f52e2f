import { FORBIDDEN_BUT_LINE_END } from '#document/text/forbidden-characters.ts';

/** An element: its name, its attributes, and its text or its children. */
export interface XmlElement {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly content: string | readonly XmlElement[];
}

/** An element of text or of children; null content makes an empty one. */
export function element(name: string, content: string | number | null | readonly XmlElement[]): XmlElement {
  if (content === null) return { name, content: '' };
  return { name, content: typeof content === 'number' ? String(content) : content };
}

/** A document of one root, an element a line, UTF-8. `comment` stands before the root. */
export function xmlDocument(root: XmlElement, comment?: string): string {
  const said = comment === undefined ? '' : `<!-- ${legible(comment).replace(/-(?=-)/g, '- ')} -->\n`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${said}${written(root, '')}\n`;
}

function written({ name, attributes = {}, content }: XmlElement, indent: string): string {
  const opening = `${indent}<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escaped(value)}"`)
    .join('')}`;
  if (content.length === 0) return `${opening}/>`;
  if (typeof content === 'string') return `${opening}>${escaped(content)}</${name}>`;
  const children = content.map((child) => written(child, `${indent}  `)).join('\n');
  return `${opening}>\n${children}\n${indent}</${name}>`;
}

const FORBIDDEN_IN_XML = new RegExp(FORBIDDEN_BUT_LINE_END.source, 'gu');
const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\n': '&#10;',
};

/** Replaces characters that XML forbids or nobody sees by a visible mark. */
function legible(text: string): string {
  return text.replace(FORBIDDEN_IN_XML, '\uFFFD');
}

/** A text that is text wherever it stands. */
function escaped(text: string): string {
  return legible(text).replace(/[&<>"'\n]/g, (char) => REFERENCES[char] ?? char);
}
