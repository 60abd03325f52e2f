/** Printable ASCII, letters with marks as Vietnamese and its neighbours compose them, dashes, quotes, the ellipsis. */
const UNUSUAL = /[^ -~\u00A0-\u00AC\u00AE-\u02FF\u1EA0-\u1EF9\u2010-\u2026]/;

/**
 * Whether a text holds nothing but what offices type every day. Such a text is in NFC as it stands and has nothing that is
 * forbidden, so that one quick look at it spares the slow ones; of any other text this says nothing.
 */
export function isUsual(text: string): boolean {
  return !UNUSUAL.test(text);
}
