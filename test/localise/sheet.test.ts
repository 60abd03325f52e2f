import { expect, test } from 'vitest';
import { tableXlsx } from '#exchange/book/table-xlsx.ts';
import { readWorkbook } from '#exchange/older-book/read-workbook.ts';
import { plainCell } from '#exchange/workbook/cell.ts';
import { compilePlan } from '#localise/plan/compile-plan.ts';
import { makeUnitPlan } from '#localise/plan/make-unit-plan.ts';
import { NO_OVERRIDES, readOverrides } from '#localise/units/read-overrides.ts';
import { emptySheet, overridesOfSheet, SHEET_TITLES } from '#localise/units/unit-sheet.ts';
import { provincePlan, unitOf } from './support/example.ts';

const plan = compilePlan(provincePlan()).plan!;
const openOf = (code: string, overrides = NO_OVERRIDES) =>
  makeUnitPlan(plan, unitOf(code), overrides, '2026-03-16').open;

/** Writes the sheet for two units, lets a human fill it in, and reads it back through Excel's format. */
async function filledIn(fill: (row: (title: string, value: string) => void) => void) {
  const units = ['25326', '00004'].map((unitCode) => ({ unitCode, name: unitCode, open: openOf('25326') }));
  const rows = emptySheet(units);
  fill((title, value) => {
    rows[0]![SHEET_TITLES.indexOf(title)] = value;
  });
  const [sheet] = await readWorkbook(await tableXlsx('Hồ sơ đơn vị', SHEET_TITLES, rows));
  return overridesOfSheet(sheet!.rows.map(({ cells }) => cells.map(plainCell)))!;
}

test('a sheet that goes out and comes back gives offices and signers, and the report says less is missing', async () => {
  const entries = await filledIn((row) => {
    row('Tên là (địa danh, tên người, chữ số, sự kiện)', 'Địa danh');
    row('Mã người soạn thảo', 'duong');
    row('Mã cơ quan trong phần mềm', 'phuong-binh-long');
    row('Đơn vị soạn thảo (chữ viết tắt)', 'VHXH');
    row(
      'Văn bản riêng (khóa: số, ký hiệu ngày …; cách nhau bằng dấu ;)',
      'nghi-quyet: 12/NQ-HĐND ngày 20/12/2025; ke-hoach: 3/KH-UBND, 5/1/2026',
    );
    row('Người ký', 'Nguyễn Văn A');
    row('Cơ quan truyền thông', 'Trung tâm Văn hóa, Thông tin');
    row('Cơ quan mặt trận', '-');
    row('Nơi nhận riêng (cách nhau bằng dấu ;)', 'Đảng ủy phường; Lưu trữ');
  });
  expect(entries).toEqual([
    {
      schema: 'DonVi@1',
      unitCode: '25326',
      named: 'place',
      drafter: 'duong',
      organId: 'phuong-binh-long',
      draftingUnit: 'VHXH',
      ownDocuments: {
        'nghi-quyet': { code: '12/NQ-HĐND', issuedDate: '2025-12-20' },
        'ke-hoach': { code: '3/KH-UBND', issuedDate: '2026-01-05' },
      },
      signers: [{ staffId: 'nguoi-ky-25326', fullName: 'Nguyễn Văn A', position: 'Chủ tịch' }],
      recipients: ['Đảng ủy phường', 'Lưu trữ'],
      offices: { 'truyền thông': { name: 'Trung tâm Văn hóa, Thông tin' }, 'mặt trận': null },
    },
    { schema: 'DonVi@1', unitCode: '00004' },
  ]);
  const overrides = readOverrides(entries);
  expect(makeUnitPlan(plan, unitOf('25326'), overrides, '2026-03-16').made?.data).toMatchObject({
    organ: 'phuong-binh-long',
    draftingUnit: 'VHXH',
  });
  expect([...overrides.byCode.keys()]).toEqual(['25326', '00004']);
  const gone = openOf('25326').filter((point) => !openOf('25326', overrides).includes(point));
  expect(gone.map((point) => point.replace(/[,(].*/, '').trim())).toEqual([
    'mã người soạn thảo',
    'họ tên người ký',
    'tên đơn vị có phải tên người',
    'cơ quan truyền thông',
    'nơi nhận riêng',
  ]);
});

test('a cell that says something else is an error of that unit, a sheet without codes is none', async () => {
  const entries = await filledIn((row) => row('Tên là (địa danh, tên người, chữ số, sự kiện)', 'vua'));
  expect([...readOverrides(entries).broken.keys()]).toEqual(['25326']);
  expect(overridesOfSheet([['Tên'], ['x']])).toBeNull();
});
