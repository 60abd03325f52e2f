import type { z } from 'zod';
import { finding, type LocaliseFinding } from './localise-finding.ts';

/** Makes findings in Vietnamese of zod's issues, each with its place. */
export function shapeProblems(issues: readonly z.core.$ZodIssue[]): LocaliseFinding[] {
  return shapeWords(issues).map(({ path, words }) => finding('PLAN_SHAPE', path, { why: `${words}.` }));
}

/** Places and sentences of what zod found, without a full stop. */
export function shapeWords(
  issues: readonly z.core.$ZodIssue[],
): Array<{ readonly path: string; readonly words: string }> {
  return issues.map((issue) => {
    const path = issue.path.map((step) => (typeof step === 'number' ? `thứ ${step + 1}` : String(step))).join(', ');
    return { path: path || 'tệp', words: sentence(issue) };
  });
}

function sentence(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `Không có trường ${issue.keys.map((key) => `“${key}”`).join(', ')}; hãy bỏ hoặc sửa lại tên trường`;
    case 'invalid_type':
      return 'Thiếu trường này, hoặc giá trị không đúng kiểu';
    case 'invalid_value':
      return `Giá trị không hợp lệ; chỉ nhận: ${issue.values.map(String).join(', ')}`;
    case 'too_big':
      return `Dài hoặc nhiều quá ${issue.maximum}`;
    case 'too_small':
      return 'Còn trống; hãy bổ sung';
    default:
      return 'Giá trị không đúng dạng';
  }
}
