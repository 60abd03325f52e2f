import type { Level, Part } from '../schemas/part.schema.ts';
import { pointLetter, toCapitals, toRoman } from '../text/vietnamese.ts';

/** A part with the number that its place gives it. */
export interface NumberedPart {
  readonly part: Part;
  /** As printed before title or text: `I.`, `1.1.`, `a)`, `-`, `Điều 2.`, `Phần I`; null where the level has none. */
  readonly label: string | null;
  /** The number by itself, for a reference that prints it alone: `I`, `1.1`, `a`, `(1)`; null where the level has none. */
  readonly number: string | null;
  /** As cited: `điểm a khoản 2 Mục I`; null for a part that has no number (dash, plus, paragraph, note, table). */
  readonly cited: string | null;
  readonly children: readonly NumberedPart[];
}

/** Counters that run through the whole document: chương and điều do not start anew in the next phần or chương. */
interface Running {
  chapter: number;
  article: number;
}

interface Above {
  readonly cited: string | null;
  /** Numbers of the clause and subclauses above, for `1.1.`. */
  readonly clause: readonly number[];
  /** Parts above that clause, as cited: khoản 1.1 says khoản 1 already. */
  readonly aboveClause: string | null;
}

/**
 * Numbers the parts of a body or an appendix from their place and level (PL I, Mục II.6.đ): each list of siblings counts
 * anew by level; a part of another level between two siblings does not break the count.
 */
export function numberParts(parts: readonly Part[]): NumberedPart[] {
  return numberSiblings(parts, { cited: null, clause: [], aboveClause: null }, { chapter: 0, article: 0 });
}

function numberSiblings(parts: readonly Part[], above: Above, running: Running): NumberedPart[] {
  if (parts.length === 0) return [];
  const counts = new Map<Level, number>();
  return parts.map((part) => {
    const n = (counts.get(part.level) ?? 0) + 1;
    counts.set(part.level, n);
    const { label, number, name, clause } = numberOne(part.level, n, above, running);
    const place = part.level === 'subclause' ? above.aboveClause : above.cited;
    const cited = name !== null && place !== null ? `${name} ${place}` : name;
    const aboveClause = part.level === 'clause' ? above.cited : above.aboveClause;
    const children = numberSiblings(part.children ?? [], { cited: cited ?? above.cited, clause, aboveClause }, running);
    return { part, label, number, cited, children };
  });
}

interface Numbered {
  readonly label: string | null;
  readonly number: string | null;
  /** Own name in a citation, with the capital that PL II, Mục V.7 gives it. */
  readonly name: string | null;
  readonly clause: readonly number[];
}

function numberOne(level: Level, n: number, above: Above, running: Running): Numbered {
  switch (level) {
    case 'division':
      return named('Phần', toRoman(n));
    case 'chapter':
      running.chapter += 1;
      return named('Chương', toRoman(running.chapter));
    case 'section':
      return named('Mục', String(n));
    case 'subsection':
      return named('Tiểu mục', String(n));
    case 'article':
      running.article += 1;
      return { ...named('Điều', String(running.article)), label: `Điều ${running.article}.` };
    case 'letter':
      return lettered(n, 'Phần', '.', [], toCapitals);
    case 'roman':
      return { ...named('Mục', toRoman(n)), label: `${toRoman(n)}.` };
    case 'clause':
      return { label: `${n}.`, number: `${n}`, name: `khoản ${n}`, clause: [n] };
    case 'subclause': {
      const clause = [...above.clause, n];
      const number = clause.join('.');
      return { label: `${number}.`, number, name: `khoản ${number}`, clause };
    }
    case 'point':
      return lettered(n, 'điểm', ')', above.clause);
    case 'itemLetter':
      return lettered(n, 'mục', '.', above.clause);
    case 'item':
      return bracketed(`(${n})`, above.clause);
    case 'itemRoman':
      return bracketed(`(${toRoman(n).toLowerCase()})`, above.clause);
    case 'dash':
      return { label: '-', number: null, name: null, clause: above.clause };
    case 'plus':
      return { label: '+', number: null, name: null, clause: above.clause };
    default:
      return { label: null, number: null, name: null, clause: above.clause };
  }
}

function named(word: string, number: string): Numbered {
  return { label: `${word} ${number}`, number, name: `${word} ${number}`, clause: [] };
}

function lettered(
  n: number,
  word: string,
  mark: string,
  clause: readonly number[],
  toCase = (letter: string) => letter,
): Numbered {
  const letter = pointLetter(n);
  if (letter === null) return { label: null, number: null, name: null, clause };
  const number = toCase(letter);
  return { label: `${number}${mark}`, number, name: `${word} ${number}`, clause };
}

function bracketed(number: string, clause: readonly number[]): Numbered {
  return { label: number, number, name: `mục ${number}`, clause };
}
