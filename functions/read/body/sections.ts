import { child, childrenOf, numberOf, switchOf, twipsOf, type XmlNode } from '../xml/xml-node.ts';

/** Kinds of headers and footers. */
export type MarginKind = 'default' | 'first' | 'even';

/** Page of a section. Lengths are twips. */
export interface PageProps {
  readonly width: number;
  readonly height: number;
  readonly isLandscape: boolean;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** Tells whether page 1 has headers of its own. */
  readonly hasTitlePage: boolean;
  /** Number that its pages begin with; null where they count on. */
  readonly pageStart: number | null;
}

/** A `w:sectPr`: its page, and relations of its headers and footers. */
export interface SectionProps extends PageProps {
  readonly isContinuous: boolean;
  readonly headerIds: ReadonlyMap<MarginKind, string>;
  readonly footerIds: ReadonlyMap<MarginKind, string>;
}

/** Word's own page where a section names none: Letter, an inch all round. */
const DEFAULT_PAGE = { width: 12_240, height: 15_840, margin: 1440 } as const;

/** Reads a section's properties; undefined stands for a file without any. */
export function readSection(node: XmlNode | undefined): SectionProps {
  const size = child(node, 'w:pgSz')?.attributes ?? {};
  const margins = child(node, 'w:pgMar')?.attributes ?? {};
  const width = twipsOf(size['w:w']) ?? DEFAULT_PAGE.width;
  const height = twipsOf(size['w:h']) ?? DEFAULT_PAGE.height;
  const margin = (name: string) => Math.abs(twipsOf(margins[name]) ?? DEFAULT_PAGE.margin);
  return {
    width,
    height,
    isLandscape: width > height,
    top: margin('w:top'),
    bottom: margin('w:bottom'),
    left: margin('w:left'),
    right: margin('w:right'),
    hasTitlePage: switchOf(node, 'w:titlePg') ?? false,
    pageStart: numberOf(child(node, 'w:pgNumType')?.attributes['w:start']) ?? null,
    isContinuous: child(node, 'w:type')?.attributes['w:val'] === 'continuous',
    headerIds: marginIds(node, 'w:headerReference'),
    footerIds: marginIds(node, 'w:footerReference'),
  };
}

function marginIds(node: XmlNode | undefined, name: string): Map<MarginKind, string> {
  return new Map(
    childrenOf(node, name).map(({ attributes }) => {
      const type = attributes['w:type'];
      return [type === 'first' || type === 'even' ? type : 'default', attributes['r:id'] ?? ''];
    }),
  );
}
