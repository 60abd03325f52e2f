import type { Level } from './part.schema.ts';

/** Traits of a level; code asks these, not the level's name. */
export interface LevelTraits {
  /** The level as messages name it at the head of a sentence. */
  readonly name: string;
  /** The same inside a sentence. */
  readonly inner: string;
  readonly title: 'required' | 'optional' | 'none';
  readonly text: 'required' | 'optional' | 'none';
  /** Narrower parts that it may hold; `all` that are narrower. */
  readonly holds: 'all' | readonly Level[];
  /** Tells whether it prints a number that references can print. */
  readonly numbered: boolean;
}

const ITEMS = ['itemLetter', 'item', 'itemRoman'] as const satisfies readonly Level[];

const heading = (name: string, inner = name): LevelTraits => ({
  name,
  inner,
  title: 'required',
  text: 'none',
  holds: 'all',
  numbered: true,
});
const titled = (name: string, inner: string): LevelTraits => ({
  ...heading(name, inner),
  title: 'optional',
  text: 'optional',
});
const listed = (name: string, inner: string, holds: LevelTraits['holds'], numbered = true): LevelTraits => ({
  ...{ name, inner, holds, numbered },
  title: 'none',
  text: 'required',
});

/** The traits of every level (PL I, Mục II.6.c–đ). */
export const LEVEL_TRAITS: Readonly<Record<Level, LevelTraits>> = {
  division: heading('Phần'),
  chapter: heading('Chương'),
  section: heading('Mục'),
  subsection: heading('Tiểu mục'),
  article: { ...heading('Điều'), text: 'optional' },
  letter: heading('Mục chữ cái (A.)', 'mục chữ cái (A.)'),
  roman: heading('Mục lớn (I.)', 'mục lớn (I.)'),
  clause: titled('Khoản (1.)', 'khoản (1.)'),
  subclause: titled('Mục nhỏ (1.1.)', 'mục nhỏ (1.1.)'),
  point: titled('Điểm a)', 'điểm a)'),
  itemLetter: listed('Mục con (a.)', 'mục con (a.)', 'all'),
  item: listed('Mục con (1)', 'mục con (1)', 'all'),
  itemRoman: listed('Mục con (i)', 'mục con (i)', 'all'),
  dash: listed('Gạch đầu dòng', 'gạch đầu dòng', [...ITEMS, 'plus'], false),
  plus: listed('Dấu cộng đầu dòng', 'dấu cộng đầu dòng', ITEMS, false),
  paragraph: listed('Đoạn văn', 'đoạn văn', [], false),
  note: listed('Ghi chú', 'ghi chú', [], false),
  table: { name: 'Bảng', inner: 'bảng', title: 'none', text: 'none', holds: [], numbered: false },
};

/** Tells whether a level is one of the lists whose items stand on lines of their own: a., (1), (i). */
export function isListItem(level: Level): boolean {
  return ITEMS.some((item) => item === level);
}
