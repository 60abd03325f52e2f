import type { IntakeNote, IntakeNoteCode } from '#intake/intake-note.ts';
import type { Intake } from '#intake/take-in.ts';

type Params = IntakeNote['params'];

const TEXTS: Readonly<Record<IntakeNoteCode, (p: Params) => string>> = {
  FIRST_OF_MANY: ({ count }) =>
    `Tệp gồm ${count} văn bản hoặc mẫu nối nhau; chỉ đọc văn bản đầu tiên, hãy tách các văn bản khác thành tệp riêng.`,
  NOT_UNDERSTOOD: ({ text }) => `Không hiểu dòng “${text}”, chưa đưa vào dự thảo; hãy chép vào chỗ đúng nếu cần.`,
  NUMBER_CHANGED: ({ typed, printed }) =>
    `Tệp ghi “${typed}”, dự thảo sẽ in “${printed}” theo thứ tự; hãy xem có sót phần nào.`,
  LABEL_CHANGED: ({ typed, printed }) => `Tệp ghi “${typed}”, dự thảo sẽ in “${printed}”.`,
  PICTURE_LEFT_OUT: ({ count }) => `Bỏ lại ${count} hình: dự thảo không chứa hình.`,
  NOTE_LEFT_OUT: ({ count }) => `Bỏ lại ${count} chú thích cuối trang; hãy đưa vào nội dung nếu cần.`,
  ORGAN_GUESSED: ({ name, organ }) => `Tệp ghi cơ quan “${name}”, dự thảo theo hồ sơ “${organ}”; hãy kiểm tra lại.`,
  ORGAN_UNKNOWN: ({ name }) =>
    `Không có hồ sơ của cơ quan “${name}”; hãy chỉ cơ quan bằng --organ hoặc chọn trên trang.`,
  ISSUER_GUESSED: ({ typed, printed }) => `Câu mở đầu ghi “${typed}”, dự thảo sẽ in “${printed}” theo hồ sơ cơ quan.`,
  OPENING_AS_TEXT: ({ text }) => `Không tách được người ban hành khỏi câu “${text}…”; giữ nguyên thành đoạn văn.`,
  POSITION_UNKNOWN: ({ position }) => `Chức vụ “${position}” không có trong hồ sơ cơ quan; hãy kiểm tra lại.`,
  ARCHIVE_NOT_READ: ({ text }) => `Không đọc được dòng “${text}”; dự thảo in dòng Lưu theo mẫu.`,
  AS_ABOVE_LEFT_OUT: () => 'Bỏ dòng “Như trên” ở Nơi nhận: chỉ văn bản có Kính gửi mới có dòng này.',
  ROW_NUMBERS_KEPT: () => 'Số thứ tự trong bảng không liên tục, giữ như đã gõ thay vì tự đánh số.',
  TYPE_NOT_OURS: ({ type }) =>
    type === ''
      ? 'Không rõ loại văn bản; đọc như Kế hoạch, hãy xem lại.'
      : `Tệp là “${type}”, Ban Hành chưa soạn loại này; đọc như Kế hoạch.`,
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
