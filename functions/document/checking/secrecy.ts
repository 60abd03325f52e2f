import { fold } from '../text/vietnamese.ts';

/** Longest text that is looked at as a name or a stamp. */
const MAX_LENGTH = 60;
/** Keys by which people say that a document is secret, folded and without anything between their words. */
const SECRET_KEY =
  /^(?:(?:muc|dau|cap|bi|do)*(?:bao)?mat|.*(?:secre(?:t|cy)|confidential|classif).*|security(?:level)?)$/;
/** A degree of secrecy by itself, as a value of a field. */
const DEGREE = /^(?:(?:muc )?do mat )?(?:tuyet |toi )?mat$/;
/** The same as a stamp in a text: in capitals, for "Mật" in a cell may be honey, … */
const STAMP = /^[\s*[(]*(?:(?:TUYỆT|TỐI)\s+)?MẬT[\s*\])]*$/u;
/** … or after "Độ mật:". */
const LABELLED = /^[\s*[(]*(?:mức )?độ mật\s*:\s*(?:(?:tuyệt|tối)\s+)?mật[\s*\])]*$/iu;

/** Tells whether a key names a degree of secrecy, in any spelling: `secrecy`, `doMat`, `do_mat`, `Độ mật`. */
export function isSecretKey(key: string): boolean {
  return key.length < MAX_LENGTH && SECRET_KEY.test(fold(key).replace(/[^a-z]/g, ''));
}

/** Tells whether a value is a degree of secrecy: Mật, Tối mật, Tuyệt mật, in any case. */
export function isSecretWord(value: unknown): boolean {
  return typeof value === 'string' && value.length < MAX_LENGTH && DEGREE.test(fold(value.replace(/[:.]/g, ' ')));
}

/** Tells whether a text is only a stamp of secrecy: `MẬT`, `**TUYỆT MẬT**`, `Độ mật: Tối mật` (PL I, Mục III.2.a). */
export function isSecretStamp(text: string): boolean {
  return text.length < MAX_LENGTH && (STAMP.test(text) || LABELLED.test(text));
}
