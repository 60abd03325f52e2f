import { readRows } from '../html-table.ts';
import { parseHtml } from '../parse-html.ts';
import { readTabbed, type SheetCell } from './sheet.ts';

/** Reads the first sheet of an .xlsx; null where it cannot be read, which has been said then. */
export type ReadSheet = (file: File) => Promise<readonly (readonly SheetCell[])[] | null>;

/** The sheet that a clipboard holds, merged cells as they are there. */
export function sheetOf(data: DataTransfer | null): readonly (readonly SheetCell[])[] {
  const html = data?.getData('text/html') ?? '';
  if (!/<table/i.test(html)) return readTabbed(data?.getData('text/plain') ?? '');
  const unstyled = html.replace(/<style[\s\S]*?<\/style>/gi, '').replace(/\sstyle(?=\s*=)/gi, ' data-style');
  return [...parseHtml(unstyled).querySelectorAll('table')].flatMap(readRows);
}
