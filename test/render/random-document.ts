import fc from 'fast-check';
import { LEVEL_TRAITS } from '#document/schemas/level-traits.ts';
import { LEVELS, type Level } from '#document/schemas/part.schema.ts';
import { plan } from '../document/scene.ts';

/** A text, each another, of words that are no number, mark or markup. */
export interface RandomDocument {
  readonly data: Record<string, unknown>;
  /** Its texts in the order in which they are to be read, titles in capitals where they are printed so. */
  readonly texts: readonly string[];
}

type Part = Record<string, unknown> & { readonly level: Level };

const WORDS = [
  'hồ sơ',
  'đơn vị',
  'kết quả',
  'nhân dân',
  'ứng dụng',
  'giải quyết',
  'thủ tục',
  'chuyển đổi',
  'quy trình',
];
const CAPITAL: ReadonlySet<Level> = new Set(['division', 'chapter', 'section', 'subsection', 'letter', 'roman']);
const UPPER: readonly Level[] = ['division', 'letter', 'roman', 'clause', 'point', 'item', 'itemRoman', 'dash', 'plus'];

/** Documents that the schema allows: levels that may hold each other, paragraphs, notes, tables of all kinds of rows. */
export const randomDocument: fc.Arbitrary<RandomDocument> = fc
  .array(fc.nat({ max: 999 }), { minLength: 40, maxLength: 40 })
  .map((choices) => {
    const texts: string[] = [];
    let at = 0;
    let serial = 0;
    const choose = (below: number) => (choices[at++ % choices.length] ?? 0) % below;
    const words = () => {
      serial += 1;
      return `${WORDS[choose(WORDS.length)]} ${WORDS[choose(WORDS.length)]} thứ ${serial}`;
    };
    const said = (text: string, capital = false) => {
      texts.push(capital ? text.toLocaleUpperCase('vi') : text);
      return text;
    };

    function table(): Part {
      const columns = [
        { title: said(words()), id: 's', numbering: true },
        { title: said(words()), id: 'a' },
        { title: said(words()), id: 'b', align: 'right' },
      ];
      const row = () => ({ cells: { a: said(words()), b: said(String(1000 + serial++)) } });
      const kinds = [
        row,
        () => ({ ...row(), level: 'roman' }),
        () => ({ ...row(), total: true }),
        () => ({ group: said(words()) }),
        () => ({ group: said(words()), cells: { b: said(String(5000 + serial++)) } }),
        () => ({ cells: { a: { text: said(words()), colSpan: 2 } } }),
      ];
      const rows = [row(), ...Array.from({ length: choose(5) }, () => kinds[choose(kinds.length)]!())];
      return { level: 'table', table: { columns, rows } };
    }

    function part(level: Level, depth: number): Part {
      if (level === 'table') return table();
      const { title, text, holds } = LEVEL_TRAITS[level];
      const made: Record<string, unknown> & { readonly level: Level } = { level };
      const titled = title === 'required' || (title === 'optional' && choose(2) === 0);
      if (titled) made['title'] = said(words(), CAPITAL.has(level));
      if (text === 'required' || (text === 'optional' && (!titled || choose(2) === 0))) made['text'] = said(words());
      const narrower = UPPER.filter((one) => LEVELS.indexOf(one) > LEVELS.indexOf(level));
      const inner = holds === 'all' ? [...narrower, 'paragraph' as const] : holds.filter((one) => one === 'plus');
      const needed = title === 'required' && text === 'none';
      const count = inner.length === 0 || depth > 5 ? 0 : choose(3);
      const children = Array.from({ length: needed ? Math.max(1, count) : count }, () =>
        part(depth > 4 && holds === 'all' ? 'paragraph' : inner[choose(inner.length)]!, depth + 1),
      );
      return children.length > 0 ? { ...made, children } : made;
    }

    const levels: readonly Level[] = [...UPPER.slice(0, -1), 'paragraph', 'note', 'table'];
    const body = Array.from({ length: 1 + choose(6) }, () => part(levels[choose(levels.length)]!, 0));
    const last = { level: 'paragraph', text: 'Hết' };
    return { data: plan({ body: [...body, last] }), texts };
  });
