/** Named policy of Trusted Types: pasted HTML that becomes an inert document, from which text alone is taken. */
const POLICY = 'banhanh-paste';

let trusted: ((html: string) => string) | null = null;

/** Parses HTML into a document that runs and loads nothing. */
export function parseHtml(html: string): Document {
  if (!trusted) {
    const made = window.trustedTypes?.createPolicy(POLICY, { createHTML: (text) => text });
    trusted = made ? (text) => made.createHTML(text) : (text) => text;
  }
  return new DOMParser().parseFromString(trusted(html), 'text/html');
}
