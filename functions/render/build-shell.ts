import {
  Document,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';
import { MARGIN_MM, mmToTwips, PAGE_MM } from '#document/page-size.ts';
import { deflateForGood, deflateOpening } from '#package/deflate.ts';
import { readOwnZip } from '#package/read-zip.ts';
import { layParts } from '#package/write-zip.ts';
import { allOptionalStyles, isOptionalStyle } from './optional-styles.ts';
import { HEADER_MM } from './page.ts';
import type { FirstPagePart, Shell, ShellKind } from './shell-parts.ts';
import { elementStyles } from './styles.ts';
import { docxStyles } from './styles-for-docx.ts';

const DOCUMENT = 'word/document.xml';
const STYLES = 'word/styles.xml';
/** A document writes these itself. */
const OWN_PARTS = new Set([DOCUMENT, 'docProps/core.xml']);
const ADDRESS_MARK = 'DIA-CHI';
const CIRCULATION_MARK = 'CHI-DAN-LUU-HANH';
/** Styles of docx's own list that nothing of ours uses; a drafter should find the decree's elements in the list. */
const FOREIGN_STYLE = /<w:style (?![^>]*w:default)[^>]*w:styleId="(\w+)"[^>]*>(?:(?!<\/w:style>).)*<\/w:style>/gs;

/**
 * Builds a shell: docx makes the package around an empty body, and we take it apart.
 *
 * @throws Error when docx makes no main part or leaves a style out
 */
export async function buildShell(kind: ShellKind): Promise<Shell> {
  // A section without a first header or footer of its own would take over those of the one before.
  const contents = kind.address || kind.circulation ? (['main', 'appendix'] as const) : (['any'] as const);
  const document = new Document({
    sections: contents.flatMap((content) => [section('portrait', content, kind), section('landscape', content, kind)]),
    features: { updateFields: false },
    styles: {
      default: {
        document: {
          run: { font: 'Times New Roman', size: 28, color: '000000', language: { value: 'vi-VN', eastAsia: 'vi-VN' } },
        },
      },
      paragraphStyles: docxStyles(),
    },
  });
  const parts = readOwnZip(new Uint8Array(await Packer.toArrayBuffer(document)));
  const xml = parts.get(DOCUMENT);
  if (xml === undefined) throw new Error(`docx made no ${DOCUMENT}`);
  const [portrait = '', landscape = '', appendixPortrait = portrait, appendixLandscape = landscape] =
    xml.match(/<w:sectPr>.*?<\/w:sectPr>/gs) ?? [];
  const address = firstPagePart(parts, ADDRESS_MARK);
  const circulation = firstPagePart(parts, CIRCULATION_MARK);
  const own = new Set([...OWN_PARTS, ...(address?.names ?? []), ...(circulation?.names ?? [])]);
  const allStyles = parts.get(STYLES) ?? '';
  const styles = withoutForeignStyles(allStyles);
  const laid = [...parts]
    .filter(([name]) => !own.has(name))
    .map(([name, part]) => deflateForGood(name, name === STYLES ? styles : part));
  return {
    opening: deflateOpening(xml.slice(0, xml.indexOf('<w:body>') + '<w:body>'.length)),
    closing: '</w:body></w:document>',
    sections: {
      main: { portrait, landscape },
      appendix: { portrait: appendixPortrait, landscape: appendixLandscape },
    },
    constantParts: layParts(laid),
    partsBesideStyles: layParts(laid.filter(({ name }) => name !== STYLES)),
    styles: { xml: styles, optional: optionalXml(allStyles) },
    address,
    circulation,
  };
}

function section(
  lies: 'portrait' | 'landscape',
  content: 'main' | 'appendix' | 'any',
  { address, circulation }: ShellKind,
): ISectionOptions {
  const number = new Paragraph({ style: 'SoTrang', children: [new TextRun({ children: [PageNumber.CURRENT] })] });
  const first = (mark: string) => [content === 'main' ? new Paragraph(mark) : new Paragraph({ style: 'NgatPhan' })];
  return {
    properties: {
      titlePage: true,
      page: {
        size: {
          orientation: lies === 'portrait' ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
          width: mmToTwips(PAGE_MM.width),
          height: mmToTwips(PAGE_MM.height),
        },
        margin: {
          top: mmToTwips(MARGIN_MM.top),
          bottom: mmToTwips(MARGIN_MM.bottom),
          left: mmToTwips(MARGIN_MM.left),
          right: mmToTwips(MARGIN_MM.right),
          header: mmToTwips(HEADER_MM),
          // The address stands above the bottom margin, not in it (ô 13), so its footer begins where the margin ends.
          footer: mmToTwips(address && content === 'main' ? MARGIN_MM.bottom : HEADER_MM),
        },
        pageNumbers: { start: 1 },
      },
    },
    headers: {
      default: new Header({ children: [number] }),
      ...(circulation ? { first: new Header({ children: first(CIRCULATION_MARK) }) } : {}),
    },
    ...(address ? { footers: { first: new Footer({ children: first(ADDRESS_MARK) }) } } : {}),
    children: [],
  };
}

function firstPagePart(parts: ReadonlyMap<string, string>, mark: string): FirstPagePart | null {
  const marked = [...parts].filter(([, part]) => part.includes(mark));
  const xml = marked[0]?.[1];
  if (xml === undefined) return null;
  return {
    names: marked.map(([name]) => name),
    opening: xml.slice(0, xml.indexOf('<w:p>')),
    closing: xml.slice(xml.lastIndexOf('</w:p>') + '</w:p>'.length),
  };
}

function withoutForeignStyles(styles: string): string {
  const ours = new Set<string>(elementStyles.map(({ id }) => id));
  return styles.replace(FOREIGN_STYLE, (style, id: string) =>
    ours.has(id) || style.includes('<w:semiHidden/>') ? style : '',
  );
}

/** Each style that only some documents have, as docx wrote it. */
function optionalXml(styles: string): Record<string, string> {
  const found = [...styles.matchAll(FOREIGN_STYLE)].flatMap(([xml, id]) =>
    id !== undefined && isOptionalStyle(id) ? [[id, xml]] : [],
  );
  if (found.length < allOptionalStyles.length) throw new Error(`docx left styles out: ${found.length}`);
  return Object.fromEntries(found);
}
