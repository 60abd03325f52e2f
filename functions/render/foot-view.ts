import { authorityLines, signerName } from '#document/issuer.ts';
import { mmToTwips } from '#document/page-size.ts';
import type { Orientation } from '#document/schemas/appendix.schema.ts';
import { archiveLine } from '#document/text/archive-line.ts';
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
