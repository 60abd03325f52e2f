import type { components } from '../../api/generated/contract.d.ts';

/** A file as it stands, with what each paragraph became. */
export type DrawnFile = components['schemas']['WordImport']['drawn'];
/** A paragraph or a table of it. */
export type DrawnBlock = DrawnFile['blocks'][number];
/** A paragraph of it. */
export type DrawnParagraph = Extract<DrawnBlock, { readonly kind: 'paragraph' }>;
/** Level of a body's line. */
export type DrawnLevel = NonNullable<DrawnParagraph['level']>;

const ROLE_TEXTS: Readonly<Record<DrawnParagraph['role'], string>> = {
  head: 'phần đầu',
  title: 'tên loại, trích yếu',
  basis: 'căn cứ',
  opening: 'câu mở đầu',
  addressee: 'kính gửi',
  part: 'nội dung',
  recipient: 'nơi nhận',
  signer: 'người ký',
  appendix: 'phụ lục',
  left: 'chưa hiểu',
  none: '',
};

const LEVEL_TEXTS: Readonly<Record<DrawnLevel, string>> = {
  division: 'Phần',
  chapter: 'Chương',
  section: 'Mục',
  subsection: 'Tiểu mục',
  article: 'Điều',
  letter: 'A.',
  roman: 'I.',
  clause: 'khoản 1.',
  subclause: '1.1.',
  point: 'điểm a)',
  itemLetter: 'a.',
  item: '(1)',
  itemRoman: '(i)',
  dash: 'gạch -',
  plus: 'cộng +',
  paragraph: 'đoạn văn',
};

/** The key that gives a paragraph a level, in the order in which they are shown. */
export const LEVEL_KEYS: ReadonlyArray<readonly [key: string, level: DrawnLevel]> = [
  ['p', 'division'],
  ['c', 'chapter'],
  ['m', 'section'],
  ['d', 'article'],
  ['i', 'roman'],
  ['1', 'clause'],
  ['2', 'subclause'],
  ['a', 'point'],
  ['-', 'dash'],
  ['+', 'plus'],
  ['0', 'paragraph'],
];

/** Name of a level, as the margin shows it. */
export function levelText(level: DrawnLevel): string {
  return LEVEL_TEXTS[level];
}

/** Names the role of a paragraph, as the margin shows it. */
export function becameText({ role, level }: DrawnParagraph): string {
  return role === 'part' && level !== undefined ? levelText(level) : ROLE_TEXTS[role];
}

/** The level that a key gives; null for any other key. */
export function levelOfKey(key: string): DrawnLevel | null {
  return LEVEL_KEYS.find(([one]) => one === key.toLowerCase())?.[1] ?? null;
}

/** The paragraph of the body before or after one; the same where there is none. */
export function neighbour(blocks: readonly DrawnBlock[], index: number | null, step: 1 | -1): number | null {
  const parts = blocks.flatMap((block) => (block.kind === 'paragraph' && block.role === 'part' ? [block.index] : []));
  const at = index === null ? (step === 1 ? -1 : parts.length) : parts.indexOf(index);
  return parts[at + step] ?? index;
}

/** Paragraphs that a check found fault with, with the gravest severity. */
export function markedParagraphs(
  results: ReadonlyArray<{
    readonly severity: 'error' | 'warning' | 'hint';
    readonly violations: ReadonlyArray<{ readonly paragraph: number | null }>;
  }>,
): ReadonlyMap<number, 'error' | 'warning' | 'hint'> {
  const marks = new Map<number, 'error' | 'warning' | 'hint'>();
  for (const severity of ['hint', 'warning', 'error'] as const) {
    const own = results.filter((one) => one.severity === severity).flatMap(({ violations }) => violations);
    for (const { paragraph } of own) if (paragraph !== null) marks.set(paragraph, severity);
  }
  return marks;
}
