import type { Notice, NoticeCode } from '#read/problems/notice.ts';
import { READ_ERROR_CODES, type ReadError, type ReadErrorCode } from '#read/problems/read-error.ts';

type Sentence = (params: Readonly<Record<string, string | number | boolean>>) => string;

const errorTexts: Readonly<Record<ReadErrorCode, Sentence>> = {
  EMPTY_FILE: () => 'Tệp rỗng; hãy chọn lại tệp.',
  FILE_TOO_LARGE: ({ maxMb }) => `Tệp lớn quá ${maxMb} MB; hãy bớt ảnh hoặc tách tệp.`,
  OLD_WORD_FILE: () => 'Đây là tệp Word đời cũ (.doc); hãy mở bằng Word rồi lưu lại thành .docx.',
  ENCRYPTED_FILE: () => 'Tệp có mật khẩu nên không đọc được; hãy bỏ mật khẩu rồi thử lại.',
  HTML_FILE: () => 'Tệp này là trang web (HTML) mang tên tệp Word; hãy mở bằng Word rồi lưu lại thành .docx.',
  RTF_FILE: () => 'Tệp này là RTF mang tên tệp Word; hãy mở bằng Word rồi lưu lại thành .docx.',
  PDF_FILE: () => 'Tệp này là PDF, không phải tệp Word; hãy chọn tệp .docx.',
  PDF_SCANNED: () => 'Đây là tệp ảnh quét, không có lớp chữ; hãy dùng tệp Word hoặc bản PDF xuất từ Word.',
  PDF_GARBLED: () =>
    'Chữ trong tệp PDF không ghi mã Unicode (phông chữ cũ hoặc tệp nén chữ), chép ra không thành tiếng Việt; hãy dùng tệp Word.',
  PDF_DAMAGED: () => 'Tệp PDF hỏng hoặc chép chưa đủ; hãy chép lại từ nguồn.',
  PDF_TOO_LONG: ({ max }) => `Tệp PDF dài quá mức đọc được (${max} trang); hãy tách tệp.`,
  ODT_FILE: () => 'Tệp này là OpenDocument (.odt); hãy lưu lại thành .docx.',
  XLSX_FILE: () => 'Tệp này là bảng tính Excel, không phải văn bản Word.',
  PPTX_FILE: () => 'Tệp này là bản trình chiếu, không phải văn bản Word.',
  NOT_WORD: () => 'Không nhận ra đây là tệp Word; hãy chọn tệp .docx.',
  ZIP_DAMAGED: () => 'Tệp hỏng hoặc chép chưa đủ; hãy chép lại từ nguồn.',
  ZIP_BOMB: () => 'Tệp bung ra quá lớn so với một văn bản (dấu hiệu bom nén); không đọc.',
  ZIP_ENCRYPTED: () => 'Bên trong tệp có phần đặt mật khẩu nên không đọc được; hãy lưu lại không mật khẩu.',
  ZIP_OVERLAPPING: () => 'Các phần bên trong tệp chồng lên nhau (dấu hiệu bom nén); không đọc.',
  ZIP_DUPLICATE_NAME: () => 'Bên trong tệp có hai phần trùng tên, không rõ phần nào là thật; không đọc.',
  ZIP_UNSAFE_NAME: () => 'Bên trong tệp có phần mang tên trỏ ra ngoài (../); không đọc.',
  ZIP_TOO_MANY_ENTRIES: () => 'Bên trong tệp có quá nhiều phần so với một văn bản; không đọc.',
  XML_DOCTYPE: ({ part }) => `Phần ${part} khai báo DOCTYPE, tệp Word thật không có; không đọc.`,
  XML_ENTITY: ({ part }) => `Phần ${part} dùng thực thể (entity) lạ, tệp Word thật không có; không đọc.`,
  XML_TOO_DEEP: ({ part, max }) => `Phần ${part} lồng nhau quá ${max} tầng; không đọc.`,
  XML_TOKEN_TOO_LONG: ({ part, max }) =>
    `Phần ${part} có đoạn chữ hay chú thích dài quá ${max} ký tự, không chương trình nào ghi như vậy; không đọc.`,
  XML_ATTRIBUTE_TOO_LONG: ({ part }) => `Phần ${part} có thuộc tính dài quá mức; không đọc.`,
  XML_DAMAGED: ({ part }) => `Phần ${part} bên trong tệp bị hỏng; hãy mở bằng Word, lưu lại rồi thử lại.`,
  TEXT_TOO_LONG: ({ max }) => `Văn bản dài quá ${max} chữ (khoảng 1.000 trang); hãy tách tệp.`,
  PARAGRAPH_TOO_LONG: ({ max }) => `Văn bản có đoạn dài quá ${max} chữ; hãy xuống dòng trong Word rồi gửi lại.`,
  TABLE_TOO_WIDE: ({ max }) => `Văn bản có bảng quá ${max} ô một dòng; hãy tách bảng.`,
  TOO_MANY_PARAGRAPHS: ({ max }) => `Văn bản có quá ${max} đoạn; hãy tách tệp.`,
  NO_BODY: () => 'Tệp không có phần nội dung văn bản; hãy chọn tệp khác.',
};

