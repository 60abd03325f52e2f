import { mmToTwips } from '#document/page-size.ts';
import { textWidthPt } from '#document/text/text-width.ts';
import { FIRST_LINE_MM } from './page.ts';

/** Look of one element of a document. */
export interface ElementStyle {
  /** Id in styles.xml. */
  readonly id: string;
  /** Name in Word's list of styles; no comma, which parts a style's names. */
  readonly name: string;
  /** The clause that the look comes from (PL = Phụ lục of Nghị định 30/2020/NĐ-CP). */
  readonly clause: string;
  readonly sizePt: number;
  readonly bold?: true;
  readonly italic?: true;
  /** RRGGBB; black unless said. */
  readonly color?: string;
  readonly align: 'left' | 'center' | 'right' | 'both';
  readonly firstLineTwips?: number;
  /** Indent of all lines, and how far the first hangs out of it. */
  readonly leftTwips?: number;
  readonly hangingTwips?: number;
  readonly beforePt?: number;
  readonly afterPt?: number;
  /** Line spacing: a multiple of single, or exact points. */
  readonly line?:
    | { readonly multiple: number; readonly exactPt?: undefined }
    | { readonly exactPt: number; readonly multiple?: undefined };
  readonly keepNext?: true;
  /** Rule above, half a point wide, as far from the text as said. */
  readonly ruleAbove?: { readonly spacePt: number };
}

/** Space between paragraphs of the body: 6 pt, the least that is allowed (PL I, Mục II.6.e). */
const BODY_AFTER_PT = 6;
/** Line spacing of the body: between single and 1.5 lines. */
const BODY_LINE = { multiple: 1.1 };
const FIRST_LINE = mmToTwips(FIRST_LINE_MM);
/** All text but the urgency stamp (PL I, Mục I.4). */
export const BLACK = '000000';
/** Bright red, of the urgency stamp (PL I, Mục III.2.b). */
export const BRIGHT_RED = 'FF0000';

/** Kính gửi starts here, so that the block stands in the right part of the line (ô 9a). */
const KINH_GUI_LEFT = mmToTwips(35);
const KINH_GUI_WIDTH = Math.round(textWidthPt('Kính gửi', 'regular', 14) * 20);
const KINH_GUI_COLON_WIDTH = Math.round(textWidthPt('Kính gửi: ', 'regular', 14) * 20);
const DASH_WIDTH = Math.round(textWidthPt('- ', 'regular', 14) * 20);
const SMALL_DASH_WIDTH = Math.round(textWidthPt('- ', 'regular', 11) * 20);

/** Look of the body's text. */
export const body = {
  sizePt: 14,
  align: 'both',
  firstLineTwips: FIRST_LINE,
  afterPt: BODY_AFTER_PT,
  line: BODY_LINE,
} as const;
const cell = { sizePt: 13, beforePt: 2, afterPt: 2, line: { multiple: 1 } } as const;
const centred = { align: 'center', line: { multiple: 1 } } as const;

