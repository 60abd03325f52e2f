import type { PartialAppendix } from '../checking/partial-document.ts';
import type { Document } from '../document-types.ts';
import type { Appendix } from '../schemas/appendix.schema.ts';
import { toRoman } from '../text/vietnamese.ts';
import { type NumberedPart, numberParts } from './number-parts.ts';

/** Label of a reference: in full (`khoản 2 Mục I`) or as the number alone (`2`); null without a number. */
export interface ReferenceLabel {
  readonly full: string | null;
  readonly number: string | null;
}

/** Labels of a document's ids where they are referred to. */
export type ReferenceLabels = ReadonlyMap<string, ReferenceLabel>;

/** Fields that decide the heading of an appendix. */
export type LabelledAppendix = Pick<PartialAppendix, 'label' | 'sameNumber'>;

/**
 * Headings of appendices: "Phụ lục" alone when there is one, "Phụ lục I", "II" … when there are more (PL I, Mục III.1.a–b). One
 * with a label bears it and takes no number; one with `sameNumber` bears that of the one before.
 */
export function appendixLabels(appendices: readonly LabelledAppendix[]): string[] {
  const takesNumber = ({ label, sameNumber }: LabelledAppendix) => label === undefined && !sameNumber;
  const count = appendices.filter(takesNumber).length;
  let number = 0;
  return appendices.map((appendix) => {
    if (takesNumber(appendix)) number += 1;
    if (appendix.label !== undefined) return appendix.label;
    return count > 1 ? `Phụ lục ${toRoman(Math.max(number, 1))}` : 'Phụ lục';
  });
}

/** Labels of all parts and appendices by id: `khoản 2 Mục I`, `Phụ lục II`. `body` is the body as numbered, where it is at hand. */
export function referenceLabels(
  document: Pick<Document, 'body' | 'appendices'>,
  body: readonly NumberedPart[] = numberParts(document.body),
): ReferenceLabels {
  const labels = new Map<string, ReferenceLabel>();
  collect(body, labels, '');
  const appendices: readonly Appendix[] = document.appendices ?? [];
  const headings = appendixLabels(appendices);
  appendices.forEach((appendix, i) => {
    const label = headings[i] ?? '';
    if (appendix.id !== undefined) labels.set(appendix.id, { full: label, number: withoutWord(label) });
    collect(numberParts(appendix.body), labels, ` ${label}`);
  });
  return labels;
}

function withoutWord(label: string): string {
  return label.replace(/^Phụ lục /, '');
}

function collect(parts: readonly NumberedPart[], labels: Map<string, ReferenceLabel>, where: string): void {
  for (const { part, number, cited, children } of parts) {
    if (part.id !== undefined) labels.set(part.id, { full: cited && `${cited}${where}`, number });
    collect(children, labels, where);
  }
}
