import type { Document } from '../document-types.ts';
import type { Appendix } from '../schemas/appendix.schema.ts';
import { toRoman } from '../text/vietnamese.ts';
import { type NumberedPart, numberParts } from './number-parts.ts';

/** What each id of a document prints where it is referred to; null for a part without a number. */
export type ReferenceLabels = ReadonlyMap<string, string | null>;

/** Heading of an appendix: "Phụ lục" alone when there is one, "Phụ lục I", "II" … when there are more (PL I, Mục III.1.a–b). */
export function appendixLabel(index: number, count: number): string {
  return count > 1 ? `Phụ lục ${toRoman(index + 1)}` : 'Phụ lục';
}

/** Labels of all parts and appendices by id: `khoản 2 Mục I`, `Phụ lục II`. `body` is the body as numbered, where it is at hand. */
export function referenceLabels(
  document: Pick<Document, 'body' | 'appendices'>,
  body: readonly NumberedPart[] = numberParts(document.body),
): ReferenceLabels {
  const labels = new Map<string, string | null>();
  collect(body, labels, '');
  const appendices: readonly Appendix[] = document.appendices ?? [];
  appendices.forEach((appendix, i) => {
    const label = appendixLabel(i, appendices.length);
    labels.set(appendix.id, label);
    collect(numberParts(appendix.body), labels, ` ${label}`);
  });
  return labels;
}

function collect(parts: readonly NumberedPart[], labels: Map<string, string | null>, where: string): void {
  for (const { part, cited, children } of parts) {
    labels.set(part.id, cited && `${cited}${where}`);
    collect(children, labels, where);
  }
}
