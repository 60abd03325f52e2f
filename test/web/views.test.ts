import { expect, test } from 'vitest';
import { accessibilityFindings } from '../support/browser.ts';
import { describeSite } from './support/describe-site.ts';
import { signInAs } from './support/sample-site.ts';
import { expectToFit, keepPicture } from './support/widths.ts';

const WIDTHS = [360, 1280, 1920];
const HEIGHTS: Record<number, number> = { 360: 740, 1280: 720, 1920: 1080 };

const WARD = 'phuong-binh-long';
/** Every view, with what is there once it has been read. */
const views: { readonly name: string; readonly who: string; readonly path: string; readonly shows: string }[] = [
  { name: 'viec-nguoi-soan', who: 'soan-phuong', path: '/viec-cua-toi', shows: 'Bị trả lại' },
  { name: 'du-thao', who: 'soan-phuong', path: '/du-thao', shows: 'Ra quân vệ sinh môi trường' },
  { name: 'van-ban-du-thao', who: 'soan-phuong', path: `/van-ban/${WARD}/mau-ve-sinh-moi-truong`, shows: 'Lịch sử' },
  { name: 'soan-moi', who: 'soan-phuong', path: '/soan-moi', shows: 'Từ một tệp Word' },
  { name: 'thu-vien', who: 'soan-phuong', path: '/thu-vien', shows: 'Nhóm nơi nhận' },
  { name: 'kiem-tra-word', who: 'soan-phuong', path: '/kiem-tra-word', shows: 'từng quy định một' },
  { name: 'tep-gui-lai', who: 'soan-phuong', path: '/tep-gui-lai', shows: 'lấy hay bỏ từng chỗ' },
  { name: 'soan', who: 'soan-phuong', path: '/soan/mau-ve-sinh-moi-truong', shows: 'Phần đầu và phần cuối' },
  { name: 'viec-nguoi-ky', who: 'ky-phuong', path: '/viec-cua-toi', shows: 'bộ phận một cửa' },
  { name: 'cho-ky', who: 'ky-phuong', path: '/cho-ky', shows: 'bộ phận một cửa' },
  { name: 'van-ban-cho-ky', who: 'ky-phuong', path: `/van-ban/${WARD}/mau-mot-cua`, shows: 'Duyệt để ký' },
  { name: 'cho-cap-so', who: 'van-thu-phuong', path: '/cho-cap-so', shows: 'Số tiếp theo (dự kiến)' },
  { name: 'dang-ky', who: 'van-thu-phuong', path: '/dang-ky', shows: 'Tệp kèm theo' },
  { name: 'nhap-so-cu', who: 'van-thu-phuong', path: '/nhap-so-cu', shows: 'Tệp sổ cũ' },
  { name: 'ban-quet-so-cu', who: 'van-thu-phuong', path: '/ban-quet-so-cu', shows: 'Thư mục bản quét' },
  { name: 'bat-dau', who: 'quan-tri-phuong', path: '/bat-dau', shows: 'Khai báo cơ quan' },
  { name: 'cho-gui', who: 'van-thu-phuong', path: '/cho-gui', shows: 'Điều 18' },
  { name: 'cho-tra-loi', who: 'van-thu-phuong', path: '/cho-tra-loi', shows: 'PL VI' },
  { name: 'so-van-ban-di', who: 'van-thu-phuong', path: '/so-van-ban-di', shows: 'KH-UBND' },
  { name: 'tra-cuu', who: 'van-thu-phuong', path: '/tra-cuu?tim=01%20kh%20ubnd', shows: '01/KH-UBND' },
  {
    name: 'van-ban-da-cap-so',
    who: 'van-thu-phuong',
    path: `/van-ban/${WARD}/mau-tuyen-truyen-cchc`,
    shows: 'Lịch sử',
  },
  { name: 'cho-kiem-tra', who: 'kiem-tra-thanh-pho', path: '/cho-kiem-tra', shows: 'Đến lượt tôi' },
  {
    name: 'van-ban-cho-kiem-tra',
    who: 'kiem-tra-thanh-pho',
    path: '/van-ban/dong-nai/mau-cong-van-the-thuc',
    shows: 'Đồng ý, chuyển tiếp',
  },
  { name: 'cach-lam-viec', who: 'kiem-tra-thanh-pho', path: '/quan-tri', shows: 'Ai vắng, ai làm thay' },
  { name: 'quan-tri', who: 'quan-tri-phuong', path: '/quan-tri', shows: 'Hoàng Thị Em' },
  { name: 'ai-da-lam-gi', who: 'quan-tri-phuong', path: '/ai-da-lam-gi', shows: 'việc' },
  {
    name: 'thong-tin-co-quan',
    who: 'quan-tri-phuong',
    path: '/thong-tin-co-quan',
    shows: 'Chữ viết tắt trong ký hiệu',
  },
  { name: 'giao-ke-hoach', who: 'van-thu-thanh-pho', path: '/giao-ke-hoach', shows: 'Giao cho' },
  { name: 'so-lieu', who: 'van-thu-phuong', path: '/so-lieu', shows: 'Theo người soạn' },
  {
    name: 'cap-tren-giao',
    who: 'soan-phuong',
    path: '/ke-hoach-cap-tren-giao',
    shows: 'Cấp trên chưa giao',
  },
  { name: 'tep-cap-tren', who: 'soan-phuong', path: '/tep-cap-tren', shows: 'Đơn vị của mình' },
  { name: 'mat-khau', who: 'van-thu-phuong', path: '/mat-khau', shows: 'Gõ lại mật khẩu mới' },
  { name: 'khong-co', who: 'van-thu-phuong', path: '/khong-co-trang-nay', shows: 'Không có trang này' },
];

describeSite('the page', (on) => {
  const people = [...new Set(views.map(({ who }) => who))];
  test.each(people)(
    'shows %s every view at three widths, without a finding of axe or a breach of its policy',
    async (who) => {
      const { page, violations } = await on.browser.open();
      await signInAs(page, on.site, who);
      for (const { name, path, shows } of views.filter((view) => view.who === who)) {
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: HEIGHTS[width]! });
          if (width === WIDTHS[0]) await page.goto(on.site.url + path);
          await page.getByText(shows, { exact: false }).filter({ visible: true }).first().waitFor();
          await expectToFit(page, width, name);
          await keepPicture(page, `${name}-${width}`, width !== 1280);
        }
        expect(await accessibilityFindings(page), name).toEqual([]);
        expect(await page.getByText('Dữ liệu mẫu').first().isVisible(), name).toBe(true);
      }
      await page.getByRole('button', { name: /Đăng xuất/ }).click();
      await page.getByRole('button', { name: 'Đăng nhập' }).waitFor();
      expect(await accessibilityFindings(page), 'sign-in').toEqual([]);
      await keepPicture(page, 'dang-nhap');
      expect(violations).toEqual([]);
      await page.close();
    },
  );
});
