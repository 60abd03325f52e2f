import { formatShortDate } from '#document/dates.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { type RowFinding, rowFinding } from '#exchange/older-book/import-texts.ts';
import { FIELD_WORDS } from '#exchange/older-book/parse-import-row.ts';
import { BLANK_WORDS } from '#exchange/older-book/read-blank.ts';
import type { BlankRecord } from '#exchange/older-book/resolve-blank.ts';
import type { BlankNumber } from '#register/model/blank-number.schema.ts';
import { suffixKey, variantOf } from '#register/table/keys/row-keys.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { blankSymbol, bringInBlank } from './bring-in-blank.ts';
import { type ImportLine, type ImportOptions, type Outcome, type RowPosition, refusalOf } from './import-line.ts';
import { checkNumberAvailable } from './older-number.ts';

/** A row that is a number without a document, as it was read. */
export interface ReadBlankRow extends RowPosition {
  readonly isHidden: boolean;
  readonly isBare: boolean;
  readonly blank: BlankRecord | null;
  readonly findings: readonly RowFinding[];
}

/** Takes numbers without documents of one list into the register, or says why not. Throws what would meet every row. */
export function createBlankImporter(
  deps: Deps,
  actor: Actor,
  profiles: readonly OrganProfile[],
  { checkOnly }: Pick<ImportOptions, 'checkOnly'>,
): (row: ReadBlankRow) => Promise<ImportLine> {
  const { organ } = actor;
  const takeBlank = async (record: BlankRecord): Promise<Outcome> => {
    const { kind, year, series, number: codeNumber, notation, issuedDate, note } = record;
    const variant = variantOf({ codeSuffix: record.codeSuffix ?? undefined });
    const standing = await differenceAt(deps, organ, record);
    if (standing === 'same') return { outcome: 'unchanged' };
    if (standing) return { outcome: 'refused', findings: [standing] };
    if (checkOnly) {
      const on = issuedDate ?? `${year}-01-01`;
      await checkNumberAvailable(deps, organ, profiles, { series, codeNumber, issuedDate: on, ...variant });
      return { outcome: 'would-be-brought-in' };
    }
    const said = { codeNotation: notation ?? undefined, issuedDate: issuedDate ?? undefined, note: note ?? undefined };
    await bringInBlank(deps, actor, { year, series, codeNumber, ...variant, kind, ...said });
    return { outcome: 'brought-in' };
  };

  return async ({ sheet, row, blank, findings, isHidden, isBare }) => {
    const warnings = [
      ...(isHidden ? [rowFinding('ROW_HIDDEN', FIELD_WORDS.code)] : []),
      ...(isBare ? [rowFinding('BLANK_BARE', FIELD_WORDS.code)] : []),
    ];
    const symbol = blank && symbolOf(blank);
    const at = { symbol, issuedDate: blank?.issuedDate ?? null, file: null, findings, refusal: null };
    const common = { sheet, row, ...at, blank: blank?.kind ?? null, warnings };
    if (!blank) return { ...common, outcome: 'refused' };
    return { ...common, ...(await takeBlank(blank).catch(refusalOf)) };
  };
}

function symbolOf({ number, codeSuffix, notation }: BlankRecord): string {
  const suffix = codeSuffix === null ? {} : { codeSuffix };
  return blankSymbol({ codeNumber: number, ...suffix, codeNotation: notation ?? undefined });
}

/** Compares a record with what the number has: the same, a difference, or nothing. */
async function differenceAt(deps: Deps, organ: string, record: BlankRecord): Promise<RowFinding | 'same' | undefined> {
  const { year, series, number: codeNumber, codeSuffix } = record;
  const differs = (symbol: string, standing: string) =>
    rowFinding('BLANK_DIFFERS', FIELD_WORDS.code, { symbol, standing, typed: wordsOf(record) });
  const lines = await deps.register.listAtNumber(organ, year, series, codeNumber);
  const line = lines.find(({ row }) => suffixKey(row.codeSuffix ?? '') === suffixKey(codeSuffix ?? ''));
  if (line) return differs(line.row.symbol, `${line.row.typeName} ${line.row.subject}`);
  const suffix = codeSuffix === null ? {} : { codeSuffix };
  const stands = await deps.register.getBlank({ organ, year, series, codeNumber, ...suffix });
  if (!stands) return undefined;
  return saysTheSame(stands, record) ? 'same' : differs(stands.symbol, wordsOf(stands));
}

/** Tells whether the book and a row agree; fields the row lacks are no difference. */
function saysTheSame(stands: BlankNumber, { kind, issuedDate, note }: BlankRecord): boolean {
  return (
    stands.kind === kind &&
    (issuedDate === null || stands.issuedDate === issuedDate) &&
    (note === null || stands.note === note)
  );
}

/** `số bị hủy ngày 24/01/2025: sai thể thức` */
function wordsOf({
  kind,
  issuedDate,
  note,
}: Pick<BlankNumber, 'kind'> & Partial<Pick<BlankRecord, 'issuedDate' | 'note'>>) {
  const day = issuedDate ? ` ${formatShortDate(issuedDate)}` : '';
  return `${BLANK_WORDS[kind]}${day}${note ? `: ${note}` : ''}`;
}
