import { fileFaultText, importFaultText } from '#exchange/older-book/import-texts.ts';
import { readErrorSentence } from '../../reading/read-problem-texts.ts';
import { conflict, megabytes, missing, type ProblemTexts, refused, say } from './problem-text.ts';

/** Problems of files and uploads. */
export const fileTexts = {
  'bad-basis-list': refused((f) =>
    f['rows'] === ''
      ? `Danh sách có nhiều hơn ${f['limit']} dòng; hãy chia ra nhiều tệp.`
      : `Có dòng không đọc được: ${f['rows']}. Mỗi dòng cần loại văn bản, số và ký hiệu (Luật thì bỏ trống), ngày ban hành, cơ quan ban hành, trích yếu.`,
  ),
  'pdf-not-ready': say(
    404,
    'Chưa có bản PDF',
  )('Bản PDF để đọc đang được tạo, thường xong trong một phút; hãy thử lại sau giây lát. Tệp .docx tải được ngay.'),
  'pdf-given-up': missing(
    'Không tạo được bản PDF của tệp này, thường vì bảng có hàng nghìn dòng; hãy tải tệp .docx và lưu thành PDF trên máy của bạn.',
  ),
  'pdf-not-installed': say(
    503,
    'Máy chủ chưa cài LibreOffice',
  )(
    'Máy chủ chưa cài LibreOffice nên không tạo được bản PDF; người quản trị hãy chạy: sudo apt install libreoffice-writer-nogui fonts-liberation2. Tệp .docx vẫn tải được.',
  ),
  'word-unreadable': refused((f) => readErrorSentence(f)),
  'file-secret': refused(
    ({ mark }) =>
      `Tệp mang dấu “${mark}”: tài liệu bí mật nhà nước chỉ soạn, lưu trên máy độc lập (Luật số 117/2025/QH15); hệ thống không đọc, không giữ tệp này, hãy xóa khỏi máy đang nối mạng.`,
  ),
  'list-unreadable': refused(({ fault, why }) => `Không nhập được danh sách: ${importFaultText(fault) ?? why}.`),
  'returned-unclear': refused(
    'Không thấy nội dung văn bản trong tệp; hãy kiểm tra có đúng tệp của bản thảo này không.',
  ),
  'superior-unclear': refused(({ lacks }) =>
    lacks === 'number'
      ? 'Tệp không ghi số, ký hiệu hoặc ngày ban hành; hãy gửi kèm số và ngày của kế hoạch cấp trên.'
      : lacks === 'file'
        ? 'Dữ liệu kế hoạch cấp trên không đúng dạng đã đọc (TepCapTren@1); hãy đọc lại tệp Word.'
        : 'Không thấy nội dung kế hoạch trong tệp; hãy kiểm tra có đúng tệp kế hoạch của cấp trên không.',
  ),
  'upload-too-large': say(
    413,
    'Nội dung quá lớn',
  )(({ maxBytes }) => `Tệp loại này chỉ nhận đến ${megabytes(maxBytes)}; hãy giảm dung lượng hoặc tách tệp.`),
  'upload-expired': conflict('Đã quá hạn gửi tệp của lần tải lên này; hãy xin lần tải lên mới bằng POST /uploads.'),
  'upload-differs': refused(
    'Tệp gửi lên không đúng kích thước, SHA-256 hoặc loại đã khai; hãy kiểm tra tệp rồi xin lần tải lên mới.',
  ),
  'upload-missing': conflict('Tệp của lần tải lên này chưa được gửi đến; hãy gửi tệp rồi thực hiện lại.'),
  'upload-unsuitable': refused(
    ({ contentType, expected }) => `Tệp tải lên thuộc loại ${contentType}, còn ở đây cần: ${expected}.`,
  ),
  'upload-not-json': say(
    400,
    'Yêu cầu không đọc được',
  )(({ line, column, why }) => `Tệp tải lên không phải JSON hợp lệ, dòng ${line}, cột ${column}: ${why}.`),
  'pdf-unsafe': refused(
    (f) =>
      `Tệp PDF này ${pdfHazards(f['hazards'])}, nên không nhận; hãy in lại thành PDF (Microsoft Print to PDF) rồi gửi bản in.`,
  ),
  'file-unsuitable': refused((f) => `Không nhận tệp ${f['fileName']}: ${fileFaultText(f)}.`),
  'not-a-pdf': refused(
    'Tệp gửi lên không phải một tệp PDF nguyên vẹn; hãy gửi PDF với “Content-Type: application/pdf”.',
  ),
  'signed-already': conflict('Văn bản đã có tệp đã ký; tệp này chỉ thêm một lần.'),
  'has-file': conflict('Tệp quét chỉ thêm một lần, cho văn bản nhập từ sổ cũ chưa có tệp; văn bản này không phải vậy.'),
} satisfies ProblemTexts;

const PDF_HAZARDS: Readonly<Record<string, string>> = {
  javascript: 'có mã JavaScript',
  launch: 'có lệnh chạy chương trình',
  'submit-form': 'có lệnh gửi dữ liệu đi',
  'import-data': 'có lệnh nhập dữ liệu vào',
  'embedded-file': 'có tệp đính kèm bên trong',
  encrypted: 'đặt mật khẩu',
  unreadable: 'không đọc được cấu trúc',
};

function pdfHazards(hazards: unknown): string {
  return String(hazards)
    .split(' ')
    .map((hazard) => PDF_HAZARDS[hazard] ?? hazard)
    .join(', ');
}
