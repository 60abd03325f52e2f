import { OFFICE_ROLES, type OfficeRole } from './office-roles.ts';

/** A cell of a sheet, as a spreadsheet has it. */
export type SheetCell = string | number | boolean | Date | null;

/** Kinds of a unit's name, in the words of the sheet. */
const NAMED = { 'địa danh': 'place', 'tên người': 'person', 'chữ số': 'number', 'sự kiện': 'event' } as const;

/** Says that a unit has no office in a role; an empty cell says nothing, and the default of the kind holds. */
const NONE = '-';

const CODE = 'Mã đơn vị';
const NAME = 'Đơn vị';
const WHAT_NAME = 'Tên là (địa danh, tên người, chữ số, sự kiện)';
const DRAFTER = 'Mã người soạn thảo';
const RESIDENTIAL = 'Khu dân cư';
const SIGNER = 'Người ký';
const POSITION = 'Chức vụ người ký';
const RECIPIENTS = 'Nơi nhận riêng (cách nhau bằng dấu ;)';
const ORGAN = 'Mã cơ quan trong phần mềm';
const DRAFTING_UNIT = 'Đơn vị soạn thảo (chữ viết tắt)';
const OWN_DOCUMENTS = 'Văn bản riêng (khóa: số, ký hiệu ngày …; cách nhau bằng dấu ;)';
const OPEN = 'Còn thiếu';
const officeTitle = (role: OfficeRole) => `Cơ quan ${role}`;

/** The columns of the sheet in which units fill in their offices and signers. */
export const SHEET_TITLES: readonly string[] = [
  CODE,
  NAME,
  WHAT_NAME,
  RESIDENTIAL,
  DRAFTER,
  DRAFTING_UNIT,
  ORGAN,
  SIGNER,
  POSITION,
  RECIPIENTS,
  OWN_DOCUMENTS,
  ...OFFICE_ROLES.map(officeTitle),
  OPEN,
];

/** An empty sheet for units: their codes and names, and what is still missing, to be filled in between. */
export function emptySheet(
  units: ReadonlyArray<{ readonly unitCode: string; readonly name: string; readonly open: readonly string[] }>,
): string[][] {
  return units.map(({ unitCode, name, open }) =>
    SHEET_TITLES.map((title) => {
      if (title === CODE) return unitCode;
      if (title === NAME) return name;
      return title === OPEN ? open.join('; ') : '';
    }),
  );
}

/**
 * Reads a filled sheet, its first row being the titles: one `DonVi@1` a row, to be checked like any other. An empty cell
 * says nothing; `-` says that the unit has no such office. Titles that are not known are left out, so that a sheet may have
 * columns of its own. Null where there is no column of codes.
 */
export function overridesOfSheet(rows: ReadonlyArray<readonly SheetCell[]>): unknown[] | null {
  const [titles = [], ...body] = rows;
  const at = new Map(titles.map((title, i) => [words(title), i]));
  if (!at.has(CODE)) return null;
  return body.flatMap((cells) => {
    const cell = (title: string) => words(cells[at.get(title) ?? -1] ?? null);
    const unitCode = cell(CODE).padStart(cell(CODE) === '' ? 0 : 5, '0');
    if (unitCode === '') return [];
    const offices = OFFICE_ROLES.flatMap((role): Array<[string, { readonly name: string } | null]> => {
      const name = cell(officeTitle(role));
      return name === '' ? [] : [[role, name === NONE ? null : { name }]];
    });
    const named = cell(WHAT_NAME);
    const recipients = cell(RECIPIENTS)
      .split(';')
      .map((one) => one.trim())
      .filter(Boolean);
    return [
      {
        schema: 'DonVi@1',
        unitCode,
        ...(named === ''
          ? {}
          : { named: Object.entries(NAMED).find(([word]) => word === named.toLowerCase())?.[1] ?? named }),
        ...(cell(RESIDENTIAL) === '' ? {} : { residentialUnits: cell(RESIDENTIAL) }),
        ...(cell(DRAFTER) === '' ? {} : { drafter: cell(DRAFTER) }),
        ...(cell(ORGAN) === '' ? {} : { organId: cell(ORGAN) }),
        ...(cell(DRAFTING_UNIT) === '' ? {} : { draftingUnit: cell(DRAFTING_UNIT) }),
        ...(cell(OWN_DOCUMENTS) === '' ? {} : { ownDocuments: ownDocumentsOf(cell(OWN_DOCUMENTS)) }),
        ...(cell(SIGNER) === ''
          ? {}
          : {
              signers: [
                { staffId: `nguoi-ky-${unitCode}`, fullName: cell(SIGNER), position: cell(POSITION) || 'Chủ tịch' },
              ],
            }),
        ...(recipients.length === 0 ? {} : { recipients }),
        ...(offices.length === 0 ? {} : { offices: Object.fromEntries(offices) }),
      },
    ];
  });
}

/** `nghi-quyet: 12/NQ-HĐND ngày 20/12/2025; …`; what is said otherwise is left to the check of the entry, which names it. */
function ownDocumentsOf(text: string): Record<string, { readonly code: string; readonly issuedDate: string }> {
  const entries = text.split(';').filter((one) => one.trim() !== '');
  return Object.fromEntries(
    entries.map((entry) => {
      const [, key, code, day, month, year] =
        /^\s*([^:\s]+)\s*:\s*(\S+?),?\s+(?:ngày\s+)?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/u.exec(entry) ?? [];
      if (key === undefined || code === undefined) return [entry.trim(), { code: '', issuedDate: '' }];
      return [key, { code, issuedDate: `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` }];
    }),
  );
}

function words(cell: SheetCell): string {
  return cell === null || cell instanceof Date ? '' : String(cell).normalize('NFC').replace(/\s+/g, ' ').trim();
}
