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
import { readOwnZip } from '../package/read-zip.ts';
import { type DeflatedPart, deflatePart } from '../package/write-zip.ts';
import { HEADER_MM, MARGIN_MM, mmToTwips, PAGE_MM } from './page.ts';
import { elementStyles } from './styles.ts';
import { docxStyles } from './styles-for-docx.ts';

/** Section properties as XML, by what the section holds and how its page lies. */
export interface SectionXml {
  readonly main: { readonly portrait: string; readonly landscape: string };
  readonly appendix: { readonly portrait: string; readonly landscape: string };
}

/** What stands around a body, made once a process. */
export interface Shell {
  /** All up to and with `<w:body>`. */
  readonly opening: string;
  readonly closing: string;
  readonly sections: SectionXml;
  /** Parts that are the same in every document, deflated. */
  readonly constantParts: readonly DeflatedPart[];
  /** The address footer's parts (one a way the page lies), `null` in the shell without address: a document writes its own. */
  readonly footer: { readonly names: readonly string[]; readonly opening: string; readonly closing: string } | null;
}

const DOCUMENT = 'word/document.xml';
/** A document writes these itself. */
const OWN_PARTS = new Set([DOCUMENT, 'docProps/core.xml']);
const FOOTER_MARK = 'DIA-CHI';
/** Styles of docx's own list that nothing of ours uses; a drafter should find the decree's elements in the list. */
const FOREIGN_STYLE = /<w:style (?![^>]*w:default)[^>]*w:styleId="(\w+)"[^>]*>(?:(?!<\/w:style>).)*<\/w:style>/gs;

const shells = new Map<boolean, Promise<Shell>>();

/** The shell with or without an address at the foot of page 1, built at its first use. */
export function shellFor(withAddress: boolean): Promise<Shell> {
  const known = shells.get(withAddress);
  if (known) return known;
  const built = buildShell(withAddress);
  shells.set(withAddress, built);
  return built;
}

async function buildShell(withAddress: boolean): Promise<Shell> {
  // A section without a first footer of its own would take over the address of the one before.
  const kinds = withAddress ? (['address', 'empty'] as const) : (['none'] as const);
  const sections = kinds.flatMap((footer) => [section('portrait', footer), section('landscape', footer)]);
  const document = new Document({
    sections,
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
  const xml = partOf(parts, DOCUMENT);
  const [portrait = '', landscape = '', appendixPortrait = portrait, appendixLandscape = landscape] =
    xml.match(/<w:sectPr>.*?<\/w:sectPr>/gs) ?? [];
  const footers = withAddress ? [...parts].filter(([, part]) => part.includes(FOOTER_MARK)) : [];
  return {
    opening: xml.slice(0, xml.indexOf('<w:body>') + '<w:body>'.length),
    closing: '</w:body></w:document>',
    sections: {
      main: { portrait, landscape },
      appendix: { portrait: appendixPortrait, landscape: appendixLandscape },
    },
    constantParts: [...parts]
      .filter(([name]) => !OWN_PARTS.has(name) && !footers.some(([footer]) => footer === name))
      .map(([name, part]) => deflatePart(name, name === 'word/styles.xml' ? withoutForeignStyles(part) : part)),
    footer: footerOf(footers),
  };
}

function section(lies: 'portrait' | 'landscape', footer: 'address' | 'empty' | 'none'): ISectionOptions {
  const number = new Paragraph({ style: 'SoTrang', children: [new TextRun({ children: [PageNumber.CURRENT] })] });
  const first = new Footer({
    children: [footer === 'address' ? new Paragraph(FOOTER_MARK) : new Paragraph({ style: 'NgatPhan' })],
  });
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
          footer: mmToTwips(footer === 'address' ? MARGIN_MM.bottom : HEADER_MM),
        },
        pageNumbers: { start: 1 },
      },
    },
    headers: { default: new Header({ children: [number] }) },
    ...(footer === 'none' ? {} : { footers: { first } }),
    children: [],
  };
}

function footerOf(footers: ReadonlyArray<readonly [string, string]>): Shell['footer'] {
  const xml = footers[0]?.[1];
  if (xml === undefined) return null;
  const from = xml.indexOf('<w:p>');
  return { names: footers.map(([name]) => name), opening: xml.slice(0, from), closing: '</w:ftr>' };
}

function withoutForeignStyles(styles: string): string {
  const ours = new Set<string>(elementStyles.map(({ id }) => id));
  return styles.replace(FOREIGN_STYLE, (style, id: string) =>
    ours.has(id) || style.includes('<w:semiHidden/>') ? style : '',
  );
}

function partOf(parts: ReadonlyMap<string, string>, name: string): string {
  const part = parts.get(name);
  if (part === undefined) throw new Error(`docx made no ${name}`);
  return part;
}
