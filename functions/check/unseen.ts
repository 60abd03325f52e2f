import type { ReadDocument } from '#read/body/model.ts';
import type { Rule } from './rule.ts';

/** Rules a PDF's text layer cannot answer: settings of Word's page. */
const NOT_IN_PDF =
  /^(?:page\.(?:top|bottom|left|right|number|number-size|first)|font\..*|text\.(?:align|first-line|spacing|line-spacing)|appendix\.pages|language\.spaces)$/;
/** Rules bare text cannot answer: looks of any kind. */
const NOT_IN_TEXT =
  /\.(?:size|bold|italic|align|rule)$|^(?:page\..*|font\..*|text\.(?:first-line|spacing|line-spacing)|appendix\.pages|language\.spaces)$/;

/** Says why a rule is not judged of a file that is no Word file; null where it is. */
export function unseenIn(origin: ReadDocument['origin'], { id }: Rule): string | null {
  if (origin === 'pdf' && NOT_IN_PDF.test(id)) return 'Tệp PDF không cho biết điều này; hãy kiểm tra tệp Word.';
  if (origin === 'text' && NOT_IN_TEXT.test(id)) return 'Chữ chép ra không cho biết hình thức; hãy kiểm tra tệp Word.';
  return null;
}
