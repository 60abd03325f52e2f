import { download } from '../../api/client.ts';
import { Problem } from '../../api/problem.ts';

/** Refusals that no waiting mends: the .docx is printed instead. */
const NO_PDF = ['pdf-not-installed', 'pdf-given-up', 'pdf-failed', 'no-pdf-copy'];

/** Instructions for the file that came. */
export const PRINT_NOTES = {
  pdf: 'Đã tải bản PDF: mở ra rồi in, chọn cỡ thực (100%).',
  docx: 'Máy chủ không tạo được PDF: đã tải tệp .docx, mở bằng Word rồi in.',
} as const;

/** Fetches an issued file for printing: its PDF, or the .docx where there is none; which of them came. Throws `Problem`. */
export async function fetchForPrint(href: string, get = download): Promise<keyof typeof PRINT_NOTES> {
  try {
    await get(`${href}/pdf`);
    return 'pdf';
  } catch (error) {
    if (!(error instanceof Problem && NO_PDF.includes(error.code))) throw error;
    await get(href);
    return 'docx';
  }
}
