/** Named policy of Trusted Types: text that becomes an inert XML document, never a part of the page. */
const POLICY = 'banhanh-preview-xml';

/** The page's own factory of Trusted Types, where the browser has one. */
interface PolicyFactory {
  createPolicy(
    name: string,
    rules: { readonly createHTML: (text: string) => string },
  ): { createHTML(text: string): string };
}

declare global {
  interface Window {
    readonly trustedTypes?: PolicyFactory;
  }
}

let trusted: ((text: string) => string) | null = null;

function policy(): (text: string) => string {
  if (trusted) return trusted;
  const made = window.trustedTypes?.createPolicy(POLICY, { createHTML: (text) => text });
  trusted = made ? (text) => made.createHTML(text) : (text) => text;
  return trusted;
}

/**
 * Reads WordprocessingML of ours into an XML document of its own.
 *
 * @throws Error when it is not well-formed
 */
export function readXml(xml: string): Element {
  const whole = `<w:body xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${xml}</w:body>`;
  const root = new DOMParser().parseFromString(policy()(whole), 'application/xml').documentElement;
  if (root.nodeName !== 'w:body') throw new Error('preview: the XML is not well-formed');
  return root;
}

/** The first child of a name; undefined where there is none. */
export function childOf(element: Element | undefined, name: string): Element | undefined {
  if (!element) return undefined;
  for (let child = element.firstElementChild; child; child = child.nextElementSibling) {
    if (child.nodeName === name) return child;
  }
  return undefined;
}

/** The children of a name, in order. */
export function childrenOf(element: Element | undefined, name: string): Element[] {
  return element ? [...element.children].filter((child) => child.nodeName === name) : [];
}

/** `w:val` of an element. */
export function valOf(element: Element | undefined): string | undefined {
  return element?.getAttribute('w:val') ?? undefined;
}

/** Tells whether a property that is on or off is on; undefined where it is not said. */
export function switchOf(element: Element | undefined): boolean | undefined {
  if (!element) return undefined;
  const value = valOf(element);
  return value !== '0' && value !== 'false';
}
