import { posix } from 'node:path';
import { ImportError } from '../older-book/import-error.ts';
import { scanPart } from './scan-part.ts';

/** Parts of a workbook by their paths in the package. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/** A sheet that a workbook names. */
export interface SheetPart {
  readonly name: string;
  readonly part: Uint8Array;
  readonly isHidden: boolean;
}

/** Parts that a workbook names. */
export interface Workbook {
  readonly sheets: readonly SheetPart[];
  readonly sharedStrings: Uint8Array | undefined;
  readonly styles: Uint8Array | undefined;
  /** Days count from 1904, as Excel for Mac had it. */
  readonly isFrom1904: boolean;
}

/** Reads which sheets a workbook has. Throws `ImportError` where it is none. */
export function readWorkbookParts(parts: Parts): Workbook {
  const path = [...relationships(parts, '').values()].find((one) => one.type.endsWith('/officeDocument'))?.target;
  const main = parts.get(path ?? 'xl/workbook.xml');
  if (!main) throw new ImportError('not-xlsx');
  const related = relationships(parts, path ?? 'xl/workbook.xml');
  const ofType = (type: string) =>
    [...related.values()].flatMap((one) => (one.type.endsWith(`/${type}`) ? (parts.get(one.target) ?? []) : [])).at(0);
  const sheets: SheetPart[] = [];
  let isFrom1904 = false;
  scanPart(main, {
    open(name, attributes) {
      if (name === 'workbookPr') isFrom1904 = isTrue(attributes['date1904']);
      if (name !== 'sheet') return;
      const [, id = ''] = Object.entries(attributes).find(([key]) => key.endsWith(':id')) ?? [];
      const part = parts.get(related.get(id)?.target ?? '');
      const isSheet = related.get(id)?.type.endsWith('/worksheet');
      const isHidden = attributes['state'] === 'hidden' || attributes['state'] === 'veryHidden';
      if (isSheet && !part) throw new ImportError('damaged');
      if (isSheet && part) sheets.push({ name: attributes['name'] ?? '', part, isHidden });
    },
  });
  if (sheets.length === 0) throw new ImportError('not-xlsx');
  return { sheets, sharedStrings: ofType('sharedStrings'), styles: ofType('styles'), isFrom1904 };
}

/** Reads a truth value of OOXML. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

function relationships(parts: Parts, source: string): Map<string, { readonly type: string; readonly target: string }> {
  const folder = posix.dirname(source);
  const rels = parts.get(posix.join(folder, '_rels', `${posix.basename(source)}.rels`));
  const found = new Map<string, { readonly type: string; readonly target: string }>();
  if (!rels) return found;
  scanPart(rels, {
    open(name, { Id = '', Type = '', Target = '', TargetMode }) {
      if (name !== 'Relationship' || TargetMode === 'External') return;
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
      found.set(Id, { type: Type, target });
    },
  });
  return found;
}
