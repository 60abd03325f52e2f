import type { Page } from 'playwright-core';
import type { Hands } from './hands.ts';

/** Password that everyone of the new office chooses. */
const PASSWORD = 'mưa rào tháng sáu';

/** An empty server, the windows of its first people, and who looks on at each step. */
export interface NewOffice {
  readonly url: string;
  /** Code that the server printed. */
  readonly claimCode: string;
  readonly admin: Page;
  /** A window of another browser: the drafter's, then the signer's. */
  readonly others: Page;
  look(page: Page, step: FirstPlanStep): Promise<void>;
}

/** Steps that can be looked at. */
export type FirstPlanStep =
  | 'nhan-quyen'
  | 'co-quan'
  | 'co-quan-sau-khi-mo-lai'
  | 'so-van-ban'
  | 'hom-sau'
  | 'nguoi'
  | 'mat-khau'
  | 'sao-luu'
  | 'van-ban';

/** Declares an office, leaves and goes on, and takes its first plan to a number by three people; gives the plan's id. */
export async function makeFirstPlan(office: NewOffice, hands: Hands): Promise<string> {
  await claim(office, hands);
  await declare(office, hands);
  const { signer, drafter } = await addPeople(office, hands);
  const docId = await draftAndApprove(office, hands, { signer, drafter });
  await numberIt(office, hands);
  return docId;
}

async function claim({ admin: page, url, claimCode, look }: NewOffice, hands: Hands): Promise<void> {
  await page.goto(url);
  await hands.fill(page.getByLabel('Mã nhận quyền quản trị'), claimCode);
  await hands.fill(page.getByLabel('Tên cơ quan'), 'Ủy ban nhân dân phường Phước Tân');
  await hands.fill(page.getByLabel('Họ tên'), 'Lê Thị Cúc');
  await hands.fill(page.getByLabel('Mật khẩu mới', { exact: true }), PASSWORD);
  await hands.fill(page.getByLabel('Gõ lại mật khẩu mới'), PASSWORD);
  await look(page, 'nhan-quyen');
  await hands.click(page.getByRole('button', { name: 'Nhận quyền quản trị' }));
}

/** Head and symbol follow from the office's name; what is typed stays though the page is left. */
async function declare({ admin: page, url, look }: NewOffice, hands: Hands): Promise<void> {
  await page.locator('.page-preview').getByText('PHƯỜNG PHƯỚC TÂN').waitFor();
  await look(page, 'co-quan');
  await hands.fill(page.getByLabel('Địa danh'), '');
  await hands.click(page.getByRole('button', { name: 'Lưu, sang bước sau' }));
  await page.locator('.field', { hasText: 'Địa danh' }).locator('.reason').waitFor();
  await page.reload();
  await page.getByLabel('Địa danh').waitFor();
  await look(page, 'co-quan-sau-khi-mo-lai');
  await hands.fill(page.getByLabel('Địa danh'), 'Phước Tân');
  await hands.click(page.getByRole('button', { name: 'Lưu, sang bước sau' }));
  await hands.fill(page.getByLabel('Công văn', { exact: true }), '57');
  await look(page, 'so-van-ban');
  await hands.click(page.getByRole('button', { name: 'Lưu, sang bước sau' }));
  // Another day: the wizard goes on where it was, from the page that signs in.
  await page.getByLabel('Người ký').waitFor();
  await page.goto(url);
  await look(page, 'hom-sau');
  await page.goto(`${url}/bat-dau`);
}

/** People with their passwords to be used once. */
async function addPeople({ admin: page, look }: NewOffice, hands: Hands) {
  await hands.click(page.getByLabel('Soạn xong trình ký ngay'));
  await hands.fill(page.getByLabel('Người ký'), 'Nguyễn Văn Kỳ');
  await hands.fill(page.getByLabel('Văn thư'), 'Lê Thị Cúc');
  await hands.fill(page.getByLabel('Người soạn'), 'Trần Văn Sơn');
  await look(page, 'nguoi');
  await hands.click(page.getByRole('button', { name: 'Lưu, sang bước sau' }));
  await page.getByText('Mật khẩu chỉ hiện lần này').waitFor();
  await look(page, 'mat-khau');
  const given = (name: string) => page.getByRole('row').filter({ hasText: name }).locator('.given').innerText();
  const people = { signer: await given('Nguyễn Văn Kỳ'), drafter: await given('Trần Văn Sơn') };
  await hands.click(page.getByRole('button', { name: 'Đã ghi lại, sang bước sau' }));
  await page.getByText('Máy chủ chưa sao lưu hằng đêm').waitFor();
  await look(page, 'sao-luu');
  await hands.click(page.getByRole('button', { name: 'Để sau, sang bước sau' }));
  await page.getByText('Văn bản đầu tiên do người soạn làm').waitFor();
  await look(page, 'van-ban');
  return people;
}

async function draftAndApprove(
  { others: page, url }: NewOffice,
  hands: Hands,
  given: { readonly signer: string; readonly drafter: string },
): Promise<string> {
  await page.goto(url);
  await enter(page, hands, 'tran-van-son', given.drafter);
  await hands.click(page.getByRole('link', { name: 'Soạn văn bản mới' }));
  await hands.click(page.getByRole('button', { name: 'Kế hoạch mẫu' }));
  await page.getByText('Xem lại').or(page.locator('.page-preview')).first().waitFor();
  const docId = page.url().split('/').at(-1) ?? '';
  await page.goto(`${url}/van-ban/phuong-phuoc-tan/${docId}`);
  await hands.click(page.getByRole('button', { name: 'Trình', exact: true }));
  await page.getByRole('button', { name: 'Trình', exact: true }).waitFor({ state: 'detached' });
  await hands.click(page.getByRole('button', { name: /Đăng xuất/ }));
  await enter(page, hands, 'nguyen-van-ky', given.signer);
  await hands.click(page.getByRole('main').locator('table.list a').first());
  await hands.click(page.getByRole('button', { name: 'Duyệt để ký' }));
  await page.getByRole('button', { name: 'Duyệt để ký' }).waitFor({ state: 'detached' });
  return docId;
}

async function enter(page: Page, hands: Hands, username: string, given: string): Promise<void> {
  // The page of before has a field of this name too.
  await page.getByRole('button', { name: 'Đăng nhập' }).waitFor();
  await hands.fill(page.getByLabel('Tên đăng nhập'), username);
  await hands.fill(page.getByLabel('Mật khẩu', { exact: true }), given);
  await hands.click(page.getByRole('button', { name: 'Đăng nhập' }));
  await hands.fill(page.getByLabel('Mật khẩu mới', { exact: true }), PASSWORD);
  await hands.fill(page.getByLabel('Gõ lại mật khẩu mới'), PASSWORD);
  await hands.click(page.getByRole('button', { name: 'Đặt mật khẩu và vào' }));
  await page.getByRole('button', { name: /Đăng xuất/ }).waitFor();
}

/** The admin is the clerk as well: their new role holds without signing in again. */
async function numberIt({ admin: page }: NewOffice, hands: Hands): Promise<void> {
  await hands.click(page.getByRole('link', { name: 'Chờ cấp số' }));
  await hands.click(page.getByRole('list', { name: 'Văn bản chờ cấp số' }).getByRole('button'));
  await hands.click(page.getByText('Đã đối chiếu bản giấy, đã ký'));
  await hands.click(page.getByRole('button', { name: 'Cấp số 1 văn bản' }));
  await page.locator('.given').getByText('01/KH-UBND').first().waitFor();
}
