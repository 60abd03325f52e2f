/** A picture of the guide: who is signed in, which view, and words that stand on it once it is drawn. */
export interface PagePicture {
  readonly name: string;
  readonly who: string;
  readonly path: string;
  readonly shows: string;
}

const WARD = 'phuong-binh-long';
/** Plan of the sample city that was brought in with its data: its id is made of its content. */
const CITY_PLAN = 'bi-2025-ke-hoach-35-2d78af7a';

/** The editor as the README shows it. */
export const EDITOR_PICTURE: PagePicture = {
  name: 'trang-soan',
  who: 'soan-phuong',
  path: '/soan/mau-ve-sinh-moi-truong',
  shows: 'Ra quân vệ sinh môi trường',
};

/** The pictures of the guide, in its order; `npm run picture:page` takes them on the sample offices. */
export const PAGE_PICTURES: readonly PagePicture[] = [
  { name: 'viec-cua-toi', who: 'soan-phuong', path: '/viec-cua-toi', shows: 'Việc của tôi' },
  { name: 'cho-ky', who: 'ky-phuong', path: `/van-ban/${WARD}/mau-mot-cua`, shows: 'Duyệt để ký' },
  { name: 'cho-cap-so', who: 'van-thu-phuong', path: '/cho-cap-so', shows: 'Số tiếp theo (dự kiến)' },
  { name: 'nhap-so-cu', who: 'van-thu-phuong', path: '/nhap-so-cu', shows: 'Tệp sổ cũ' },
  { name: 'giao-ke-hoach', who: 'van-thu-thanh-pho', path: '/giao-ke-hoach', shows: 'Chuẩn bị giao' },
  { name: 'chuan-bi-giao', who: 'van-thu-thanh-pho', path: `/chuan-bi-giao/${CITY_PLAN}`, shows: 'Hai trang' },
  { name: 'tep-cap-tren', who: 'soan-phuong', path: '/tep-cap-tren', shows: 'Đơn vị của mình' },
  { name: 'so-lieu', who: 'van-thu-phuong', path: '/so-lieu', shows: 'Theo người soạn' },
  {
    name: 'thong-tin-co-quan',
    who: 'quan-tri-phuong',
    path: '/thong-tin-co-quan',
    shows: 'Chữ viết tắt trong ký hiệu',
  },
];
