import { type BoundedZip, openBoundedZip } from '#package/open-bounded-zip.ts';
import { ZipError, type ZipErrorCode } from '#package/zip-error.ts';
import { ReadError, type ReadErrorCode } from '../problems/read-error.ts';
import { readTree } from '../xml/read-tree.ts';
import { childrenOf, type XmlNode } from '../xml/xml-node.ts';
import { sniff } from './sniff.ts';

/** A relation of one part to another, or to something outside. */
export interface Relation {
  readonly id: string;
  /** The last word of its type: `styles`, `header`, `hyperlink`. */
  readonly type: string;
  /** Path in the package; as written where it is external. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** A .docx whose parts can be read. */
export interface DocxPackage {
  readonly names: readonly string[];
  readonly mainPart: string;
  readonly contentType: string;
  relations(part: string): Relation[];
  /** A small part as a tree. */
  tree(part: string): XmlNode | undefined;
  /** Feeds a part's bytes; false where it is absent. */
  feed(part: string, take: (piece: Uint8Array) => void): boolean;
}

/** Bounds of a file that is read: an office's largest stay far under them. */
export const READ_BOUNDS = {
  maxBytes: 50 * 1024 * 1024,
  maxEntries: 4000,
  maxInflatedBytes: 40 * 1024 * 1024,
} as const;

const ZIP_CODES: Readonly<Record<ZipErrorCode, ReadErrorCode>> = {
  'too-large': 'FILE_TOO_LARGE',
  'not-a-zip': 'ZIP_DAMAGED',
  'too-many-entries': 'ZIP_TOO_MANY_ENTRIES',
  'inflates-too-much': 'ZIP_BOMB',
  encrypted: 'ZIP_ENCRYPTED',
  overlapping: 'ZIP_OVERLAPPING',
  'duplicate-name': 'ZIP_DUPLICATE_NAME',
  'unsafe-name': 'ZIP_UNSAFE_NAME',
  damaged: 'ZIP_DAMAGED',
};

const MAIN_TYPES = /wordprocessingml\.(?:document|template)\.main\+xml|ms-word\.(?:document|template)\.macroEnabled/;

/** Opens a .docx by its bytes, whatever its name says. Throws {@link ReadError}. */
export function openDocx(bytes: Uint8Array): DocxPackage {
  const refusal = sniff(bytes);
  if (refusal) throw new ReadError(refusal);
  return orReadError(() => {
    const zip = openBoundedZip(bytes, READ_BOUNDS);
    const feed = (part: string, take: (piece: Uint8Array) => void) => orReadError(() => zip.read(part, take));
    const tree = (part: string) => readTree(part, feed);
    const { mainPart, contentType } = findMain(zip, tree);
    return { names: zip.names, mainPart, contentType, feed, tree, relations: (part) => relationsOf(tree, part) };
  });
}

function orReadError<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    const params = { maxMb: READ_BOUNDS.maxBytes / 1024 / 1024 };
    throw new ReadError(ZIP_CODES[error.code], params, { cause: error });
  }
}

function findMain(
  zip: BoundedZip,
  tree: DocxPackage['tree'],
): { readonly mainPart: string; readonly contentType: string } {
  const types = tree('[Content_Types].xml');
  const main = childrenOf(types, 'ct:Override').find(({ attributes }) =>
    MAIN_TYPES.test(attributes['ContentType'] ?? ''),
  );
  const byType = main?.attributes['PartName']?.replace(/^\//, '');
  const byRelation = relationsOf(tree, '').find(({ type }) => type === 'officeDocument')?.target;
  const mainPart = byType ?? (byRelation?.startsWith('word/') ? byRelation : undefined);
  if (mainPart !== undefined && zip.names.includes(mainPart)) {
    return { mainPart, contentType: main?.attributes['ContentType'] ?? '' };
  }
  throw new ReadError(otherFormat(zip.names));
}

function otherFormat(names: readonly string[]): ReadErrorCode {
  if (names.some((name) => name.startsWith('xl/'))) return 'XLSX_FILE';
  if (names.some((name) => name.startsWith('ppt/'))) return 'PPTX_FILE';
  if (names.includes('content.xml') && names.includes('mimetype')) return 'ODT_FILE';
  return 'NOT_WORD';
}

function relationsOf(tree: DocxPackage['tree'], part: string): Relation[] {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const root = tree(`${folder}_rels/${part.slice(slash)}.rels`);
  return childrenOf(root, 'rel:Relationship').map(({ attributes }) => {
    const isExternal = attributes['TargetMode'] === 'External';
    const target = attributes['Target'] ?? '';
    return {
      id: attributes['Id'] ?? '',
      type: (attributes['Type'] ?? '').split('/').at(-1) ?? '',
      target: isExternal ? target : resolved(folder, target),
      isExternal,
    };
  });
}

/** A target as a path of the package; `..` steps up and never out. */
function resolved(folder: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/').filter(Boolean);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
