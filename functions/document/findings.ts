import { type FindingCode, findingTexts } from './finding-texts.ts';

/** A place in a document's data, from the outside in. */
export type Pointer = ReadonlyArray<string | number>;

/** What a rule found: a code and facts. The sentence is made from them in one place, `finding-texts.ts`. */
export interface RawFinding {
  readonly code: FindingCode;
  readonly pointer: Pointer;
  readonly facts?: Readonly<Record<string, string | number>>;
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
  /** What is wrong and what to do, in Vietnamese. */
  readonly message: string;
  /** The clause of Nghị định 30/2020/NĐ-CP, or null where it is ours. */
  readonly clause: string | null;
}

/** Makes the finding that people read. */
export function toFinding(raw: RawFinding, path: string): Finding {
  const text = findingTexts[raw.code];
  return {
    severity: text.severity,
    code: raw.code,
    path,
    pointer: raw.pointer,
    message: text.message(raw.facts ?? {}),
    clause: text.clause,
  };
}
