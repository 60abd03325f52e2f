import type { IsoDate } from '../dates.ts';
import type { Pointer, RawFinding } from '../findings.ts';
import type { LooseDocument, LoosePart, LooseText } from '../loose.ts';
import type { OrganProfile } from '../organ-profile.schema.ts';

/** What a rule may look at beside the document. */
export interface RuleContext {
  /** The organ's profile on the document's day; null where the organ is unknown. */
  readonly profile: OrganProfile | null;
  /** The document's day, or today for a draft. */
  readonly on: IsoDate;
}

/** A rule of meaning: what is wrong in a document whose shape may be wrong too. */
export type Rule = (doc: LooseDocument, context: RuleContext) => RawFinding[];

/** A part and where it stands. */
export interface PlacedPart {
  readonly part: LoosePart;
  readonly pointer: Pointer;
  readonly parent: LoosePart | null;
  /** All parts above, the nearest last. */
  readonly ancestors: readonly LoosePart[];
}

/** All parts of a document's body and appendices, in order. */
export function allParts(doc: LooseDocument): PlacedPart[] {
  return [
    ...walk(doc.body, ['body'], []),
    ...doc.appendices.flatMap((appendix, i) => walk(appendix.body, ['appendices', i, 'body'], [])),
  ];
}

/** The parts of a list and below. */
export function walk(parts: readonly LoosePart[], pointer: Pointer, ancestors: readonly LoosePart[]): PlacedPart[] {
  return parts.flatMap((part, i) => {
    const here = [...pointer, i];
    return [
      { part, pointer: here, parent: ancestors.at(-1) ?? null, ancestors },
      ...walk(part.children, [...here, 'children'], [...ancestors, part]),
    ];
  });
}

/** The words of a loose text, without its references. */
export function looseWords(text: LooseText | undefined): string {
  return (text ?? []).map((piece) => (typeof piece === 'string' ? piece : '')).join('');
}
