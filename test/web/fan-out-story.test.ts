import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DOCX } from '#base/content-types.ts';
import { readOwnZip } from '#package/read-zip.ts';
import { superiorPlan } from '../localise/support/superior-docx.ts';
import { zipDocx } from '../read/support/make-docx.ts';
import { accessibilityFindings } from '../support/browser.ts';
import { smallPdf } from '../support/pdf.ts';
import { describeSite } from './support/describe-site.ts';
import { signInAs } from './support/sample-site.ts';
import { expectToFitAll, keepPicture } from './support/widths.ts';

const PLAN = join(import.meta.dirname, '../../examples/localise/ke-hoach-tinh-2026.json');

describeSite('a city’s clerk', (on) => {
  test('gives a plan down to two wards, sees how far it is, the targets, and takes the ZIP', async () => {
    const { page, violations } = await on.browser.open();
    await signInAs(page, on.site, 'van-thu-thanh-pho');
    await page.getByRole('navigation').getByRole('link', { name: 'Giao kế hoạch' }).click();
    await page.getByLabel('Tệp kế hoạch giao').setInputFiles(PLAN);
    await page.getByLabel('Giao cho').fill('phường Không Có');
    await page.getByRole('button', { name: 'Giao kế hoạch' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Giao cho').fill('phường Bình Long\nxã Phú Lý');
    await page.getByRole('button', { name: 'Giao kế hoạch' }).click();
    await page.getByText('trong 2 đơn vị đã có dự thảo').waitFor();
    await page.getByRole('heading', { name: 'Chỉ tiêu' }).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await expectToFitAll(page, 'dot-giao-hai-don-vi');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Tải tất cả dự thảo (ZIP)' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/\.zip$/);
    await page.reload();
    await page.getByText('trong 2 đơn vị đã có dự thảo').waitFor();
    expect(violations).toEqual([]);
    await page.close();
  });

  test('gives a plan down to all 95 units, follows them, and drafts the letter to those who have not issued', async () => {
    const { page, violations } = await on.browser.open();
    await signInAs(page, on.site, 'van-thu-thanh-pho');
    const plan = JSON.parse(await readFile(PLAN, 'utf8'));
    plan.superior.docId = 'ke-hoach-cho-tat-ca';
    await page.goto(`${on.site.url}/giao-ke-hoach`);
    const buffer = Buffer.from(JSON.stringify(plan));
    await page.getByLabel('Tệp kế hoạch giao').setInputFiles({ name: 'k.json', mimeType: 'application/json', buffer });
    await page.getByRole('button', { name: 'Giao kế hoạch' }).click();
    await page.getByText('95 trong 95 đơn vị đã có dự thảo').waitFor({ timeout: 120_000 });
    await page.getByRole('button', { name: 'Chưa ban hành (95)' }).click({ timeout: 60_000 });
    const address = page.url();
    await signInAs(page, on.site, 'soan-thanh-pho');
    await page.goto(address);
    const chase = page.getByRole('button', { name: 'Soạn công văn đôn đốc 95 đơn vị chưa ban hành' });
    await chase.waitFor({ timeout: 60_000 });
    expect(await accessibilityFindings(page)).toEqual([]);
    await keepPicture(page, '95-don-vi', true);
    await chase.click();
    await page.locator('.page-preview').getByText('đôn đốc ban hành').first().waitFor();
    expect(violations).toEqual([]);
    await page.close();
  });

  test('sees how far its ward is; the ward takes its plan, the city’s change part by part, and says what it issued elsewhere', async () => {
    const { page, violations } = await on.browser.open({ width: 1280, height: 900 });
    const give = async (plan: string) => {
      await signInAs(page, on.site, 'van-thu-thanh-pho');
      await page.goto(`${on.site.url}/giao-ke-hoach`);
      await page.getByLabel('Tệp kế hoạch giao').setInputFiles(plan);
      await page.getByLabel('Giao cho').fill('phường Bình Long');
      await page.getByLabel('Ban hành trước hết ngày').fill('2099-12-31');
      await page.getByRole('button', { name: 'Giao kế hoạch' }).click();
      await page.getByText('1 trong 1 đơn vị đã có dự thảo').waitFor();
    };
    await give(PLAN);
    await page.getByText('Đã nhận, chưa mở').first().waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);

    await signInAs(page, on.site, 'soan-phuong');
    await page
      .getByRole('navigation')
      .getByRole('link', { name: /Kế hoạch cấp trên giao/ })
      .click();
    const card = page.locator('.came').filter({ hasText: '31/12/2099' });
    await card.getByText('51/KH-UBND').waitFor();
    await card.getByText(/Còn \d+ chỗ|Đã điền đủ/).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);

    const amended = JSON.parse(await readFile(PLAN, 'utf8'));
    amended.plan.body[2].children[0].text = 'Kinh phí từ ngân sách thành phố.';
    const folder = await mkdtemp(join(tmpdir(), 'banhanh-giao-'));
    await writeFile(join(folder, 'sua.json'), JSON.stringify(amended));
    await give(join(folder, 'sua.json'));
    await rm(folder, { recursive: true });

    await signInAs(page, on.site, 'soan-phuong');
    await page.goto(`${on.site.url}/ke-hoach-cap-tren-giao`);
    await card.getByText('Cấp trên đã sửa kế hoạch').waitFor();
    const row = card.getByRole('row').filter({ hasText: 'Kinh phí từ ngân sách thành phố.' });
    await row.getByText('lấy theo cấp trên').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await expectToFitAll(page, 'ba-cot');
    await card.getByRole('button', { name: 'Ghép vào bản của mình' }).click();
    await card.getByText('Cấp trên đã sửa kế hoạch').waitFor({ state: 'detached' });
    await card.getByText('Đang soạn').waitFor();

    await signInAs(page, on.site, 'van-thu-phuong');
    await page.goto(`${on.site.url}/ke-hoach-cap-tren-giao`);
    await card.getByRole('button', { name: 'Đã ban hành ngoài hệ thống' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Số, ký hiệu').fill('35/KH-UBND');
    const scan = { name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from(smallPdf('ngoai')) };
    await dialog.getByLabel('Bản quét').setInputFiles(scan);
    await dialog.getByRole('button', { name: 'Ghi', exact: true }).click();
    await card.getByText(/Ban hành ngoài hệ thống: 35\/KH-UBND/).waitFor();

    await signInAs(page, on.site, 'soan-thanh-pho');
    await page.goto(`${on.site.url}/giao-ke-hoach`);
    await page.getByRole('row').filter({ hasText: '31/12/2099' }).first().getByRole('link').click();
    await page.getByRole('cell', { name: /35\/KH-UBND/ }).waitFor();
    const [paper] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Tải bản quét của phường Bình Long' }).click(),
    ]);
    expect((await readFile(await paper.path())).subarray(0, 4).toString()).toBe('%PDF');
    await keepPicture(page, 'dot-giao-1280', true);
    expect(violations).toEqual([]);
    await page.close();
  });

  test('a ward fills in its plan and issues it; its city sees the number, amends, and the ward is told', async () => {
    const { page, violations } = await on.browser.open({ width: 1280, height: 900 });
    const give = async (text: string) => {
      const plan = JSON.parse(await readFile(PLAN, 'utf8'));
      plan.superior = { ...plan.superior, docId: 'ke-hoach-ban-hanh', code: '52/KH-UBND' };
      plan.marks.push({ id: 'kinh-phi-1', text });
      const buffer = Buffer.from(JSON.stringify(plan));
      await signInAs(page, on.site, 'van-thu-thanh-pho');
      await page.goto(`${on.site.url}/giao-ke-hoach`);
      await page
        .getByLabel('Tệp kế hoạch giao')
        .setInputFiles({ name: 'k.json', mimeType: 'application/json', buffer });
      await page.getByLabel('Giao cho').fill('phường Bình Long');
      await page.getByRole('button', { name: 'Giao kế hoạch' }).click();
      await page.getByText('1 trong 1 đơn vị đã có dự thảo').waitFor();
    };
    await give('Kinh phí: [THIẾU: số tiền] đồng.');

    await signInAs(page, on.site, 'soan-phuong');
    await page.goto(`${on.site.url}/ke-hoach-cap-tren-giao`);
    const card = page.locator('.came').filter({ hasText: '52/KH-UBND' });
    await card.getByText(/Còn \d+ chỗ phải điền/).waitFor();
    await card.getByRole('link', { name: 'Mở để sửa' }).click();
    const preview = page.locator('.page-preview');
    await preview.getByText('[THIẾU: số tiền]').waitFor();
    const text = page.getByRole('textbox', { name: 'Nội dung văn bản' });
    await text.getByText('Kinh phí: [THIẾU: số tiền] đồng.').click({ clickCount: 3 });
    await page.keyboard.type('Kinh phi do phuong bao dam.');
    await preview.getByText('Kinh phi do phuong bao dam.').waitFor();
    await page.keyboard.press('Control+s');
    await page.getByText(/Đã lưu lúc/).waitFor();
    const docId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const own = `${on.site.url}/van-ban/phuong-binh-long/${docId}`;
    await page.goto(own);
    await page.getByRole('button', { name: 'Trình', exact: true }).click();
    await page.getByText(/Chờ người ký .* duyệt/).waitFor();
    await signInAs(page, on.site, 'ky-phuong');
    await page.goto(own);
    await page.getByRole('button', { name: 'Duyệt để ký' }).click();
    await page.getByText('Chờ văn thư cấp số.').waitFor();
    await signInAs(page, on.site, 'van-thu-phuong');
    await page.goto(`${on.site.url}/cho-cap-so?van-ban=${docId}`);
    await page.getByText('Đã đối chiếu bản giấy, đã ký').click();
    await page.getByRole('button', { name: /^Cấp số 1 văn bản/ }).click();
    const number = await page.locator('.given td.symbol').first().innerText();

    await give('Kinh phí: từ ngân sách thành phố.');
    await page.getByRole('cell', { name: number }).first().waitFor();
    await signInAs(page, on.site, 'soan-phuong');
    await page.goto(`${on.site.url}/ke-hoach-cap-tren-giao`);
    await card.getByText('Bản của mình đã ban hành').waitFor();
    const row = card.getByRole('row').filter({ hasText: 'Kinh phí: từ ngân sách thành phố.' });
    await row.getByText('Kinh phi do phuong bao dam.').waitFor();
    expect(await card.getByRole('button', { name: 'Ghép vào bản của mình' }).count()).toBe(0);
    expect(await accessibilityFindings(page)).toEqual([]);
    await keepPicture(page, 'da-ban-hanh-cap-tren-sua', true);
    expect(violations).toEqual([]);
    await page.close();
  });

  test('makes an issued plan ready on the page: for whom each part is, a place to fill in, as any unit sees it; and gives it down', async () => {
    const { page, violations } = await on.browser.open({ width: 1280, height: 900 });
    await signInAs(page, on.site, 'van-thu-thanh-pho');
    await page.getByRole('navigation').getByRole('link', { name: 'Giao kế hoạch' }).click();
    await page.getByRole('link', { name: /^35\/KH-UBND ngày 24\/01\/2025/ }).click();
    await page.getByText(/Còn \d+ phần chưa quyết/).waitFor();
    expect(await page.getByRole('button', { name: 'Giao kế hoạch' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Giao cả những phần ấy' }).click();
    await page.getByText('Mọi phần đã quyết.').waitFor();
    const parts = page.locator('.parts > li');
    // The appendix is the superior's alone, and so is the part that leads to it.
    const leading = parts.filter({ hasText: 'phân công cụ thể tại' }).last();
    expect(await leading.getByLabel(/^Giao:/).inputValue()).toBe('stays');
    const last = parts.filter({ has: page.locator('details') }).last();
    await last.locator('summary').click();
    await last.getByLabel('Nội dung').fill('[[donVi.ubndTen]] tổ chức');
    await last.getByRole('button', { name: '[THIẾU: …]' }).click();
    await page.getByLabel('Xem như đơn vị').fill('phường Bình Long');
    const preview = page.locator('.page-preview');
    await preview.getByText('UBND phường Bình Long tổ chức [THIẾU: …]').waitFor();
    // For communes alone: the ward no longer has it.
    await last.getByLabel(/^Giao:/).selectOption({ label: 'Các xã' });
    await preview.getByText('tổ chức [THIẾU: …]').waitFor({ state: 'detached' });
    // The appendix goes down after all, with other words in a cell of its table and a figure for each unit.
    const everyone = { label: 'Mọi xã, phường, đặc khu' };
    await leading.getByLabel(/^Giao:/).selectOption(everyone);
    await parts
      .filter({ hasText: /PHÂN CÔNG NHIỆM VỤ/ })
      .getByLabel(/^Giao:/)
      .selectOption(everyone);
    const row = parts.filter({ hasText: /Xây dựng video, clip, phóng sự/ });
    await row.locator('summary').click();
    await row.getByLabel('Sản phẩm').fill('[[donVi.ten]]: 04 video');
    await row.getByLabel('Chỉ tiêu mỗi đơn vị').fill('4');
    await page.getByText(/^Chỉ tiêu mỗi đơn vị của dòng “Xây dựng video, clip/).waitFor();
    await row.getByLabel('Đơn vị tính').fill('video');
    await preview.getByText('Bình Long: 04 video').waitFor();
    // The pages stay at the row that is worked on; a press on a line of theirs leads back to its part.
    await preview.locator('.shown').filter({ hasText: 'Bình Long: 04 video' }).waitFor();
    expect(await row.getByText('Sản phẩm', { exact: true }).first().isVisible()).toBe(true);
    await keepPicture(page, 'dong-cua-bang-1280');
    expect(await accessibilityFindings(page)).toEqual([]);
    await expectToFitAll(page, 'chuan-bi-giao', false);
    const purpose = preview.locator('[data-part="body/0"]').first();
    await purpose.click();
    await parts.and(page.locator('.placed')).getByText('MỤC TIÊU, YÊU CẦU', { exact: true }).waitFor();
    await preview.locator('.shown').filter({ hasText: 'MỤC TIÊU, YÊU CẦU' }).waitFor();
    // What was chosen outlives the page.
    await page.reload();
    await page.getByText('Mọi phần đã quyết.').waitFor();
    await page.getByLabel('Xem như đơn vị').fill('xã Phú Lý');
    await preview.getByText('UBND xã Phú Lý tổ chức [THIẾU: …]').waitFor();
    await page.getByLabel('Giao cho').fill('phường Bình Long, xã Phú Lý');
    await page.getByRole('button', { name: 'Giao kế hoạch' }).click();
    await page.getByText('2 trong 2 đơn vị đã có dự thảo').waitFor();
    await page.getByRole('row').filter({ hasText: '(video)' }).getByText('8 (2 đơn vị').waitFor();
    await signInAs(page, on.site, 'soan-phuong');
    await page.goto(`${on.site.url}/ke-hoach-cap-tren-giao`);
    const card = page.locator('.came').filter({ hasText: '35/KH-UBND ngày 24/01/2025' });
    await card.getByRole('link', { name: 'Mở để sửa' }).click();
    await preview.getByText('Bình Long: 04 video').waitFor();
    expect(violations).toEqual([]);
    await page.close();
  });

  test('lets a ward make its plan of the Word file that its superior sent, part by part', async () => {
    const { page, violations } = await on.browser.open({ width: 1280, height: 900 });
    await signInAs(page, on.site, 'soan-phuong');
    await page.goto(`${on.site.url}/ke-hoach-cap-tren-giao`);
    await page.getByRole('link', { name: 'lập kế hoạch của mình từ tệp ấy' }).click();
    await page.getByLabel('Đơn vị của mình').waitFor();
    expect(await page.getByLabel('Đơn vị của mình').inputValue()).toBe('phường Bình Long');
    const buffer = Buffer.from(await superiorPlan());
    await page.locator('input[type=file]').setInputFiles({ name: 'ke-hoach-tinh.docx', mimeType: DOCX, buffer });
    await page.getByText('Số 51/KH-UBND ngày 30/01/2026.').waitFor();
    await page.getByText(/Còn \d+ phần chưa quyết/).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await expectToFitAll(page, 'tep-cap-tren', false);
    const budget = page.locator('.parts > li').filter({ hasText: 'KINH PHÍ' }).first();
    await budget.getByRole('combobox').selectOption({ label: 'Bỏ, không lấy' });
    await page.getByRole('button', { name: 'Lấy cả những phần ấy' }).click();
    await page.getByRole('button', { name: 'Lập dự thảo kế hoạch của mình' }).click();
    const preview = page.locator('.page-preview');
    await preview.getByText('PHƯỜNG BÌNH LONG').first().waitFor();
    expect(await preview.getByText('KINH PHÍ THỰC HIỆN').count()).toBe(0);
    // Nothing printed says where a text came from.
    expect(await preview.getByText(/phan-\d|TepCapTren|ke-hoach-tinh\.docx/).count()).toBe(0);

    // The superior sends it amended: what changed stands in three columns, and is taken into the draft.
    const parts = readOwnZip(new Uint8Array(buffer));
    const xml = parts.get('word/document.xml') ?? '';
    const sent = xml.replace('phù hợp với từng nhóm đối tượng', 'sát với từng nhóm đối tượng');
    const amended = Buffer.from(zipDocx({ ...Object.fromEntries(parts), 'word/document.xml': sent }));
    const docId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await page.goto(`${on.site.url}/van-ban/phuong-binh-long/${docId}`);
    await page.getByRole('link', { name: 'Cấp trên gửi tệp sửa' }).click();
    await page.getByText('lập từ tệp “ke-hoach-tinh.docx”').waitFor();
    await page.getByRole('group', { name: 'Chọn tệp cấp trên đã sửa' }).waitFor();
    await page.locator('input[type=file]').setInputFiles({ name: 'sua.docx', mimeType: DOCX, buffer: amended });
    const row = page.getByRole('row').filter({ hasText: 'sát với từng nhóm đối tượng' });
    await row.getByText('lấy theo cấp trên').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await expectToFitAll(page, 'tep-sua');
    await page.getByRole('button', { name: 'Ghép vào bản của mình' }).click();
    await preview.getByText('sát với từng nhóm đối tượng').waitFor();
    expect(violations).toEqual([]);
    await page.close();
  });
});
