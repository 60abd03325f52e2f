import { legible } from '../text/forbidden-characters.ts';
import { type FindingCode, findingTexts } from './finding-texts.ts';

/** A place in a document's data, from the outside in. */
export type Pointer = ReadonlyArray<string | number>;

/** Finding of a rule: a code and parameters. The sentence is made in one place, `finding-texts.ts`. */
export interface RawFinding {
  readonly code: FindingCode;
  readonly pointer: Pointer;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** A finding as people and machines read it. */
export interface Finding {
  /** An error keeps the document from being rendered; a warning does not. */
  readonly severity: 'error' | 'warning';
  /** Stable; machines go by it. */
  readonly code: FindingCode;
  /** The place in words that a drafter knows: "Phụ lục I, dòng 7, cột Sản phẩm". */
  readonly path: string;
  readonly pointer: Pointer;
  /** Fault and remedy, in Vietnamese. */
  readonly message: string;
  /** The clause of Nghị định 30/2020/NĐ-CP, or null where it is ours. */
  readonly clause: string | null;
}

/** Most findings that are listed; whoever has more has one fault many times. */
export const MAX_FINDINGS = 1000;

/** Tells whether a finding keeps the document from being rendered. */
export function isError({ code }: Pick<RawFinding, 'code'>): boolean {
  return findingTexts[code].severity === 'error';
}

/** Longest path, and longest sentence that a rule puts into a message. */
const MAX_SENTENCE = 400;

/** Makes the finding that people read; what it repeats of the input is short and harmless on a screen. */
export function toFinding(raw: RawFinding, path: string): Finding {
  const text = findingTexts[raw.code];
  const params = Object.entries(raw.params ?? {}).map(([name, fact]) => [name, legibleFact(name, fact)]);
  return {
    severity: text.severity,
    code: raw.code,
    path: legible(path, MAX_SENTENCE),
    pointer: raw.pointer,
    message: text.message(Object.fromEntries(params)),
    clause: text.clause,
  };
}

function legibleFact(name: string, fact: string | number): string | number {
  if (typeof fact === 'number') return fact;
  return name === 'why' || name === 'allowed' ? legible(fact, MAX_SENTENCE) : legible(fact);
}
