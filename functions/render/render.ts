import { DOCX } from '#base/content-types.ts';
import { foldNotation, formatNumber, notationOf } from '#document/code-notation.ts';
import { referenceLabels } from '#document/numbering/references.ts';
import { toRoman } from '#document/text/vietnamese.ts';
import { TYPE_TRAITS, typeCodeOf } from '#document/type-traits.ts';
import { DEFLATE_LEVEL, type DeflatedPart, deflatePart, deflatePieces } from '#package/deflate.ts';
import { appendixView, documentView } from './document-view.ts';
import { circulationView } from './head-view.ts';
import { type Properties, propertiesPart } from './properties.ts';
import type { RenderedFile, RenderInput } from './render-input.ts';
import { shellFor, zipInShell } from './shell.ts';
import type { FirstPagePart, Shell } from './shell-parts.ts';
import { createSlots, type Slots } from './slots.ts';
import { addressXml, appendixXml, circulationXml, documentXml } from './templates.ts';

export type { Issuance, RenderedFile, RenderInput } from './render-input.ts';

/** Settings of a rendering. */
export interface RenderOptions {
  /** Deflate level of the document's text, 1 to 9; by default the one that ships. */
  readonly deflateLevel?: number;
}

/**
 * Renders a checked document: its own file, and one for each appendix that has a file of its own. A pure function: the
 * same input gives the same bytes, in every time zone.
 *
 * @example const [file] = await renderDocument({ document, profile, issuance: { number: 35, issuedDate: '2025-01-24' }, on: '2025-01-24' })
 */
export async function renderDocument(
  input: RenderInput,
  { deflateLevel = DEFLATE_LEVEL }: RenderOptions = {},
): Promise<RenderedFile[]> {
  const { document, profile } = input;
  const address = document.footAddress && profile.address?.length ? profile.address : null;
  const mainShell = await shellFor({ address: address !== null, circulation: document.circulation !== undefined });
  const firstPage = [
    ...filled(mainShell.address, address && addressXml(address)),
    ...filled(
      mainShell.circulation,
      document.circulation
        ? circulationXml(circulationView(document.circulation, document.orientation ?? 'portrait'))
        : null,
    ),
  ];
  const files: RenderedFile[] = [
    {
      role: 'rendered',
      fileId: 'van-ban',
      fileName: `${baseName(input)}.docx`,
      contentType: DOCX,
      bytes: packed(input, mainShell, firstPage, deflateLevel, (slots) =>
        documentXml[typeCodeOf(document)](documentView(input, slots)),
      ),
    },
  ];
  const ownFiles = (document.appendices ?? []).some((appendix) => appendix.ownFile);
  if (!ownFiles) return files;
  const labels = referenceLabels(document);
  const shell = await shellFor({ address: false, circulation: false });
  for (const [i, appendix] of (document.appendices ?? []).entries()) {
    if (!appendix.ownFile) continue;
    files.push({
      role: 'appendix',
      fileId: `phu-luc-${i + 1}`,
      fileName: `${baseName(input)}-${appendixFileName(i, document.appendices?.length ?? 0)}.docx`,
      contentType: DOCX,
      bytes: packed(input, shell, [], deflateLevel, (slots) =>
        appendixXml(appendixView(input, appendix, labels, slots, true)),
      ),
    });
  }
  return files;
}

/** The header or footer of page 1, filled for each way the page lies. */
function filled(part: FirstPagePart | null, xml: string | null): DeflatedPart[] {
  if (!part || xml === null) return [];
  return part.names.map((name) => deflatePart(name, part.opening + xml + part.closing));
}

/** Puts an outline into its shell and zips it. */
function packed(
  input: RenderInput,
  shell: Shell,
  firstPage: readonly DeflatedPart[],
  deflateLevel: number,
  outline: (slots: Slots) => string,
): Uint8Array {
  const slots = createSlots(shell.sections);
  const xml = outline(slots);
  return zipInShell(shell, slots.optionalStyles, [
    ...firstPage,
    propertiesPart(properties(input)),
    deflatePieces('word/document.xml', (write) => slots.fill(xml + shell.closing, write), deflateLevel, shell.opening),
  ]);
}

function properties({ document, profile, issuance, on }: RenderInput): Properties {
  const { typeName } = TYPE_TRAITS[typeCodeOf(document)];
  return { title: `${typeName} ${document.subject}`, creator: profile.name, on: issuance?.issuedDate ?? on };
}

/** `Phu-luc`, or `Phu-luc-II` where there are more. */
function appendixFileName(index: number, count: number): string {
  return count > 1 ? `Phu-luc-${toRoman(index + 1)}` : 'Phu-luc';
}

/** `35-KH-UBND`, for a draft `Du-thao-KH-UBND`: ASCII, so that it is a name everywhere. */
function baseName({ document, profile, issuance }: RenderInput): string {
  const notation = foldNotation(notationOf(document, profile)).replace(/[^A-Z0-9-]/g, '-');
  return `${issuance ? formatNumber(issuance.number) : 'Du-thao'}-${notation}`;
}
