import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkDocument } from '#document/checking/check-document.ts';
import { renderDocument } from '#render/render.ts';
import { examples, organs } from '../document/scene.ts';
import { makeDocx } from '../read/support/make-docx.ts';
import { officePlan } from '../read/support/office-plan.ts';
import { accessibilityFindings } from '../support/browser.ts';
import { describeSite } from './support/describe-site.ts';
import { signInAs } from './support/sample-site.ts';
import { keepPicture } from './support/widths.ts';

const DESK = { width: 1600, height: 900 };

describeSite('a drafter who begins', (on) => {
  /** The ward's plan as a Word file. */
  async function wordFile(): Promise<string> {
    const { data, on: day } = examples[2]!;
    const checked = checkDocument(data, { profiles: organs, on: day });
    const { document, profile } = checked;
    const files = await renderDocument({ document: document!, profile: profile!, issuance: null, on: day });
    const path = join(on.dir, 'ke-hoach.docx');
    await writeFile(path, files[0]!.bytes);
    return path;
  }

  test('a plan of nothing: head, căn cứ, signer and opening, each at once on the page as printed', async () => {
    const { page, violations } = await on.browser.open(DESK);
    await signInAs(page, on.site, 'soan-phuong');
    await page.getByRole('navigation').getByRole('link', { name: 'Soạn văn bản mới' }).click();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Kế hoạch mới' }).click();
    await page.getByRole('textbox', { name: 'Trích yếu' }).fill('Tổng vệ sinh dịp Tết Nguyên đán');
    await page
      .getByRole('textbox', { name: 'Căn cứ' })
      .first()
      .fill(
        'Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025;\nTheo đề nghị của Trưởng phòng Kinh tế, Hạ tầng và Đô thị.',
      );
    await page.getByRole('textbox', { name: 'Nơi nhận' }).fill('Các khu phố\nCổng thông tin điện tử phường');
    await page.getByRole('combobox', { name: 'Người ký' }).selectOption({ index: 1 });
    const text = page.getByRole('textbox', { name: 'Nội dung văn bản' });
    await text.locator('.opening').click();
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+End');
    await page.keyboard.type('ban hành Kế hoạch tổng vệ sinh như sau:');
    await page.locator('.page-preview').getByText('tổng vệ sinh như sau', { exact: false }).first().waitFor();
    await page.locator('.page-preview').getByText('Luật Tổ chức chính quyền địa phương', { exact: false }).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(violations).toEqual([]);
    await page.close();
  });

  test('a Word file: sees what was understood, keeps it, and has it in the editor', async () => {
    const { page, violations } = await on.browser.open(DESK);
    await signInAs(page, on.site, 'soan-phuong');
    await page.goto(`${on.site.url}/soan-moi`);
    await page.locator('input[type=file]').setInputFiles(await wordFile());
    await page.getByRole('button', { name: 'Tạo dự thảo và mở để sửa' }).waitFor();
    const sheet = page.getByRole('group', { name: 'Tệp như đã gửi' });
    await sheet.getByText('căn cứ', { exact: true }).first().waitFor();
    // One key corrects a level: the last điểm of the file becomes a plain paragraph, and back.
    const line = sheet.locator('.line.part', { hasText: 'Phối hợp hướng dẫn đẩy mạnh hoạt động' });
    await line.getByRole('button').click();
    await page.keyboard.press('0');
    await line.getByText('đoạn văn', { exact: true }).waitFor();
    await page.keyboard.press('a');
    await line.getByText('điểm a)', { exact: true }).waitFor();
    await page.keyboard.press('ArrowUp');
    await sheet.locator('.line.selected', { hasText: 'Phối hợp với các cơ quan, đơn vị triển khai' }).waitFor();
    await keepPicture(page, 'soan-tu-tep-word');
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Tạo dự thảo và mở để sửa' }).click();
    await page.locator('.page-preview').getByText('KẾ HOẠCH', { exact: true }).first().waitFor();
    await page.getByText('Phần đầu và phần cuối').click();
    await expect.poll(() => page.getByRole('textbox', { name: 'Căn cứ' }).first().inputValue()).toContain('Căn cứ');
    expect(violations).toEqual([]);
    await page.close();
  });

  test('checks a Word file clause by clause; a file that is none is refused in words', async () => {
    const { page, violations } = await on.browser.open(DESK);
    await signInAs(page, on.site, 'soan-phuong');
    await page.goto(`${on.site.url}/kiem-tra-word`);
    const bad = join(on.dir, 'khong-phai-word.docx');
    await writeFile(bad, 'không phải tệp Word');
    await page.locator('input[type=file]').setInputFiles(bad);
    await page.getByRole('alert').waitFor();
    await page.locator('input[type=file]').setInputFiles(await wordFile());
    await page.getByText(/0 không đạt/).waitFor();
    const typed = join(on.dir, 'go-tay.docx');
    await writeFile(typed, makeDocx(officePlan({})));
    await page.locator('input[type=file]').setInputFiles(typed);
    await page.getByRole('button', { name: 'Trang 1' }).first().click();
    await page.locator('.line.selected.error').waitFor();
    await keepPicture(page, 'kiem-tra-tep-word');
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(violations).toEqual([]);
    await page.close();
  });
});
