import type { Pointer, RawFinding } from '../checking/findings.ts';
import type { PartialDocument, PartialPart, PartialText } from '../checking/partial-document.ts';
import { oncePerPiece } from '../common-pieces.ts';
import type { IsoDate } from '../dates.ts';
import type { OrganProfile } from '../schemas/organ-profile.schema.ts';

/** Context that a rule reads beside the document. */
export interface RuleContext {
  /** The organ's profile on the document's day; null where the organ is unknown. */
  readonly profile: OrganProfile | null;
  /** The document's day, or today for a draft. */
  readonly on: IsoDate;
  /** All parts of the document's body and appendices, in order. */
  readonly parts: readonly PlacedPart[];
}

/** A rule of meaning: what is wrong in a document whose shape may be wrong too. */
export type Rule = (doc: PartialDocument, context: RuleContext) => RawFinding[];

/** A part and where it stands. */
export interface PlacedPart {
  readonly part: PartialPart;
  readonly pointer: Pointer;
  readonly parent: PartialPart | null;
  /** All parts above, the nearest last. */
  readonly ancestors: readonly PartialPart[];
}

/** All parts of a document's body and appendices, in order: walked once for all rules. */
export function allParts(doc: PartialDocument): PlacedPart[] {
  const placed: PlacedPart[] = [];
  addParts(placed, doc.body, ['body'], []);
  for (const [i, { body }] of doc.appendices.entries()) addParts(placed, body, ['appendices', i, 'body'], []);
  return placed;
}

function addParts(
  placed: PlacedPart[],
  parts: readonly PartialPart[],
  pointer: Pointer,
  ancestors: readonly PartialPart[],
): void {
  const parent = ancestors.at(-1) ?? null;
  for (const [i, part] of parts.entries()) {
    const here = [...pointer, i];
    placed.push({ part, pointer: here, parent, ancestors });
    if (part.children.length > 0) addParts(placed, part.children, [...here, 'children'], [...ancestors, part]);
  }
}

/** Findings of a part by itself, whose pointers begin at the part; of a part that documents have in common, looked for once. */
export function inPart(find: (part: PartialPart) => readonly RawFinding[]): (placed: Placed) => readonly RawFinding[] {
  const ofPart = oncePerPiece(find);
  return ({ part, pointer }) => {
    const found = ofPart(part);
    return found.length === 0 ? found : found.map((one) => ({ ...one, pointer: [...pointer, ...one.pointer] }));
  };
}

type Placed = Pick<PlacedPart, 'part' | 'pointer'>;

/** Tells whether a part stands in the document's own body, not in an appendix. */
export function isOfBody({ pointer }: PlacedPart): boolean {
  return pointer[0] === 'body';
}

/** The words of a loose text, without its references. */
export function wordsOfPartial(text: PartialText | undefined): string {
  return (text ?? []).map((piece) => (typeof piece === 'string' ? piece : '')).join('');
}
