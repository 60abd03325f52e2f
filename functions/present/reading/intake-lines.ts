import type { IntakeNote, IntakeNoteCode } from '#intake/intake-note.ts';
import type { Intake } from '#intake/take-in.ts';

type Params = IntakeNote['params'];

const TEXTS: Readonly<Record<IntakeNoteCode, (p: Params) => string>> = {
  FIRST_OF_MANY: (p) =>
    `Tệp gồm ${p.count} văn bản hoặc mẫu nối nhau; chỉ đọc văn bản đầu tiên, hãy tách các văn bản khác thành tệp riêng.`,
  NOT_UNDERSTOOD: (p) => `Không hiểu dòng “${p.text}”, chưa đưa vào dự thảo; hãy chép vào chỗ đúng nếu cần.`,
  NUMBER_CHANGED: (p) => `Tệp ghi “${p.typed}”, dự thảo sẽ in “${p.printed}” theo thứ tự; hãy xem có sót phần nào.`,
  LABEL_CHANGED: (p) => `Tệp ghi “${p.typed}”, dự thảo sẽ in “${p.printed}”.`,
  PICTURE_LEFT_OUT: (p) => `Bỏ lại ${p.count} hình: dự thảo không chứa hình.`,
  NOTE_LEFT_OUT: (p) => `Bỏ lại ${p.count} chú thích cuối trang; hãy đưa vào nội dung nếu cần.`,
  ORGAN_GUESSED: (p) => `Tệp ghi cơ quan “${p.name}”, dự thảo theo hồ sơ “${p.organ}”; hãy kiểm tra lại.`,
  ORGAN_UNKNOWN: (p) => `Không có hồ sơ của cơ quan “${p.name}”; hãy chỉ cơ quan bằng --organ hoặc chọn trên trang.`,
  ISSUER_GUESSED: (p) => `Câu mở đầu ghi “${p.typed}”, dự thảo sẽ in “${p.printed}” theo hồ sơ cơ quan.`,
  OPENING_AS_TEXT: (p) => `Không tách được người ban hành khỏi câu “${p.text}…”; giữ nguyên thành đoạn văn.`,
  POSITION_UNKNOWN: (p) => `Chức vụ “${p.position}” không có trong hồ sơ cơ quan; hãy kiểm tra lại.`,
  ARCHIVE_NOT_READ: (p) => `Không đọc được dòng “${p.text}”; dự thảo in dòng Lưu theo mẫu.`,
  AS_ABOVE_LEFT_OUT: () => 'Bỏ dòng “Như trên” ở Nơi nhận: chỉ văn bản có Kính gửi mới có dòng này.',
  ROW_NUMBERS_KEPT: () => 'Số thứ tự trong bảng không liên tục, giữ như đã gõ thay vì tự đánh số.',
  TYPE_NOT_OURS: (p) =>
    p.type === ''
      ? 'Không rõ loại văn bản; đọc như Kế hoạch, hãy xem lại.'
      : `Tệp là “${p.type}”, Ban Hành chưa soạn loại này; đọc như Kế hoạch.`,
  SUBJECT_MISSING: () => 'Không thấy trích yếu; hãy bổ sung.',
};

/** A note as a person reads it. */
export function intakeNoteText({ code, params, page }: IntakeNote): string {
  return `${page === null ? '' : `trang ${page}: `}${TEXTS[code](params)}`;
}

/** All notes of an intake, as lines. */
export function intakeLines({ notes }: Pick<Intake, 'notes'>): string[] {
  return notes.map(intakeNoteText);
}
