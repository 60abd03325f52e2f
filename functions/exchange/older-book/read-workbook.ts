import { legible } from '#document/text/forbidden-characters.ts';
import { readBoundedZip } from '#package/read-bounded-zip.ts';
import { ZipError } from '#package/zip-error.ts';
import type { SheetRows } from '../workbook/cell.ts';
import { readNumberFormats } from '../workbook/number-formats.ts';
import { readSheet } from '../workbook/read-sheet.ts';
import { readSharedStrings } from '../workbook/shared-strings.ts';
import { readWorkbookParts } from '../workbook/workbook-parts.ts';
import { IMPORT_BOUNDS } from './import-bounds.ts';
import { ImportError, type ImportErrorCode } from './import-error.ts';
import { kindOfFile } from './kind-of-file.ts';

/**
 * Reads the sheets of an .xlsx within bounds: the zip is inflated by us and counted, a part with a DTD is refused, and cells
 * without content cost nothing, however far out they stand.
 *
 * @throws ImportError
 */
export async function readWorkbook(
  bytes: Uint8Array,
  /** `isAsShown`: numbers come with their thousands, decimals and percents as their formats show them. */
  { isAsShown = false }: { readonly isAsShown?: boolean | undefined } = {},
): Promise<SheetRows[]> {
  const workbook = readWorkbookParts(xmlParts(bytes));
  const sharedStrings = readSharedStrings(workbook.sharedStrings);
  const formats = readNumberFormats(workbook.styles, workbook.isFrom1904, isAsShown);
  let count = 0;
  return workbook.sheets.map(({ name, part, isHidden }) => {
    const sheet = readSheet(part, { sharedStrings, formats });
    count += sheet.rows.length;
    if (count > IMPORT_BOUNDS.maxRows) throw new ImportError('too-many-rows');
    return { name: legible(name), isHidden, ...sheet };
  });
}

function xmlParts(bytes: Uint8Array): Map<string, Uint8Array> {
  try {
    const parts = readBoundedZip(bytes, IMPORT_BOUNDS);
    return new Map([...parts].filter(([name]) => name.endsWith('.xml') || name.endsWith('.rels')));
  } catch (cause) {
    if (!(cause instanceof ZipError)) throw cause;
    throw new ImportError(cause.code === 'not-a-zip' ? kindOfFile(bytes) : codeOf(cause), { cause });
  }
}

function codeOf({ code }: ZipError): ImportErrorCode {
  return code === 'overlapping' || code === 'duplicate-name' || code === 'unsafe-name' ? 'unsafe' : code;
}
