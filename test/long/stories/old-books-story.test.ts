import { expect, test } from 'vitest';
import { row, TITLES, workbook } from '../../exchange/workbook.ts';
import { accessibilityFindings } from '../../support/browser.ts';
import { smallPdf } from '../../support/pdf.ts';
import { describeSite } from '../../web/support/describe-site.ts';
import { signInAs } from '../../web/support/sample-site.ts';
import { expectToFitAll } from '../../web/support/widths.ts';

const ROWS = 200;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** 200 rows of the second half of 2025: 8 letters without their symbol, 3 days that are none, 1 without a trích yếu. */
function rowsOfBook() {
  return Array.from({ length: ROWS }, (_, at) => {
    const number = at + 1;
    const day = `${String((at % 28) + 1).padStart(2, '0')}/${String(7 + Math.floor(at / 40)).padStart(2, '0')}/2025`;
    if (at % 25 === 3) return row(String(number), day, 'V/v đôn đốc báo cáo');
    if (at % 70 === 10) return row(`${number}/KH-UBND`, '31/02/2025', `Kế hoạch việc ${number}`);
    if (at === 199) return row(`${number}/KH-UBND`, day, '');
    return row(`${number}/KH-UBND`, day, `Kế hoạch việc ${number}`);
  });
}

describeSite('a clerk', (on) => {
  test('brings in 200 rows of an old book of which 12 have faults, and mends them many at once', async () => {
    const { page, violations } = await on.browser.open();
    await signInAs(page, on.site, 'van-thu-phuong');
    await page.getByRole('navigation').getByRole('link', { name: 'Nhập sổ cũ' }).click();
    const bytes = await workbook([TITLES, ...rowsOfBook().slice(0, 120)], [TITLES, ...rowsOfBook().slice(120)]);
    const file = { name: 'so-2025.xlsx', mimeType: XLSX, buffer: Buffer.from(bytes) };
    await page.getByLabel('Tệp sổ cũ').setInputFiles(file);
    await page.getByText('188 nhập được, 12 có lỗi, không nhập').waitFor();
    await page.getByRole('button', { name: 'Chỉ dòng có lỗi (12)' }).waitFor();
    await expect.poll(() => page.locator('.lines tbody tr').count()).toBe(12);
    expect(await accessibilityFindings(page)).toEqual([]);
    await expectToFitAll(page, 'so-cu');

    const letters = page.locator('.group').filter({ hasText: 'không có ký hiệu' });
    await letters.getByLabel('của cả 8 dòng').fill('UBND-VP');
    await letters.getByRole('button', { name: 'Sửa 8 dòng' }).click();
    await page.getByText('196 nhập được, 4 có lỗi, không nhập').waitFor();
    const days = page.locator('.group').filter({ hasText: 'không đọc được ngày' });
    await days.getByLabel('của cả 3 dòng').fill('28/07/2025');
    await days.getByRole('button', { name: 'Sửa 3 dòng' }).click();
    await page.getByText('199 nhập được, 1 có lỗi, không nhập').waitFor();
    const last = page.locator('.lines tbody tr');
    await last.getByLabel(/^Cột sửa/).selectOption({ label: 'Trích yếu' });
    await last.getByLabel(/^Ghi cho dòng/).fill('Kế hoạch việc 200');
    await last.getByRole('button', { name: /^Sửa dòng/ }).click();
    await page.getByText('200 nhập được').waitFor();
    await page.getByRole('button', { name: 'Nhập 200 dòng vào sổ' }).click();
    await page.getByText('200 đã nhập').waitFor();
    await page.getByRole('button', { name: 'Tất cả các dòng' }).click();
    await page.getByText('Dòng 1–100 trong 200').waitFor();
    await expect.poll(() => page.locator('.lines tbody tr').count()).toBe(100);
    await page.getByRole('button', { name: 'Sau ›' }).click();
    await page.getByText('Dòng 101–200 trong 200').waitFor();
    await page.getByLabel('Tìm văn bản').fill('4/UBND-VP');
    await page.keyboard.press('Enter');
    await page.getByText('04/UBND-VP').first().waitFor();
    expect(violations).toEqual([]);
    await page.close();
  });

  test('says once which column is which, and the next book like it is read so by itself', async () => {
    const { page, violations } = await on.browser.open();
    await signInAs(page, on.site, 'van-thu-phuong');
    await page.goto(`${on.site.url}/nhap-so-cu`);
    const titles = ['Mã', 'Lúc', 'Về việc gì'];
    const bookOf = async (first: number) =>
      Buffer.from(
        await workbook(
          [titles, [`${first}/KH-UBND`, '05/08/2025', 'Kế hoạch tiêm phòng']],
          [TITLES, row(`${first + 1}/KH-UBND`, '06/08/2025', 'Kế hoạch diễn tập')],
        ),
      );
    const take = async (first: number) =>
      page.getByLabel('Tệp sổ cũ').setInputFiles({ name: 'so.xlsx', mimeType: XLSX, buffer: await bookOf(first) });
    await take(301);
    await page.getByText('Trang không thấy dòng tiêu đề, chưa đọc: Trang 1').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await expectToFitAll(page, 'cot-so-cu');
    await page.getByLabel('Cột A của trang Trang 1 là').selectOption({ label: 'Số, ký hiệu' });
    await page.getByLabel('Cột B của trang Trang 1 là').selectOption({ label: 'Ngày tháng văn bản' });
    await page.getByText('Chưa có cột trích yếu').waitFor();
    await page.getByLabel('Cột C của trang Trang 1 là').selectOption({ label: 'Trích yếu (riêng)' });
    await page.getByRole('button', { name: 'Đọc lại trang “Trang 1” theo các cột này' }).click();
    await page.getByText('2 nhập được').waitFor();
    await page.getByRole('button', { name: 'Nhập 2 dòng vào sổ' }).click();
    await page.getByText('2 đã nhập').waitFor();
    await page.reload();
    await take(303);
    await page.getByText('2 nhập được').waitFor();
    await page.getByText('Cột do người nhập chỉ: Trang 1').waitFor();
    expect(violations).toEqual([]);
    await page.close();
  });

  test('looks through 3,000 rows a hundred at a time', async () => {
    const { page, violations } = await on.browser.open();
    await signInAs(page, on.site, 'van-thu-phuong');
    await page.goto(`${on.site.url}/nhap-so-cu`);
    const rows = Array.from({ length: 3_000 }, (_, at) =>
      row(`${at + 1_001}/KH-UBND`, at % 100 === 7 ? 'hôm qua' : '05/09/2025', `Kế hoạch việc ${at + 1}`),
    );
    const bytes = await workbook([TITLES, ...rows]);
    await page.getByLabel('Tệp sổ cũ').setInputFiles({ name: 'so.xlsx', mimeType: XLSX, buffer: Buffer.from(bytes) });
    await page.getByText('2.970 nhập được, 30 có lỗi, không nhập').waitFor();
    await expect.poll(() => page.locator('.lines tbody tr', { hasText: 'hôm qua' }).count()).toBe(30);
    await page.getByRole('button', { name: 'Tất cả các dòng' }).click();
    await page.getByText('Dòng 1–100 trong 3.000').waitFor();
    const days = page.locator('.group').filter({ hasText: 'không đọc được ngày' });
    await days.getByLabel('của cả 30 dòng').fill('06/09/2025');
    await days.getByRole('button', { name: 'Sửa 30 dòng' }).click();
    await page.getByText('3.000 nhập được').waitFor();
    expect(violations).toEqual([]);
    await page.close();
  });

  test('gives a folder of scans to its rows by their names, types the number under the rest, and mends a row later', async () => {
    const { page, violations } = await on.browser.open();
    await signInAs(page, on.site, 'van-thu-phuong');
    await page.goto(`${on.site.url}/nhap-so-cu`);
    const bytes = await workbook([
      TITLES,
      row('901/KH-UBND', '05/10/2025', 'Kế hoạch một'),
      row('902/KH-UBND', '06/10/2025', 'Kế hoạch hai'),
    ]);
    await page.getByLabel('Tệp sổ cũ').setInputFiles({ name: 'so.xlsx', mimeType: XLSX, buffer: Buffer.from(bytes) });
    await page.getByRole('button', { name: 'Nhập 2 dòng vào sổ' }).click();
    await page.getByText('2 đã nhập').waitFor();
    await page.getByRole('link', { name: 'Thêm bản quét cho sổ cũ' }).click();
    await page.getByLabel('Năm của bản quét').fill('2025');
    const pdf = (name: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(smallPdf(name)) });
    await page
      .getByLabel('Từng tệp')
      .setInputFiles([
        pdf('901-KH-UBND.pdf'),
        pdf('scan0007.pdf'),
        { name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('x') },
      ]);
    await page.getByText('2 bản quét:').waitFor();
    await page.getByText('Không phải PDF hay .docx, không nhận: a.jpg').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await expectToFitAll(page, 'ban-quet');
    await page.getByRole('button', { name: 'Thêm 1 bản quét đã khớp vào sổ' }).click();
    await page.getByRole('row').filter({ hasText: '901/KH-UBND' }).getByText('đã thêm vào sổ').waitFor();
    await page.getByLabel('Số của scan0007.pdf').fill('903');
    await page.getByRole('button', { name: 'Ghép scan0007.pdf' }).click();
    await page.getByText('“903”: không có trong sổ cũ năm ấy.').waitFor();
    await page.getByLabel('Số của scan0007.pdf').fill('902/KH-UBND');
    await page.getByRole('button', { name: 'Ghép scan0007.pdf' }).click();
    await page.getByText('2 đã thêm vào sổ').waitFor();

    await page.getByLabel('Tìm văn bản').fill('902/KH-UBND');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'hai', exact: true }).first().click();
    await page.getByText('Sửa theo sổ giấy').click();
    await page.getByLabel('Trích yếu').fill('Kế hoạch hai đã đối chiếu');
    await page.getByLabel('Lý do sửa').fill('Gõ sai khi nhập');
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Sửa dòng này của sổ' }).click();
    await page.getByRole('heading', { level: 1, name: 'Kế hoạch hai đã đối chiếu' }).waitFor();
    await page.getByText('lý do: Gõ sai khi nhập').waitFor();
    expect(violations).toEqual([]);
    await page.close();
  });
});
