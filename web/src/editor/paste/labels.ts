import type { Level } from '#document/schemas/part.schema.ts';

/** A number that stands at the head of a text: the level it means, and how many characters it takes. */
export interface TypedLabel {
  readonly level: Level;
  readonly length: number;
}

const LABELS: ReadonlyArray<readonly [RegExp, Level]> = [
  [/^phần\s+(?:thứ\s+)?(?:[IVX]+|nhất|hai|ba|tư|năm)\s*[.:]?(?:\s+|$)/iu, 'division'],
  [/^chương\s+[IVX]+\s*[.:]?(?:\s+|$)/iu, 'chapter'],
  [/^tiểu mục\s+\d+\s*[.:]?(?:\s+|$)/iu, 'subsection'],
  [/^mục\s+\d+\s*[.:]?(?:\s+|$)/iu, 'section'],
  [/^Điều\s+\d+\s*[.:]\s*/u, 'article'],
  [/^[IVX]{1,6}\s*(?:[.)]|\/(?!v\s))\s*(?=\S|$)(?!\s*[IVX]{1,5}\.)/u, 'roman'],
  [/^[A-EGHK]\s*[.]\s+(?=\p{Lu})/u, 'letter'],
  [/^\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+(?=\D|$)/u, 'subclause'],
  [/^\d{1,2}\s*[.)/]\s*(?=[^\d\s]|$)/u, 'clause'],
  [/^\(\d{1,2}\)\s*(?=\S|$)/u, 'item'],
  [/^\([ivx]{1,4}\)\s*(?=\S|$)/u, 'itemRoman'],
  [/^[a-zđ]\s*\)\s*(?=\S|$)/u, 'point'],
  [/^[a-zđ]\.\s+(?=\S|$)/u, 'itemLetter'],
  [/^\+\s+(?=\S|$)/u, 'plus'],
  [/^[-–—•·▪]\s*(?=[^\d\s]|$)/u, 'dash'],
];

/** The typed number at the head of a text; null where it has none. */
export function typedLabel(text: string): TypedLabel | null {
  const indent = text.length - text.trimStart().length;
  const rest = text.slice(indent);
  for (const [pattern, level] of LABELS) {
    const match = pattern.exec(rest);
    if (match) return { level, length: indent + match[0].length };
  }
  return null;
}
