import { dateParts, type IsoDate } from '#document/dates.ts';
import type { WorkingDays } from '#document/working-days.ts';
import { readWorkingDays } from '#exchange/working-days/read-working-days.ts';
import type { WorkingDaysItem } from '#register/organs/working-days.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { runHeavy } from '../heavy/heavy-work.ts';
import { requireRole } from '../permissions.ts';
import { UseCaseError } from '../use-case-error.ts';

/** Days of a year on which the office works otherwise than by the week: a list, or an .xlsx. */
export type WorkingDaysInput = WorkingDays | { readonly bytes: Uint8Array };

/** The office's list of a year, or undefined where it has none: then Saturday and Sunday alone are off. */
export async function getWorkingDays(deps: Deps, actor: Actor, year: number): Promise<WorkingDaysItem | undefined> {
  requireRole(actor, 'read-office');
  return (await deps.register.getWorkingDays(actor.organ, [year]))[0];
}

/** Puts the office's list of a year. Throws `stale`, `list-unreadable`, `bad-working-days` with what is none of the year. */
export async function putWorkingDays(
  deps: Deps,
  actor: Actor,
  input: { readonly year: number; readonly rev: number | null; readonly days: WorkingDaysInput },
): Promise<WorkingDaysItem> {
  requireRole(actor, 'put-working-days');
  const { organ, staffId } = actor;
  const { year, rev } = input;
  const { off, makeUp } = 'bytes' in input.days ? await fromWorkbook(deps, actor, input.days.bytes) : input.days;
  checkDays(year, [...off, ...makeUp]);
  const days = { off: [...off], makeUp: [...makeUp] };
  return deps.register.putWorkingDays({ organ, year, ...days, rev, actor: staffId, at: deps.clock.now() });
}

async function fromWorkbook(deps: Deps, { organ }: Actor, bytes: Uint8Array): Promise<WorkingDays> {
  const sheets = await runHeavy(deps, { organ, name: 'read-workbook' }, async () => ({ bytes }));
  const { off, makeUp, bad } = readWorkingDays(sheets);
  if (bad.length === 0) return { off, makeUp };
  const rows = bad.slice(0, 20).map(({ sheet, row, text }) => `${sheet} ${row} “${text}”`);
  throw new UseCaseError('bad-working-days', { params: { rows: rows.join('; '), year: 0 } });
}

function checkDays(year: number, days: readonly IsoDate[]): void {
  const others = days.filter((day) => dateParts(day).year !== year);
  const twice = days.filter((day, index) => days.indexOf(day) !== index);
  if (others.length === 0 && twice.length === 0) return;
  throw new UseCaseError('bad-working-days', { params: { rows: [...others, ...twice].slice(0, 20).join(', '), year } });
}
