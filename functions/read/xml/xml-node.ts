/** Attributes of an element, by qualified name. */
export type Attributes = Readonly<Record<string, string>>;

/** A small element that is kept whole: properties, a style, a relation. Text is left out. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: XmlNode[];
}

/** The first child of a name. */
export function child(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((one) => one.name === name);
}

/** All children of a name. */
export function childrenOf(node: XmlNode | undefined, name: string): XmlNode[] {
  return node?.children.filter((one) => one.name === name) ?? [];
}

/** The `w:val` of a child. */
export function valOf(node: XmlNode | undefined, name: string): string | undefined {
  return child(node, name)?.attributes['w:val'];
}

/** A switch of WordprocessingML: there without a value means on (ECMA-376, 17.17.4). */
export function switchOf(node: XmlNode | undefined, name: string): boolean | undefined {
  const found = child(node, name);
  if (!found) return undefined;
  return !['0', 'false', 'off', 'none'].includes(found.attributes['w:val'] ?? 'true');
}

/** A whole number of an attribute; undefined where it is none. */
export function numberOf(text: string | undefined): number | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const number = Number(text);
  return Number.isFinite(number) ? number : undefined;
}

const UNIT_TWIPS: Readonly<Record<string, number>> = { pt: 20, mm: 1440 / 25.4, cm: 1440 / 2.54, in: 1440, pc: 240 };

/** A length in twips: a plain number, or one with a unit as strict files write it. */
export function twipsOf(text: string | undefined): number | undefined {
  const plain = numberOf(text);
  if (plain !== undefined) return plain;
  const match = /^(-?[\d.]+)(pt|mm|cm|in|pc)$/.exec(text ?? '');
  return match ? Math.round(Number(match[1]) * (UNIT_TWIPS[match[2] ?? ''] ?? 20)) : undefined;
}
