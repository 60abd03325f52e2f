import { strFromU8, unzipSync } from 'fflate';
import { type Element, elements, parseXml } from './xml.ts';

/** The parts of a .docx and the relations between them. */
export interface Package {
  /** The root element of a part, or undefined where the package has no such part. */
  part(path: string): Element | undefined;
  /** Path of the part that a relation of `from` names, by the relation's id. */
  target(from: string, relationId: string): string;
  /** Path of the first part that `from` has a relation of this type to (the type's last word). */
  related(from: string, type: string): string | undefined;
}

/** Opens the bytes of a .docx. */
export function openPackage(bytes: Uint8Array): Package {
  const files = unzipSync(bytes);
  const parsed = new Map<string, Element | undefined>();
  const part = (path: string) => {
    if (!parsed.has(path)) parsed.set(path, files[path] && parseXml(strFromU8(files[path])));
    return parsed.get(path);
  };
  const relations = (from: string) => {
    const [, folder = '', name] = /^(.*\/)?([^/]*)$/.exec(from) ?? [];
    return elements(part(`${folder}_rels/${name}.rels`)).map(({ attributes }) => ({
      id: attributes['Id'],
      type: attributes['Type']?.split('/').at(-1),
      path: attributes['Target']?.startsWith('/') ? attributes['Target'].slice(1) : `${folder}${attributes['Target']}`,
    }));
  };
  return {
    part,
    related: (from, type) => relations(from).find((relation) => relation.type === type)?.path,
    target(from, relationId) {
      const found = relations(from).find(({ id }) => id === relationId);
      if (!found) throw new Error(`${from} has no relation ${relationId}`);
      return found.path;
    },
  };
}
