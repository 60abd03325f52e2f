import { readFileSync } from 'node:fs';
import { type CheckResult, checkDocument } from '#document/checking/check-document.ts';
import type { Finding } from '#document/checking/findings.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';

/** A JSON file of the project. */
export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
}

/** The organs of the examples. */
export const organs = readJson('examples/organs.json') as OrganProfile[];

/** The three real documents, each with a day on which it is right. */
export const examples = [
  { name: 'ke-hoach-tinh-2025', on: '2025-01-24' },
  { name: 'cong-van-thanh-pho-2026', on: '2026-06-01' },
  { name: 'ke-hoach-phuong-2026', on: '2026-02-10' },
].map(({ name, on }) => ({ name, on, data: readJson(`examples/${name}.json`) as Record<string, unknown> }));

/** The ward under a name of its own, with all that a rule may ask for. */
export const ward: OrganProfile = {
  ...organs[2]!,
  positions: ['Chủ tịch', 'Phó Chủ tịch', 'Chánh Văn phòng', 'Phó Chánh Văn phòng', 'Giám đốc Sở Nội vụ'],
  units: [{ abbreviation: 'HCC', name: 'Trung tâm Phục vụ hành chính công' }],
  address: ['Số 02 Nguyễn Huệ, phường Bình Long'],
};

/** The day on which the documents of these tests are looked at. */
export const ON = '2026-03-16';

type Data = Record<string, unknown>;

/** A valid Kế hoạch without warnings; a test breaks it in one place. */
export function plan(about: Data = {}): Data {
  return {
    schema: 'KeHoach@1',
    organ: 'phuong-binh-long',
    issuer: 'organ',
    subject: 'Cải cách hành chính năm 2026',
    draftingUnit: 'HCC',
    bases: [
      {
        verb: 'Căn cứ',
        cites: {
          typeName: 'Kế hoạch',
          code: '228/KH-UBND',
          issuedDate: '2025-12-25',
          organName: 'UBND tỉnh',
          subject: 'về cải cách hành chính năm 2026',
        },
      },
    ],
    opening: 'ban hành Kế hoạch cải cách hành chính năm 2026 như sau:',
    body: [
      {
        id: 'muc-tieu',
        level: 'roman',
        title: 'Mục tiêu',
        children: [
          { id: 'muc-tieu-1', level: 'clause', text: 'Nâng cao kỷ cương.' },
          {
            id: 'muc-tieu-2',
            level: 'clause',
            title: 'Cụ thể',
            children: [{ id: 'diem', level: 'point', text: 'Đúng người.' }],
          },
        ],
      },
      { id: 'ket', level: 'paragraph', text: 'Các đơn vị tổ chức thực hiện.' },
    ],
    recipients: ['Sở Nội vụ'],
    signer: { authority: [{ position: 'Chủ tịch' }], fullName: 'Trần Thị Ngọc Ánh' },
    ...about,
  };
}

/** A valid công văn without warnings. */
export function letter(about: Data = {}): Data {
  const { bases: _, opening: __, ...common } = plan();
  return {
    ...common,
    schema: 'CongVan@1',
    subject: 'tăng cường cải cách hành chính',
    addressees: ['Sở Nội vụ'],
    ...about,
  };
}

/** A plan whose body is one table. */
export function planWithTable(table: Data): Data {
  return plan({ body: [{ id: 'bang', level: 'table', table }] });
}

/** A plan with one paragraph. */
export function planWithText(text: unknown): Data {
  return plan({ body: [{ id: 'doan', level: 'paragraph', text }] });
}

/** Checks as on the day of these tests; a draft shows its holes. */
export function check(input: unknown, holes: 'refuse' | 'show' = 'refuse', on = ON, as = ward): CheckResult {
  return checkDocument(input, { profiles: [organs[0]!, organs[1]!, as], on, placeholders: holes });
}

/** Code and path of each finding. */
export function places(input: unknown): string[] {
  return check(input).findings.map(({ code, path }) => `${code} ${path}`);
}

/** Codes of what is found. */
export function codes(input: unknown): string[] {
  return check(input).findings.map(({ code }) => code);
}

/** The one finding of an input. */
export function only(input: unknown): Finding {
  const { findings } = check(input);
  if (findings.length !== 1) throw new Error(`${findings.length} findings: ${JSON.stringify(findings, null, 1)}`);
  return findings[0]!;
}