/** The one table of looks: a row an element. Sizes are those of the decree's own example (PL I, Phần I, Mục V). */
export const elementStyles = [
  { id: 'SoTrang', name: 'Số trang', clause: 'PL I, I.7', sizePt: 14, ...centred },
  { id: 'QuocHieu', name: 'Quốc hiệu', clause: 'PL I, II.1.a', sizePt: 12, bold: true, ...centred },
  { id: 'TieuNgu', name: 'Tiêu ngữ', clause: 'PL I, II.1.b', sizePt: 13, bold: true, ...centred },
  { id: 'CoQuanChuQuan', name: 'Cơ quan chủ quản', clause: 'PL I, II.2.b', sizePt: 12, ...centred },
  { id: 'CoQuanBanHanh', name: 'Cơ quan ban hành', clause: 'PL I, II.2.b', sizePt: 12, bold: true, ...centred },
  {
    id: 'KeNgang',
    name: 'Đường kẻ dưới tên',
    clause: 'PL I, II.1.b, II.2.b, II.5.b',
    sizePt: 2,
    align: 'center',
    beforePt: 4,
    line: { exactPt: 4 },
    ruleAbove: { spacePt: 0 },
  },
  { id: 'SoKyHieu', name: 'Số và ký hiệu', clause: 'PL I, II.3.c', sizePt: 13, beforePt: 4, ...centred },
  {
    id: 'DiaDanhThoiGian',
    name: 'Địa danh và thời gian',
    clause: 'PL I, II.4.c',
    sizePt: 13,
    italic: true,
    beforePt: 4,
    ...centred,
  },
  { id: 'TrichYeuCongVan', name: 'Trích yếu công văn', clause: 'PL I, II.5.b', sizePt: 12, beforePt: 6, ...centred },
  {
    id: 'TenLoai',
    name: 'Tên loại văn bản',
    clause: 'PL I, II.5.b',
    sizePt: 14,
    bold: true,
    beforePt: 18,
    keepNext: true,
    ...centred,
  },
  { id: 'TrichYeu', name: 'Trích yếu', clause: 'PL I, II.5.b', sizePt: 14, bold: true, keepNext: true, ...centred },
  {
    id: 'KinhGui',
    name: 'Kính gửi',
    clause: 'PL I, II.9.d',
    sizePt: 14,
    align: 'left',
    leftTwips: KINH_GUI_LEFT + KINH_GUI_COLON_WIDTH,
    hangingTwips: KINH_GUI_COLON_WIDTH,
    beforePt: 18,
    keepNext: true,
  },
  {
    id: 'KinhGuiNoi',
    name: 'Kính gửi - nơi nhận',
    clause: 'PL I, II.9.d',
    sizePt: 14,
    align: 'left',
    leftTwips: KINH_GUI_LEFT + KINH_GUI_WIDTH + DASH_WIDTH,
    hangingTwips: DASH_WIDTH,
    keepNext: true,
  },
  { id: 'CachDong', name: 'Cách phần đầu', clause: 'PL I, II.6.e', sizePt: 6, align: 'left', afterPt: 6 },
  { id: 'CanCu', name: 'Căn cứ', clause: 'PL I, II.6.a', italic: true, ...body },
  { id: 'NoiDung', name: 'Nội dung', clause: 'PL I, II.6.e', ...body },
  {
    id: 'PhanChuong',
    name: 'Phần và Chương',
    clause: 'PL I, II.6.đ',
    sizePt: 14,
    bold: true,
    keepNext: true,
    afterPt: 0,
    ...centred,
  },
  {
    id: 'TieuDePhanChuong',
    name: 'Tiêu đề phần và chương',
    clause: 'PL I, II.6.đ',
    sizePt: 14,
    bold: true,
    keepNext: true,
    afterPt: BODY_AFTER_PT,
    ...centred,
  },
  {
    id: 'MucTieuMuc',
    name: 'Mục và Tiểu mục',
    clause: 'PL I, II.6.đ',
    sizePt: 14,
    bold: true,
    keepNext: true,
    afterPt: 0,
    ...centred,
  },
  {
    id: 'TieuDeMuc',
    name: 'Tiêu đề mục và tiểu mục',
    clause: 'PL I, II.6.đ',
    sizePt: 14,
    bold: true,
    keepNext: true,
    afterPt: BODY_AFTER_PT,
    ...centred,
  },
  { id: 'Dieu', name: 'Điều', clause: 'PL I, II.6.đ', bold: true, keepNext: true, ...body },
  { id: 'MucLaMa', name: 'Mục I.', clause: 'PL I, V.6.b', bold: true, keepNext: true, ...body },
  { id: 'KhoanTieuDe', name: 'Khoản có tiêu đề', clause: 'PL I, II.6.đ', bold: true, keepNext: true, ...body },
  { id: 'Khoan', name: 'Khoản', clause: 'PL I, II.6.đ', ...body },
  { id: 'DiemTieuDe', name: 'Điểm có tiêu đề', clause: 'PL I, II.6.đ', keepNext: true, ...body },
  { id: 'Diem', name: 'Điểm', clause: 'PL I, II.6.đ', ...body },
  { id: 'GachDauDong', name: 'Gạch đầu dòng', clause: 'PL I, II.6.e', ...body },
  {
    id: 'QuyenHanChucVu',
    name: 'Quyền hạn và chức vụ',
    clause: 'PL I, II.7.đ',
    sizePt: 14,
    bold: true,
    keepNext: true,
    ...centred,
  },
  {
    id: 'ChucVuKhac',
    name: 'Chức vụ khác',
    clause: 'PL I, II.7.đ',
    sizePt: 14,
    bold: true,
    keepNext: true,
    ...centred,
  },
  {
    id: 'ChoKy',
    name: 'Chỗ ký',
    clause: 'PL I, II.7.d',
    sizePt: 14,
    align: 'center',
    line: { exactPt: 85 },
    keepNext: true,
  },
  { id: 'HoTen', name: 'Họ tên người ký', clause: 'PL I, II.7.đ', sizePt: 14, bold: true, ...centred },
  {
    id: 'NoiNhan',
    name: 'Nơi nhận',
    clause: 'PL I, II.9.d',
    sizePt: 12,
    bold: true,
    italic: true,
    align: 'left',
    keepNext: true,
  },
  {
    id: 'NoiNhanTen',
    name: 'Nơi nhận - tên',
    clause: 'PL I, II.9.d',
    sizePt: 11,
    align: 'left',
    leftTwips: SMALL_DASH_WIDTH,
    hangingTwips: SMALL_DASH_WIDTH,
  },
  {
    id: 'MucDoKhan',
    name: 'Mức độ khẩn',
    clause: 'PL I, III.2.b',
    sizePt: 13,
    bold: true,
    color: BRIGHT_RED,
    ...centred,
  },
  {
    id: 'ChiDanLuuHanh',
    name: 'Chỉ dẫn lưu hành',
    clause: 'PL I, III.2.c',
    sizePt: 13,
    bold: true,
    ...centred,
  },
  {
    id: 'DiaChi',
    name: 'Địa chỉ cơ quan',
    clause: 'PL I, III.4',
    sizePt: 11,
    align: 'center',
    line: { multiple: 1 },
  },
  {
    id: 'DiaChiDauTien',
    name: 'Địa chỉ cơ quan - dòng đầu',
    clause: 'PL I, III.4',
    sizePt: 11,
    align: 'center',
    line: { multiple: 1 },
    ruleAbove: { spacePt: 3 },
  },
  { id: 'ThongTinKySo', name: 'Thông tin ký số', clause: 'PL I, III.1.d', sizePt: 10, align: 'right' },
  { id: 'PhuLuc', name: 'Phụ lục', clause: 'PL I, III.1.b', sizePt: 14, bold: true, keepNext: true, ...centred },
  {
    id: 'TieuDePhuLuc',
    name: 'Tiêu đề phụ lục',
    clause: 'PL I, III.1.b',
    sizePt: 14,
    bold: true,
    keepNext: true,
    ...centred,
  },
  { id: 'KemTheo', name: 'Kèm theo', clause: 'PL I, III.1.c', sizePt: 14, italic: true, keepNext: true, ...centred },
  {
    id: 'BangTieuDe',
    name: 'Bảng - tiêu đề cột',
    clause: 'PL I, II.6.e',
    sizePt: 13,
    bold: true,
    beforePt: 2,
    afterPt: 2,
    ...centred,
  },
  { id: 'BangO', name: 'Bảng - ô', clause: 'PL I, II.6.e', align: 'left', ...cell },
  { id: 'BangOGiua', name: 'Bảng - ô canh giữa', clause: 'PL I, II.6.e', align: 'center', ...cell },
  { id: 'BangOPhai', name: 'Bảng - ô canh phải', clause: 'PL I, II.6.e', align: 'right', ...cell },
  { id: 'BangODeu', name: 'Bảng - ô canh đều', clause: 'PL I, II.6.e', align: 'both', ...cell },
  {
    id: 'BangNhom',
    name: 'Bảng - dòng nhóm',
    clause: 'PL I, II.6.e',
    sizePt: 13,
    bold: true,
    align: 'left',
    beforePt: 2,
    afterPt: 2,
    keepNext: true,
  },
  { id: 'NgatPhan', name: 'Ngắt phần', clause: 'PL I, III.1.đ', sizePt: 1, align: 'left', line: { exactPt: 1 } },
] as const satisfies readonly ElementStyle[];

/** Id of a style that every document has. */
export type ElementStyleId = (typeof elementStyles)[number]['id'];
