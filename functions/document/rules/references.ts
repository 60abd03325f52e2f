import type { Pointer, RawFinding } from '../checking/findings.ts';
import type { LooseDocument, LooseText } from '../checking/loose.ts';
import { LISTING } from '../numbering/reference-lists.ts';
import { appendixLabel } from '../numbering/references.ts';
import { LEVEL_TRAITS } from '../schemas/level-traits.ts';
import { fold } from '../text/vietnamese.ts';
import { isOfBody, looseWords, type PlacedPart, type Rule } from './rule.ts';

/** Most appendices that a document has. */
const MAX_APPENDICES = 50;

/** Every id is used once, every reference leads to something that has a number. */
export const referenceRule: Rule = (doc, { parts }) => {
  const ids = new Map<string, boolean>();
  const duplicates: RawFinding[] = [];
  const note = (id: string | undefined, numbered: boolean, pointer: Pointer) => {
    if (id === undefined) return;
    if (ids.has(id)) duplicates.push({ code: 'DUPLICATE_ID', pointer: [...pointer, 'id'], facts: { id } });
    ids.set(id, numbered);
  };
  for (const { part, pointer } of parts) note(part.id, LEVEL_TRAITS[part.level ?? 'clause'].numbered, pointer);
  for (const [i, { id }] of doc.appendices.entries()) note(id, true, ['appendices', i]);
  const broken = referringTexts(doc, parts).flatMap(({ text, pointer }) =>
    refs(text).flatMap((id): RawFinding[] => {
      const numbered = ids.get(id);
      if (numbered === undefined) return [{ code: 'REFERENCE_UNKNOWN' as const, pointer, facts: { id } }];
      return numbered ? [] : [{ code: 'REFERENCE_WITHOUT_NUMBER' as const, pointer, facts: { id } }];
    }),
  );
  return [...duplicates, ...broken];
};

/** Each appendix is pointed at from the document's own text (PL I, Mục III.1.a); by a reference, or by its typed name. */
export const appendixMentionRule: Rule = (doc, { parts }) => {
  const own = parts.filter(isOfBody);
  const referred = new Set(referringTexts(doc, own).flatMap(({ text }) => refs(text)));
  // Folding every text takes longer than all other rules together, and most documents refer to each appendix.
  if (doc.appendices.every(({ id }) => id === undefined || referred.has(id))) return [];
  const words = [
    ...textsOf(doc, own).map(({ text, pointer }) => ({ words: fold(looseWords(text)), pointer })),
    ...typed(doc, own),
  ];
  return doc.appendices.slice(0, MAX_APPENDICES).flatMap(({ id }, i): RawFinding[] => {
    if (id === undefined || referred.has(id)) return [];
    const label = appendixLabel(i, doc.appendices.length);
    const folded = new RegExp(`(?<!\\p{L})${fold(label)}(?![\\p{L}\\d])`, 'u');
    const mention = words.find((place) => folded.test(place.words));
    return mention
      ? [{ code: 'APPENDIX_TYPED' as const, pointer: mention.pointer, facts: { label, id } }]
      : [{ code: 'APPENDIX_NOT_MENTIONED' as const, pointer: ['appendices', i], facts: { label, id } }];
  });
};

/** Texts of the document that hold no references but may name an appendix: its opening, its titles, its tables. */
function typed(doc: LooseDocument, parts: readonly PlacedPart[]): Array<{ words: string; pointer: Pointer }> {
  const of = (text: string | undefined, pointer: Pointer) =>
    text === undefined ? [] : [{ words: fold(text), pointer }];
  return [
    ...of(doc.opening, ['opening']),
    ...parts.flatMap(({ part, pointer }) => [
      ...of(part.title, [...pointer, 'title']),
      ...(part.table?.rows ?? []).flatMap((row, i) =>
        Object.entries(row.cells ?? {}).flatMap(([column, cell]) =>
          of(typeof cell === 'string' ? cell : cell.text, [...pointer, 'table', 'rows', i, 'cells', column]),
        ),
      ),
    ]),
  ];
}

function refs(text: LooseText): string[] {
  return text.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.ref]));
}

/** A text that may hold references, and where it stands. */
interface PlacedText {
  readonly text: LooseText;
  readonly pointer: Pointer;
}

/** The texts of parts and the closing, those without a single reference too. */
function textsOf(doc: LooseDocument, parts: readonly PlacedPart[], has = (_: LooseText) => true): PlacedText[] {
  const texts: PlacedText[] = [];
  for (const { part, pointer } of parts) {
    if (part.text && has(part.text)) texts.push({ text: part.text, pointer: [...pointer, 'text'] });
  }
  if (doc.closing && has(doc.closing)) texts.push({ text: doc.closing, pointer: ['closing'] });
  return texts;
}

/** Of those, the ones that refer to something. */
function referringTexts(doc: LooseDocument, parts: readonly PlacedPart[]): PlacedText[] {
  return textsOf(doc, parts, (text) => text.some((piece) => typeof piece === 'object'));
}

/** What an author types before a reference that prints it itself. */
const TYPED_BEFORE = /(?:^|[^\p{L}])(phụ lục|phần|chương|mục|tiểu mục|điều|khoản|điểm)\s*$/iu;

/** A reference prints its own word ("Phụ lục", "khoản"): the word is not typed before it, but "các phụ lục" before several. */
export const doubledReferenceRule: Rule = (doc, { parts }) =>
  referringTexts(doc, parts).flatMap(({ text, pointer }) =>
    text.flatMap((piece, i) => {
      const next = text[i + 1];
      if (typeof piece !== 'string' || typeof next !== 'object' || next.number || LISTING.test(piece)) return [];
      const typed = TYPED_BEFORE.exec(piece)?.[1];
      return typed === undefined ? [] : [{ code: 'REFERENCE_DOUBLED' as const, pointer, facts: { typed } }];
    }),
  );
