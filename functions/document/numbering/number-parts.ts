import type { Level, Part } from '../schemas/part.schema.ts';
import { pointLetter, toRoman } from '../text/vietnamese.ts';

/** A part with the number that its place gives it. */
export interface NumberedPart {
  readonly part: Part;
  /** As printed before title or text: `I.`, `1.1.`, `a)`, `-`, `Điều 2.`, `Phần I`; null where the level has none. */
  readonly label: string | null;
  /** As cited: `điểm a khoản 2 Mục I`; null for a part that has no number (dash, paragraph, table). */
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
  /** What stands above that clause, as cited: khoản 1.1 says khoản 1 already. */
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
    const { label, name, clause } = numberOne(part.level, n, above, running);
    const place = part.level === 'subclause' ? above.aboveClause : above.cited;
    const cited = name !== null && place !== null ? `${name} ${place}` : name;
    const aboveClause = part.level === 'clause' ? above.cited : above.aboveClause;
    const children = numberSiblings(part.children ?? [], { cited: cited ?? above.cited, clause, aboveClause }, running);
    return { part, label, cited, children };
  });
}

interface Numbered {
  readonly label: string | null;
  /** Own name in a citation, with the capital that PL II, Mục V.7 gives it. */
  readonly name: string | null;
  readonly clause: readonly number[];
}

function numberOne(level: Level, n: number, above: Above, running: Running): Numbered {
  switch (level) {
    case 'division':
      return unnested(`Phần ${toRoman(n)}`, `Phần ${toRoman(n)}`);
    case 'chapter': {
      running.chapter += 1;
      const roman = toRoman(running.chapter);
      return unnested(`Chương ${roman}`, `Chương ${roman}`);
    }
    case 'section':
      return unnested(`Mục ${n}`, `Mục ${n}`);
    case 'subsection':
      return unnested(`Tiểu mục ${n}`, `Tiểu mục ${n}`);
    case 'article':
      running.article += 1;
      return unnested(`Điều ${running.article}.`, `Điều ${running.article}`);
    case 'roman':
      return unnested(`${toRoman(n)}.`, `Mục ${toRoman(n)}`);
    case 'clause':
      return { label: `${n}.`, name: `khoản ${n}`, clause: [n] };
    case 'subclause': {
      const clause = [...above.clause, n];
      return { label: `${clause.join('.')}.`, name: `khoản ${clause.join('.')}`, clause };
    }
    case 'point': {
      const letter = pointLetter(n);
      return { label: letter && `${letter})`, name: letter && `điểm ${letter}`, clause: above.clause };
    }
    case 'dash':
      return { label: '-', name: null, clause: above.clause };
    default:
      return { label: null, name: null, clause: above.clause };
  }
}

function unnested(label: string, name: string): Numbered {
  return { label, name, clause: [] };
}
