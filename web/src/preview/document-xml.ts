import { lookAtDraft } from '#document/checking/check-document.ts';
import type { Finding } from '#document/checking/findings.ts';
import type { IsoDate } from '#document/dates.ts';
import type { Document } from '#document/document-types.ts';
import { referenceLabels } from '#document/numbering/references.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { typeCodeOf } from '#document/type-traits.ts';
import { appendixView, documentView } from '#render/document-view.ts';
import { circulationView } from '#render/head-view.ts';
import type { Issuance } from '#render/render-input.ts';
import type { SectionXml } from '#render/shell-parts.ts';
import { addressXml, appendixXml, circulationXml, documentXml } from '#render/templates.ts';
import { anchoredSlots } from './anchored-slots.ts';
import { anchorsOfParts } from './anchors.ts';

/** Input of a preview: the data of a draft or of a numbered document. */
export interface PreviewInput {
  readonly data: unknown;
  readonly profiles: readonly OrganProfile[];
  /** Null for a draft: number and day are blank. */
  readonly issuance: Issuance | null;
  /** The day on which a draft is looked at. */
  readonly on: IsoDate;
}

/** WordprocessingML of what a preview draws. */
export interface PreviewXml {
  /** Body of the document's own file, then that of each appendix with a file of its own. */
  readonly bodies: readonly string[];
  /** Circulation box in the top margin of page 1 (ô 11). */
  readonly circulation: string | null;
  /** Address at the foot of page 1 (ô 13). */
  readonly address: string | null;
}

/** A checked document as WordprocessingML, with what the check found; `xml` is null where nothing can be laid out. */
export interface CheckedXml {
  readonly xml: PreviewXml | null;
  /** As it is drawn: of data with errors what can be laid out. */
  readonly document: Document | null;
  readonly findings: readonly Finding[];
}

/** Section properties of which the preview reads one thing: which way the page lies. */
const LIES = {
  portrait: '<w:sectPr><w:pgSz/></w:sectPr>',
  landscape: '<w:sectPr><w:pgSz w:orient="landscape"/></w:sectPr>',
} as const;
const SECTIONS: SectionXml = { main: LIES, appendix: LIES };

/** Checks a document as a draft and writes the very XML that its .docx would hold; of data with errors what can be laid out. */
export function toPreviewXml({ data, profiles, issuance, on }: PreviewInput): CheckedXml {
  const day = issuance?.issuedDate ?? on;
  const { shown, findings } = lookAtDraft(data, { profiles, on: day });
  if (!shown) return { xml: null, document: null, findings };
  const { document, profile } = shown;
  const input = { document, profile, issuance, on };
  const anchors = anchorsOfParts(document);
  const main = anchoredSlots(SECTIONS, anchors);
  const bodies = [filled(main, documentXml[typeCodeOf(document)](documentView(input, main)))];
  const labels = referenceLabels(document);
  for (const appendix of document.appendices ?? []) {
    if (!appendix.ownFile) continue;
    const slots = anchoredSlots(SECTIONS, anchors);
    bodies.push(filled(slots, appendixXml(appendixView(input, appendix, labels, slots, true))));
  }
  const { circulation, footAddress, orientation = 'portrait' } = document;
  return {
    xml: {
      bodies,
      circulation: circulation ? circulationXml(circulationView(circulation, orientation)) : null,
      address: footAddress && profile.address?.length ? addressXml(profile.address) : null,
    },
    document,
    findings,
  };
}

function filled(slots: ReturnType<typeof anchoredSlots>, outline: string): string {
  let xml = '';
  slots.fill(outline, (piece) => {
    xml += piece;
  });
  return xml;
}
