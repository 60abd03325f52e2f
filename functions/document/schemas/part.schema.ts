import { z } from 'zod';
import { about } from './about.ts';
import { ORIGIN_EXAMPLE } from './examples.ts';
import { inlineText } from './inline.schema.ts';
import { origin } from './origin.schema.ts';
import { table } from './table.schema.ts';
import { lineOf, stableId } from './text.schema.ts';

/**
 * Levels of parts, from the widest to the narrowest (PL I, Mục II.6.đ). A part holds only narrower ones, items also
 * stand in dashes; any level may be left out; `paragraph`, `note` and `table` may stand anywhere and have no number.
 *
 * | level | printed |   | level | printed |
 * | --- | --- | --- | --- | --- |
 * | division | Phần I | | point | a) |
 * | chapter | Chương I | | itemLetter | a. |
 * | section | Mục 1 | | item | (1) |
 * | subsection | Tiểu mục 1 | | itemRoman | (i) |
 * | article | Điều 1. | | dash | - |
 * | letter | A. | | plus | + |
 * | roman | I. | | paragraph | |
 * | clause | 1. | | note | |
 * | subclause | 1.1. | | table | |
 */
export const LEVELS = [
  'division',
  'chapter',
  'section',
  'subsection',
  'article',
  'letter',
  'roman',
  'clause',
  'subclause',
  'point',
  'itemLetter',
  'item',
  'itemRoman',
  'dash',
  'plus',
  'paragraph',
  'note',
  'table',
] as const;

/** Level of a part. */
export type Level = (typeof LEVELS)[number];

/** Alignments of a paragraph. */
export const paragraphAlign = z.enum(['left', 'center', 'right', 'justify']);

/**
 * A part of the body. The author gives title, text and order; the number comes from the place. `id` is needed where a
 * reference or a localised plan names the part. `runIn` puts the title in bold at the head of the text's line, which the
 * decree would put on a line of its own. `align` and `indent: false` are for paragraphs alone.
 */
export const part = z
  .strictObject({
    id: stableId.optional().meta(about('Mã của phần; chỉ cần khi có chỗ tham chiếu tới nó.', 'to-chuc-thuc-hien')),
    level: z.enum(LEVELS).meta(about('Cấp của phần; số thứ tự do phần mềm đánh.', 'roman', 'clause', 'paragraph')),
    title: lineOf(1000).optional().meta(about('Tiêu đề, không gõ số ở đầu và không in hoa sẵn.', 'Mục tiêu, yêu cầu')),
    runIn: z.literal(true).optional().meta(about('Tiêu đề in đậm liền dòng với nội dung.', true)),
    text: inlineText
      .optional()
      .meta(
        about('Nội dung; **đậm**, *nghiêng*, hoặc các đoạn xen tham chiếu.', 'Bảo đảm thiết thực, hiệu quả.', [
          'Nhiệm vụ cụ thể tại ',
          { ref: 'phu-luc-nhiem-vu' },
          '.',
        ]),
      ),
    align: paragraphAlign.optional().meta(about('Căn lề, chỉ với cấp paragraph.', 'center')),
    indent: z.literal(false).optional().meta(about('Không lùi đầu dòng, chỉ với cấp paragraph.', false)),
    table: table.optional().meta(
      about('Bảng, với cấp table.', {
        columns: [{ title: 'Nội dung', id: 'noi-dung' }],
        rows: [{ cells: { 'noi-dung': 'Tập huấn' } }],
      }),
    ),
    origin: origin
      .optional()
      .meta(about('Phần của cấp trên mà phần này được lập theo; phần mềm ghi, không in.', ORIGIN_EXAMPLE)),
    get children() {
      return z
        .array(part)
        .min(1)
        .max(5000)
        .optional()
        .meta(about('Các phần nhỏ hơn nằm trong phần này.', [{ level: 'dash', text: 'Rà soát thủ tục hành chính' }]));
    },
  })
  .meta({ id: 'Part' });

/** A part of the body, as data. */
export type Part = z.infer<typeof part>;
