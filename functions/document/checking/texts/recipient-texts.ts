import { error, type FindingText, warning } from './finding-text.ts';

/** Texts of findings in recipients and the Lưu line. */
export const recipientTexts = {
  LIST_PUNCTUATION: error('PL I, II.9.d', () => 'Gạch đầu dòng và dấu “;”, “.” do mẫu in; hãy bỏ.'),
  SAME_AS_ABOVE_TYPED: error(
    'PL I, II.9.b',
    () => '“Như trên” không gõ: công văn đã in sẵn, văn bản khác không có; hãy bỏ dòng này.',
  ),
  ARCHIVE_TYPED: error(
    'PL I, II.9.d',
    () => 'Dòng “Lưu: VT” do mẫu in; hãy bỏ dòng này, đơn vị lưu khác và số bản thì ghi ở archive.units.',
  ),
  ARCHIVE_WITHOUT_UNIT: warning(
    'PL I, II.9.d',
    () => 'Dòng Lưu thiếu chữ viết tắt đơn vị soạn thảo; nên bổ sung (draftingUnit).',
  ),
  DRAFTER_MARK: warning(
    'PL I, III.3',
    ({ mark }) => `Ký hiệu người soạn thảo “${mark}” nên viết hoa, không ngoặc, ví dụ PL.`,
  ),
} satisfies Record<string, FindingText>;
