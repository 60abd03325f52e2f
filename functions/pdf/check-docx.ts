import { readBoundedZip } from '#package/read-bounded-zip.ts';
import { ZipError } from '#package/zip-error.ts';
import { PdfError } from './pdf-error.ts';

/** Largest file that is converted, as it is stored and inflated: an appendix of 100,000 rows stays below. */
const BOUNDS = { maxBytes: 20 * 1024 * 1024, maxEntries: 64, maxInflatedBytes: 200 * 1024 * 1024 } as const;

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** All parts that our packages have. No pictures, objects, macros, templates, custom XML. */
const PARTS = [
  /^\[Content_Types\]\.xml$/,
  /^_rels\/\.rels$/,
  /^docProps\/(core|app|custom)\.xml$/,
  /^word\/(document|styles|numbering|settings|fontTable|footnotes|endnotes|comments|(header|footer)\d+)\.xml$/,
  /^word\/theme\/theme\d*\.xml$/,
  /^word\/_rels\/[A-Za-z]+\d*\.xml\.rels$/,
];

/** Relationships inside a package of ours. What reaches out (links, templates, pictures, objects) is of another type. */
const RELATIONSHIPS: ReadonlySet<string> = new Set([
  `${OFFICE}/relationships/officeDocument`,
  `${OFFICE}/relationships/extended-properties`,
  `${OFFICE}/relationships/custom-properties`,
  'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
  ...['styles', 'numbering', 'settings', 'fontTable', 'footnotes', 'endnotes', 'comments'].map(
    (name) => `${OFFICE}/relationships/${name}`,
  ),
  ...['header', 'footer', 'theme'].map((name) => `${OFFICE}/relationships/${name}`),
]);

/** Elements of WordprocessingML that run a field, merge mail or pull in another file. */
const REACHING_OUT = /<w:(?:fldSimple|altChunk|attachedTemplate|mailMerge|subDoc|hyperlink|object|pict|control)\b/;

/**
 * Makes sure that a file is one that we rendered, before a converter of a few million lines reads it: bounded, of our parts
 * alone, all of it UTF-8 without a DOCTYPE, every relationship inside, no element but WordprocessingML's, no field but the page
 * number. What is new in the layout and reaches further has to be let in here.
 *
 * @throws PdfError `not-ours`, `too-large`
 */
export function checkDocx(docx: Uint8Array): void {
  for (const [name, bytes] of partsOf(docx)) {
    if (!PARTS.some((part) => part.test(name))) throw notOurs('part', name);
    const xml = textOf(name, bytes);
    if (name.endsWith('.rels')) checkRelationships(name, xml);
    else if (name.startsWith('word/theme/')) checkMarkup(name, xml, 'a');
    else if (name.startsWith('word/')) checkWord(name, xml);
  }
}

function partsOf(docx: Uint8Array): Map<string, Uint8Array> {
  try {
    return readBoundedZip(docx, BOUNDS);
  } catch (cause) {
    if (!(cause instanceof ZipError)) throw cause;
    const isTooLarge = ['too-large', 'inflates-too-much', 'too-many-entries'].includes(cause.code);
    throw new PdfError(isTooLarge ? 'too-large' : 'not-ours', cause.code, { cause });
  }
}

/** The text of a part without its declaration. Another encoding, a DOCTYPE, CDATA or comments would hide what it says. */
function textOf(name: string, bytes: Uint8Array): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw notOurs('encoding', name, cause);
  }
  const xml = text.replace(/^<\?xml version="1\.0"(?: encoding="UTF-8")?(?: standalone="yes")?\?>/, '');
  if (/<[!?]|\0/.test(xml)) throw notOurs('markup', name);
  return xml;
}

function checkRelationships(name: string, xml: string): void {
  if (/TargetMode|&|'/.test(xml)) throw notOurs('target', name);
  const all = xml.match(/<(?!\/|Relationships\b)/g)?.length ?? 0;
  const known = [
    ...xml.matchAll(/<Relationship Id="\w+" Type="([^"]+)" Target="[A-Za-z]+(?:\/[A-Za-z]+)?\d*\.xml"\/>/g),
  ];
  if (known.length !== all || known.some(([, type]) => !RELATIONSHIPS.has(type ?? ''))) throw notOurs('target', name);
}

function checkWord(name: string, xml: string): void {
  checkMarkup(name, xml, 'w');
  const bound = xml.match(/xmlns:w(?![\w.-])/g)?.length ?? 0;
  if (bound !== 1 || !xml.includes(`xmlns:w="${WORD}"`)) throw notOurs('namespace', name);
  if (REACHING_OUT.test(xml)) throw notOurs('element', name);
  const fields = xml.match(/<w:instrText\b/g)?.length ?? 0;
  const pageNumbers = xml.match(/<w:instrText(?: xml:space="preserve")?>\s*PAGE\s*<\/w:instrText>/g)?.length ?? 0;
  if (fields !== pageNumbers) throw notOurs('field', name);
}

/** No element but those of one prefix: nothing of VML, drawings, objects or another default namespace. */
function checkMarkup(name: string, xml: string, prefix: string): void {
  if (new RegExp(`<(?!/?${prefix}:)`).test(xml)) throw notOurs('element', name);
}

function notOurs(what: string, part: string, cause?: unknown): PdfError {
  return new PdfError('not-ours', `${what} in ${part}`, { cause });
}
