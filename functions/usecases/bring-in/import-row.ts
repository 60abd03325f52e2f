import { PDF } from '#base/content-types.ts';
import { sha256Hex } from '#base/node/hash.ts';
import { formatCode } from '#document/code-notation.ts';
import { dateParts } from '#document/dates.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import type { FileFault } from '#exchange/older-book/import-texts.ts';
import { type RowFinding, rowFinding } from '#exchange/older-book/import-texts.ts';
import { FIELD_WORDS } from '#exchange/older-book/parse-import-row.ts';
import type { ImportRecord } from '#exchange/older-book/resolve-import-row.ts';
import type { NumberedDocument } from '#register/register.ts';
import { variantOf } from '#register/table/keys/row-keys.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { MAX_PDF_BYTES } from '../uploads/pdf.ts';
import { hazardsOfPdf } from '../uploads/safe-pdf.ts';
import { bringInDocument } from './bring-in-document.ts';
import { addScan, checkLacksFile, lacksFile } from './bring-in-file.ts';
import { differenceFindings, differencesOf } from './compare-row.ts';
import {
  type ImportLine,
  type ImportOptions,
  type Outcome,
  type ResolvedRow,
  type RowPosition,
  refusalOf,
} from './import-line.ts';
import { checkNumberAvailable } from './older-number.ts';
import { toScanFile } from './scan-file.ts';

/** Takes rows of one list, one after the other: into the register, or not, with the reason. Throws what would meet every row. */
export function createRowImporter(
  deps: Deps,
  actor: Actor,
  profiles: readonly OrganProfile[],
  options: ImportOptions,
): (row: ResolvedRow) => Promise<ImportLine> {
  const seen = new Map<string, RowPosition[]>();
  const scans = new Map<string, string>();
  const isChecked = options.checkOnly === true;

  const takeRecord = async (record: ImportRecord, position: RowPosition): Promise<Outcome> => {
    const { series, number, issuedDate } = record;
    const symbol = symbolOf(record);
    const key = [dateParts(issuedDate).year, series, number, record.codeSuffix].join(' ');
    const earlier = seen.get(key) ?? [];
    seen.set(key, [...earlier, position]);
    const standing = await deps.register.listAtNumber(actor.organ, dateParts(issuedDate).year, series, number);
    const own = standing.filter(({ row }) => (row.codeSuffix ?? null) === record.codeSuffix);
    const copy = earlier.length === 0 ? undefined : earlier.length + 1;
    const stands =
      own.find(({ row }) => differencesOf(row, record).length === 0) ?? own.find(({ row }) => row.copy === copy);
    const differences = stands ? differenceFindings(stands.row, differencesOf(stands.row, record)) : [];
    if (differences.length > 0) return { outcome: 'refused', findings: differences };
    const [first] = earlier;
    const isCopy = stands ? stands.row.copy === copy : options.keepsCopies === true;
    if (first !== undefined && !isCopy) return { outcome: 'refused', findings: [repeated(first, position, symbol)] };
    return stands ? addFile(stands, symbol) : bringIn(record, copy);
  };

  const fileFor = async (symbol: string, issuedDate: string) => {
    const brought = (await options.fileOf?.(symbol, issuedDate)) ?? null;
    const file = brought && toScanFile(brought, symbol);
    const unsuitable = (fault: FileFault, fileName: string) => {
      const params = { file: fileName, fault, maxBytes: MAX_PDF_BYTES };
      return { file: null, warnings: [], refused: [rowFinding('FILE_UNSUITABLE', FIELD_WORDS.code, params)] };
    };
    if (file && 'fault' in file) return unsuitable(file.fault, file.fileName);
    if (file?.contentType === PDF && (await hazardsOfPdf(deps, actor.organ, file.bytes)).length > 0) {
      return unsuitable('pdf-unsafe', brought?.fileName ?? '');
    }
    const hash = file && sha256Hex(file.bytes);
    const other = hash === null ? undefined : scans.get(hash);
    if (hash !== null) scans.set(hash, other ?? symbol);
    const isShared = other !== undefined && other !== symbol;
    const shared = { file: brought?.fileName ?? '', symbol: other ?? '' };
    return {
      file,
      refused: undefined,
      warnings: isShared ? [rowFinding('SCAN_SHARED', FIELD_WORDS.code, shared)] : [],
    };
  };

  const addFile = async (stands: NumberedDocument, symbol: string): Promise<Outcome> => {
    const isWhole = !lacksFile(stands.row) || stands.document.state !== 'issued';
    if (isWhole) return { outcome: 'unchanged', file: stands.row.files[0]?.fileName ?? null };
    const { file, warnings = [], refused } = await fileFor(symbol, stands.row.issuedDate);
    if (refused) return { outcome: 'refused', findings: refused };
    if (!file) return { outcome: 'unchanged' };
    if (isChecked) await checkLacksFile(deps, stands.row);
    else await addScan(deps, actor.staffId, stands, file);
    return { outcome: isChecked ? 'file-would-be-added' : 'file-added', file: file.fileName, warnings };
  };

  const bringIn = async (record: ImportRecord, copy: number | undefined): Promise<Outcome> => {
    const { series, number: codeNumber, issuedDate } = record;
    const { file, warnings = [], refused } = await fileFor(symbolOf(record), issuedDate);
    if (refused) return { outcome: 'refused', findings: refused };
    const variant = variantOf({ codeSuffix: record.codeSuffix ?? undefined, copy });
    const fileName = file?.fileName ?? null;
    if (isChecked) {
      await checkNumberAvailable(deps, actor.organ, profiles, { series, codeNumber, issuedDate, ...variant });
      return { outcome: 'would-be-brought-in', file: fileName, warnings };
    }
    const content = { kind: 'record', record: paperRecordOf(record), ...(file && { file }) } as const;
    await bringInDocument(deps, actor, { codeNumber, issuedDate, content, ...variant });
    return { outcome: 'brought-in', file: fileName, warnings };
  };

  return async ({ sheet, row, record, findings, isHidden }) => {
    const hidden = isHidden ? [rowFinding('ROW_HIDDEN', FIELD_WORDS.code)] : [];
    const symbol = record && symbolOf(record);
    const common = {
      sheet,
      row,
      symbol,
      issuedDate: record?.issuedDate ?? null,
      file: null,
      blank: null,
      findings,
      refusal: null,
    };
    if (!record) return { ...common, outcome: 'refused', warnings: hidden };
    const { warnings = [], ...outcome } = await takeRecord(record, { sheet, row }).catch(refusalOf);
    return { ...common, ...outcome, warnings: [...hidden, ...warnings] };
  };
}

function symbolOf({ number, notation, codeSuffix, symbolYear }: ImportRecord): string {
  return formatCode(number, notation, codeSuffix ?? '', symbolYear ?? undefined);
}

function repeated(first: RowPosition, position: RowPosition, symbol: string): RowFinding {
  const elsewhere = first.sheet === position.sheet ? {} : { sheet: first.sheet };
  return rowFinding('REPEATED', FIELD_WORDS.code, { row: first.row, symbol, ...elsewhere });
}

function paperRecordOf({ typeCode, notation, subject, signerInfo, to, archivedAt, issuedAmount }: ImportRecord) {
  return {
    typeCode,
    codeNotation: notation,
    subject,
    signerInfo: signerInfo ?? undefined,
    to,
    archivedAt: archivedAt ?? undefined,
    issuedAmount: issuedAmount ?? undefined,
  };
}
