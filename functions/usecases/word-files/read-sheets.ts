import { type TextCell, textSheet } from '#exchange/workbook/text-sheet.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { runHeavy } from '../heavy/heavy-work.ts';
import { requireRole } from '../permissions.ts';

/** A sheet of a workbook as texts. */
export interface TextSheet {
  readonly name: string;
  readonly rows: readonly (readonly TextCell[])[];
}

/** Reads the sheets of an .xlsx that a person sees, for a table of a draft; nothing is kept. Throws `list-unreadable`. */
export async function readSheets(deps: Deps, actor: Actor, bytes: Uint8Array): Promise<TextSheet[]> {
  requireRole(actor, 'save');
  const { organ } = actor;
  const sheets = await runHeavy(deps, { organ, name: 'read-workbook' }, async () => ({
    bytes,
    isAsShown: true as const,
  }));
  return sheets
    .filter(({ isHidden }) => !isHidden)
    .map((sheet) => ({ name: sheet.name, rows: textSheet(sheet) }))
    .filter(({ rows }) => rows.length > 0);
}