const noticeTexts: Readonly<Record<NoticeCode, Sentence>> = {
  MACROS: () => 'Tệp có macro; không chạy, không đọc phần này.',
  EXTERNAL_LINK: ({ target }) => `Tệp liên kết ra ngoài tới “${target}”; không mở liên kết.`,
  EXTERNAL_TEMPLATE: ({ target }) => `Tệp gắn mẫu (template) ở ngoài: “${target}”; không tải.`,
  EMBEDDED_OBJECT: ({ name }) => `Tệp nhúng đối tượng “${name}”; không mở.`,
  NESTED_ARCHIVE: ({ name }) => `Bên trong tệp có tệp nén khác “${name}”; không mở.`,
  DANGEROUS_FIELD: ({ field }) => `Tệp có trường ${field} lấy nội dung từ nơi khác; không chạy, chỉ đọc chữ đang hiện.`,
  IMPORTED_CHUNK: () =>
    'Tệp chèn nguyên một tệp khác (altChunk); phần đó không đọc được, hãy mở bằng Word rồi lưu lại.',
  TRACKED_CHANGES: ({ count, authors }) =>
    `Tệp còn ${count} chỗ sửa theo dõi (Track Changes) của ${authors}; đọc như đã chấp nhận hết.`,
  COMMENTS: ({ count, authors }) => `Tệp còn ${count} ghi chú (Comment) của ${authors}; không đưa vào nội dung.`,
  HIDDEN_TEXT: ({ count, first }) => `Tệp có ${count} đoạn chữ ẩn, bắt đầu “${first}”; không đọc vì bản in không có.`,
  CONTROL_CHARACTERS: ({ count }) => `Tệp có ${count} ký tự không nhìn thấy; đã bỏ khi đọc.`,
  OLD_FONTS: ({ fonts }) =>
    `Tệp gõ bằng phông của bộ mã cũ (${fonts}); chữ đã đổi sang Unicode khi đọc, hãy đọc soát lại.`,
  COLUMNS_LOST: ({ first }) =>
    `Bảng “${first}” không còn ranh giới cột trong chữ chép ra; chữ các ô để thành từng đoạn. Hãy nhập tệp PDF hoặc Word gốc.`,
  PAGES_WITHOUT_TEXT: ({ count, first }) =>
    `${count} trang là ảnh, không có lớp chữ (đầu tiên: trang ${first}); phần trên ảnh không đọc được.`,
  PAGE_MARKS: ({ count, first }) =>
    `Bỏ lại ${count} dòng của trang, không thuộc văn bản: số trang, dấu ký số, tiêu đề in lại (“${first}”).`,
};

/** Makes the sentence of a file that is refused. */
export function readErrorText({ code, params }: Pick<ReadError, 'code' | 'params'>): string {
  return errorTexts[code](params);
}

/** Makes the sentence of a fault that came as parameters of another error. */
export function readErrorSentence(params: Readonly<Record<string, string | number | boolean>>): string {
  const fault = READ_ERROR_CODES.find((code) => code === params['fault']) ?? 'NOT_WORD';
  return errorTexts[fault](params);
}

/** Makes the sentence of a notice about a file that was read. */
export function noticeText({ code, params }: Notice): string {
  return noticeTexts[code](params);
}
