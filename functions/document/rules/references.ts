import type { Pointer, RawFinding } from '../findings.ts';
import type { LooseDocument, LooseText } from '../loose.ts';
import { appendixLabel } from '../references.ts';
import { fold } from '../vietnamese.ts';
import { allParts, looseWords, type Rule, walk } from './rule.ts';

/** Most appendices that a document has. */
const MAX_APPENDICES = 50;
/** Levels that print no number and cannot be referred to. */
const UNNUMBERED = new Set(['dash', 'paragraph', 'table']);

/** Every id is used once, every reference leads to something that has a number. */
export const referenceRule: Rule = (doc) => {
  const ids = new Map<string, boolean>();
  const duplicates: RawFinding[] = [];
  const named: Array<{ id: string | undefined; numbered: boolean; pointer: Pointer }> = [
    ...allParts(doc).map(({ part, pointer }) => ({
      id: part.id,
      numbered: !UNNUMBERED.has(part.level ?? ''),
      pointer,
    })),
    ...doc.appendices.map((a, i) => ({ id: a.id, numbered: true, pointer: ['appendices', i] })),
  ];
  for (const { id, numbered, pointer } of named) {
    if (id === undefined) continue;
    if (ids.has(id)) duplicates.push({ code: 'DUPLICATE_ID' as const, pointer: [...pointer, 'id'], facts: { id } });
    ids.set(id, numbered);
  }
  const broken = allTexts(doc).flatMap(({ text, pointer }) =>
    refs(text).flatMap((id): RawFinding[] => {
      const numbered = ids.get(id);
      if (numbered === undefined) return [{ code: 'REFERENCE_UNKNOWN' as const, pointer, facts: { id } }];
      return numbered ? [] : [{ code: 'REFERENCE_WITHOUT_NUMBER' as const, pointer, facts: { id } }];
    }),
  );
  return [...duplicates, ...broken];
};

/** Each appendix is pointed at from the document's own text (PL I, Mục III.1.a); by a reference, or by its typed name. */
export const appendixMentionRule: Rule = (doc) => {
  const own = { ...doc, appendices: [] };
  const texts = allTexts(own);
  const referred = new Set(texts.flatMap(({ text }) => refs(text)));
  // Folding every text takes longer than all other rules together, and most documents refer to each appendix.
  if (doc.appendices.every(({ id }) => id === undefined || referred.has(id))) return [];
  const words = [...texts.map(({ text, pointer }) => ({ words: fold(looseWords(text)), pointer })), ...typed(own)];
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
function typed(doc: LooseDocument): Array<{ words: string; pointer: Pointer }> {
  const of = (text: string | undefined, pointer: Pointer) =>
    text === undefined ? [] : [{ words: fold(text), pointer }];
  return [
    ...of(doc.opening, ['opening']),
    ...allParts(doc).flatMap(({ part, pointer }) => [
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

/** All texts in which references stand. */
function allTexts(doc: LooseDocument): Array<{ text: LooseText; pointer: Pointer }> {
  const ofParts = [
    ...walk(doc.body, ['body'], []),
    ...doc.appendices.flatMap((a, i) => walk(a.body, ['appendices', i, 'body'], [])),
  ].flatMap(({ part, pointer }) => (part.text ? [{ text: part.text, pointer: [...pointer, 'text'] }] : []));
  return doc.closing ? [...ofParts, { text: doc.closing, pointer: ['closing'] }] : ofParts;
}

/** What an author types before a reference that prints it itself. */
const TYPED_BEFORE = /(?:^|[^\p{L}])(phụ lục|phần|chương|mục|tiểu mục|điều|khoản|điểm)\s*$/iu;

/** A reference prints its own word ("Phụ lục", "khoản"): the word is not typed before it. */
export const doubledReferenceRule: Rule = (doc) => {
  const texts = [
    ...allParts(doc).map(({ part, pointer }) => ({ text: part.text, pointer: [...pointer, 'text'] })),
    { text: doc.closing, pointer: ['closing'] },
  ];
  return texts.flatMap(({ text = [], pointer }) =>
    text.flatMap((piece, i) => {
      const next = text[i + 1];
      const typed = typeof piece === 'string' && typeof next === 'object' ? TYPED_BEFORE.exec(piece)?.[1] : undefined;
      return typed === undefined ? [] : [{ code: 'REFERENCE_DOUBLED' as const, pointer, facts: { typed } }];
    }),
  );
};
