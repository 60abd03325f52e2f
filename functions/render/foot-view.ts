import type { Document } from '#document/document-types.ts';
import { authorityLines, signerName } from '#document/issuer.ts';
import { mmToTwips } from '#document/page-size.ts';
import type { Orientation } from '#document/schemas/appendix.schema.ts';
import { withoutTextMark } from '#document/text/runs.ts';
import { toCapitals } from '#document/text/vietnamese.ts';
import { traitsOf } from '#document/type-traits.ts';
import { footColumnsMm } from './page.ts';
import type { RenderInput } from './render-input.ts';
import type { FootView } from './view.ts';

/** Nơi nhận on the left, the signer on the right (PL I, Mục II.7, II.9.d). */
export function footView({ document, profile }: RenderInput, orientation: Orientation): FootView {
  const [left, right] = footColumnsMm(orientation).map(mmToTwips);
  const { signer } = document;
  const asAbove = traitsOf(document).hasAddressees ? ['Như trên'] : [];
  return {
    leftTwips: left ?? 0,
    rightTwips: right ?? 0,
    widthTwips: (left ?? 0) + (right ?? 0),
    recipients: [...asAbove, ...document.recipients.map(withoutTextMark)],
    archive: archiveLine(document),
    authority: authorityLines(document, profile).map(toCapitals),
    otherPosition: signer.otherPosition === undefined ? null : toCapitals(signer.otherPosition),
    fullName: signerName(signer, profile) ?? '',
  };
}

/** `Lưu: VT, HCC (02b), Sở Nội vụ (02 bản). PL.(300)`: archive, drafting unit, copies kept; drafter and copies issued (PL I, Mục II.9.d, III.3). */
export function archiveLine({ draftingUnit, archive = {} }: Pick<Document, 'draftingUnit' | 'archive'>): string {
  const unit = draftingUnit === undefined ? '' : `, ${draftingUnit}`;
  const others = (archive.units ?? []).map(
    ({ name, copies }) => `, ${name}${copies === undefined ? '' : ` (${two(copies)} bản)`}`,
  );
  const copies = archive.copies === undefined ? '' : ` (${two(archive.copies)}b)`;
  const amount = archive.issuedAmount === undefined ? '' : `(${archive.issuedAmount})`;
  const mark = archive.drafterMark ?? '';
  const dot = mark !== '' && !mark.startsWith('(') && !mark.endsWith('.') ? '.' : '';
  const tail = `${mark}${dot}${amount}`;
  return `Lưu: VT${unit}${copies}${others.join('')}.${tail === '' ? '' : ` ${tail}`}`;
}

function two(copies: number): string {
  return String(copies).padStart(2, '0');
}
