/** Namespaces of a .docx, transitional and strict, and the prefix by which the reader knows each. */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'http://schemas.openxmlformats.org/package/2006/content-types': 'ct',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp',
  'http://schemas.openxmlformats.org/drawingml/2006/picture': 'pic',
  'http://purl.oclc.org/ooxml/drawingml/picture': 'pic',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape': 'wps',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup': 'wpg',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
};

/** Gives names the prefixes that the reader knows, whatever prefixes the file chose. */
export interface CanonicalNames {
  /** Looks at the declarations of an element before its name is read. */
  declare(attributes: Readonly<Record<string, string>>): void;
  name(qualified: string): string;
  attributes(given: Readonly<Record<string, string>>): Readonly<Record<string, string>>;
}

/** A namer for one part. Word declares at the root and redeclares alike, so a declaration stays until another. */
export function canonicalNames(): CanonicalNames {
  const renamed = new Map<string, string>();
  let isPlain = true;
  const name = (qualified: string): string => {
    if (isPlain) return qualified;
    const colon = qualified.indexOf(':');
    const prefix = colon < 0 ? '' : qualified.slice(0, colon);
    const known = renamed.get(prefix);
    return known === undefined ? qualified : `${known}:${qualified.slice(colon + 1)}`;
  };
  return {
    declare(attributes) {
      for (const [key, uri] of Object.entries(attributes)) {
        if (!key.startsWith('xmlns')) continue;
        const prefix = key === 'xmlns' ? '' : key.slice(6);
        const known = PREFIXES[uri];
        if (known === undefined) renamed.delete(prefix);
        else renamed.set(prefix, known);
      }
      isPlain = [...renamed].every(([prefix, known]) => prefix === known);
    },
    name,
    attributes(given) {
      if (isPlain) return given;
      return Object.fromEntries(
        Object.entries(given).map(([key, value]) => [key.includes(':') ? name(key) : key, value]),
      );
    },
  };
}
