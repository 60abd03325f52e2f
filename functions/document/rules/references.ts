import type { Pointer, RawFinding } from '../checking/findings.ts';
import type { PartialDocument, PartialText } from '../checking/partial-document.ts';
import { LISTING } from '../numbering/reference-lists.ts';
import { appendixLabels } from '../numbering/references.ts';
import { LEVEL_TRAITS } from '../schemas/level-traits.ts';
import { fold, toRoman } from '../text/vietnamese.ts';
import { isOfBody, type PlacedPart, type Rule, wordsOfPartial } from './rule.ts';

/** Most appendices that a document has. */
const MAX_APPENDICES = 50;

/** Every id is used once, every reference leads to something that has a number. */
export const referenceRule: Rule = (doc, { parts }) => {
  const ids = new Map<string, boolean>();
  const duplicates: RawFinding[] = [];
  const note = (id: string | undefined, numbered: boolean, pointer: Pointer) => {
    if (id === undefined) return;
    if (ids.has(id)) duplicates.push({ code: 'DUPLICATE_ID', pointer: [...pointer, 'id'], params: { id } });
    ids.set(id, numbered);
  };
  for (const { part, pointer } of parts) note(part.id, LEVEL_TRAITS[part.level ?? 'clause'].numbered, pointer);
  for (const [i, { id }] of doc.appendices.entries()) note(id, true, ['appendices', i]);
  const broken = referringTexts(doc, parts).flatMap(({ text, pointer }) =>
    refs(text).flatMap((id): RawFinding[] => {
      if (id === '') return [];
      const numbered = ids.get(id);
      if (numbered === undefined) return [{ code: 'REFERENCE_UNKNOWN' as const, pointer, params: { id } }];
      return numbered ? [] : [{ code: 'REFERENCE_WITHOUT_NUMBER' as const, pointer, params: { id } }];
    }),
  );
  return [...duplicates, ...broken];
};

/** Each appendix is pointed at from the document's own text (PL I, Mục III.1.a); by a reference, or by its typed name. */
export const appendixMentionRule: Rule = (doc, { parts }) => {
  const own = parts.filter(isOfBody);
  const referred = new Set(referringTexts(doc, own).flatMap(({ text }) => refs(text)));
  // Folding every text takes longer than all other rules together, and most documents refer to each appendix.
  if (doc.appendices.every(({ id }) => id !== undefined && referred.has(id))) return [];
  const words = [
    ...textsOf(doc, own).map(({ text, pointer }) => ({ words: fold(wordsOfPartial(text)), pointer })),
    ...typed(doc, own),
  ].map((place) => ({ ...place, numbers: typedNumbers(place.words) }));
  return appendixLabels(doc.appendices)
    .slice(0, MAX_APPENDICES)
    .flatMap((label, i): RawFinding[] => {
      const { id } = doc.appendices[i] ?? {};
      if (id !== undefined && referred.has(id)) return [];
      const folded = fold(label);
      const exact = new RegExp(`(?<!\\p{L})${escaped(folded)}(?![\\p{L}\\d])`, 'u');
      const mention = words.find(({ words: said, numbers }) => numbers.has(folded) || exact.test(said));
      const params = { label, id: id ?? '' };
      if (!mention) return [{ code: 'APPENDIX_NOT_MENTIONED', pointer: ['appendices', i], params }];
      return label.startsWith('Phụ lục') ? [{ code: 'APPENDIX_TYPED', pointer: mention.pointer, params }] : [];
    });
};

/** A list of appendices as people type it, folded: "phu luc i, ii va iii", "phu luc so 01 den 03". */
const TYPED_LIST =
  /(?<!\p{L})phu luc (?:so )?((?:[ivxl]+|\d{1,2})(?:\s*(?:,|;|va|den|-|–)+\s*(?:[ivxl]+|\d{1,2})(?![\p{L}\d]))*)/gu;

/** Labels, folded, of all appendices that such lists name. */
function typedNumbers(words: string): ReadonlySet<string> {
  const named = new Set<string>();
  for (const [, list = ''] of words.matchAll(TYPED_LIST)) {
    const steps = list.split(/\s+|(?<=[,;–-])|(?=[,;–-])/).filter((step) => step !== '');
    let before = 0;
    let range = false;
    for (const step of steps) {
      const number = numberOf(step);
      if (number === 0) range = /^(?:den|-|–)$/.test(step);
      else {
        for (let n = range ? before : number; n <= number; n++) named.add(fold(`Phụ lục ${toRoman(n)}`));
        before = number;
        range = false;
      }
    }
  }
  return named;
}

/** The number that a Roman or Arabic numeral writes, 0 for anything else; no document has as many appendices as it knows. */
function numberOf(step: string): number {
  if (/^\d{1,2}$/.test(step)) return Math.min(Number(step), MAX_APPENDICES);
  return NUMERALS.indexOf(step) + 1;
}

const NUMERALS = Array.from({ length: MAX_APPENDICES }, (_, i) => toRoman(i + 1).toLowerCase());

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** Texts of the document that hold no references but may name an appendix: its opening, its titles, its tables. */
function typed(
  doc: PartialDocument,
  parts: readonly PlacedPart[],
): Array<{ readonly words: string; readonly pointer: Pointer }> {
  const of = (text: string | undefined, pointer: Pointer) =>
    text === undefined ? [] : [{ words: fold(text), pointer }];
  return [
    ...of(doc.opening, ['opening']),
    ...of(doc.openingLead, ['openingLead']),
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

function refs(text: PartialText): string[] {
  return text.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.ref]));
}

/** A text that may hold references, and where it stands. */
interface PlacedText {
  readonly text: PartialText;
  readonly pointer: Pointer;
}

/** The texts of parts and the closing, those without a single reference too. */
function textsOf(doc: PartialDocument, parts: readonly PlacedPart[], has = (_: PartialText) => true): PlacedText[] {
  const texts: PlacedText[] = [];
  for (const { part, pointer } of parts) {
    if (part.text && has(part.text)) texts.push({ text: part.text, pointer: [...pointer, 'text'] });
  }
  for (const [i, text] of doc.preamble.entries()) if (has(text)) texts.push({ text, pointer: ['preamble', i] });
  if (doc.closing && has(doc.closing)) texts.push({ text: doc.closing, pointer: ['closing'] });
  return texts;
}

/** Of those, the ones that refer to something. */
function referringTexts(doc: PartialDocument, parts: readonly PlacedPart[]): PlacedText[] {
  return textsOf(doc, parts, (text) => text.some((piece) => typeof piece === 'object'));
}

/** Words that an author types before a reference that prints them itself. */
const TYPED_BEFORE = /(?:^|[^\p{L}])(phụ lục|phần|chương|mục|tiểu mục|điều|khoản|điểm)\s*$/iu;

/** A reference prints its own word ("Phụ lục", "khoản"): the word is not typed before it, but "các phụ lục" before several. */
export const doubledReferenceRule: Rule = (doc, { parts }) =>
  referringTexts(doc, parts).flatMap(({ text, pointer }) =>
    text.flatMap((piece, i) => {
      const next = text[i + 1];
      if (typeof piece !== 'string' || typeof next !== 'object' || next.number || LISTING.test(piece)) return [];
      const typed = TYPED_BEFORE.exec(piece)?.[1];
      return typed === undefined ? [] : [{ code: 'REFERENCE_DOUBLED' as const, pointer, params: { typed } }];
    }),
  );
