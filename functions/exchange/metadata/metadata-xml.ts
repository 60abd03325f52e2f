import { element, type XmlElement, xmlDocument } from '../xml.ts';
import type { Metadata } from './metadata.ts';

/** The metadata as XML: the names of PL VI, phần II.I, in their order; a list repeats its element, null is empty. */
export function metadataXml(metadata: Metadata): string {
  return xmlDocument({ name: 'Metadata', content: elementsOf(metadata) });
}

function elementsOf(value: object): XmlElement[] {
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) => {
    if (Array.isArray(inner)) return inner.map((one: unknown) => toElement(name, one));
    return [toElement(name, inner)];
  });
}

function toElement(name: string, value: unknown): XmlElement {
  if (typeof value === 'object' && value !== null) return element(name, elementsOf(value));
  return element(name, typeof value === 'string' || typeof value === 'number' ? value : null);
}
