import { z } from 'zod';
import { about } from '#document/schemas/about.ts';
import { citation } from '#document/schemas/basis.schema.ts';
import { PLAN_EXAMPLE } from '#document/schemas/examples.ts';
import { inlineText } from '#document/schemas/inline.schema.ts';
import { keHoach } from '#document/schemas/ke-hoach.schema.ts';
import { originFile } from '#document/schemas/origin.schema.ts';
import { part } from '#document/schemas/part.schema.ts';
import { signer } from '#document/schemas/signer.schema.ts';
import { row, target } from '#document/schemas/table.schema.ts';
import { cellText, isoDate, line, lineOf, paragraphText, stableId } from '#document/schemas/text.schema.ts';
import { SUPERIOR_EXAMPLE, UNIT_EXAMPLE } from './plan-examples.ts';
import { UNIT_KINDS } from './units/unit-kind.ts';

const unitCode = z.string().regex(/^\d{5}$/);

/** The units that something is for: of these kinds, among `units` if they are named, and not among `except`. */
export const audience = z.strictObject({
  kinds: z
    .array(z.enum(UNIT_KINDS))
    .min(1)
    .optional()
    .meta(about('Loại đơn vị.', ['xã', 'phường'])),
  units: z
    .array(unitCode)
    .min(1)
    .max(4000)
    .optional()
    .meta(about('Chỉ những đơn vị có mã này.', ['25326'])),
  except: z
    .array(unitCode)
    .min(1)
    .max(4000)
    .optional()
    .meta(about('Trừ những đơn vị có mã này.', ['25326'])),
});

/** Units that something is for, where it is not for all. */
const forUnits = audience
  .optional()
  .meta(about('Dành cho những đơn vị nào; không ghi là mọi đơn vị.', { kinds: ['xã'] }));

/** Reason of a mark, for those who read the plan's data; never printed. */
const note = lineOf(300).optional().meta(about('Lý do, cho người đọc dữ liệu; không in.', 'Việc của riêng tỉnh'));

/**
 * Fate of a part, row, appendix or addition in the units that it is `for` (absent: all): it goes down as it stands, with the
 * unit's wording if given, or `stays`. The first mark that fits the unit holds. A part without marks follows its container;
 * one with marks, none of which fits, stays. `target` is the figure that each unit has to reach; the row's own figure is the
 * superior's for all units.
 */
export const mark = z.strictObject({
  id: stableId.meta(about('Mã phần, dòng, phụ lục hay phần thêm.', 'muc-tieu')),
  for: forUnits,
  stays: z.literal(true).optional().meta(about('Không giao xuống.', true)),
  title: lineOf(1000).optional().meta(about('Tiêu đề trong kế hoạch của đơn vị.', 'Mục tiêu của [[donVi.ten]]')),
  text: inlineText
    .optional()
    .meta(about('Nội dung trong kế hoạch của đơn vị.', '[[donVi.ten]] hoàn thành trước ngày 30/11/2026.')),
  cells: z
    .record(stableId, cellText)
    .optional()
    .meta(about('Các ô trong kế hoạch của đơn vị, theo mã cột.', { 'chu-tri': '[[coQuan.văn phòng]]' })),
  target: target
    .optional()
    .meta(about('Chỉ tiêu mà mỗi đơn vị phải đạt.', { value: 4, measure: 'bản tin', period: 'tháng' })),
  note,
});

/** A part or a row that only units have: after a part of the plan, or at the end of what is in one. */
export const addition = z.strictObject({
  after: stableId.optional().meta(about('Đứng sau phần hay dòng có mã này.', 'muc-tieu')),
  in: stableId.optional().meta(about('Đứng cuối trong phần hay phụ lục có mã này.', 'to-chuc-thuc-hien')),
  for: forUnits,
  part: part.optional().meta(about('Phần thêm.', { level: 'dash', text: 'Phân công công chức phụ trách.' })),
  row: row.optional().meta(about('Dòng thêm.', { cells: { 'noi-dung': 'Phân công công chức phụ trách' } })),
  note,
});

/**
 * A căn cứ of the unit's plan: `keep` is the place, from 0, of one of the superior's; `superior` is the superior's plan
 * itself, cited in full; `own` cites a document of the unit whose number and day its profile has under that key (a unit
 * that has not said them goes without); `text` is a sentence with blanks.
 */
export const unitBasis = z.strictObject({
  for: forUnits,
  verb: z.enum(['Căn cứ', 'Thực hiện']).optional().meta(about('Chữ mở đầu; không ghi là “Căn cứ”.', 'Thực hiện')),
  keep: z.int().min(0).max(49).optional().meta(about('Giữ căn cứ thứ mấy của cấp trên, tính từ 0.', 0)),
  superior: z.literal(true).optional().meta(about('Viện dẫn chính kế hoạch của cấp trên.', true)),
  own: stableId.optional().meta(about('Khóa của văn bản riêng của đơn vị (ownDocuments).', 'nghi-quyet')),
  cites: citation
    .omit({ code: true, issuedDate: true })
    .optional()
    .meta(
      about('Văn bản riêng ấy được viện dẫn thế nào.', { typeName: 'Nghị quyết', subject: 'về nhiệm vụ năm 2026' }),
    ),
  text: paragraphText
    .optional()
    .meta(about('Cả câu, có thể có chỗ trống [[…]].', 'Theo đề nghị của [[coQuan.văn phòng]]')),
  note,
});

/** A recipient of the unit's plan, with blanks; `own` stands for those of the unit's profile. */
export const unitRecipient = z.strictObject({
  for: forUnits,
  text: line.optional().meta(about('Nơi nhận, có thể có chỗ trống [[…]].', 'Đảng ủy [[donVi.ten]]')),
  own: z.literal(true).optional().meta(about('Các nơi nhận riêng trong hồ sơ đơn vị.', true)),
});

/**
 * A superior's plan with what goes down to its units. `plan` is an ordinary Kế hoạch in the superior's own wording, which
 * alone it prints; everything else is for the units, and only there blanks, `[[donVi.ten]]`, are filled in.
 *
 * - `superior`: province, the plan's id, and what it was issued under; `citedAs` is the trích yếu as it is cited
 *   ("về việc …"), made of the plan's own where it is left out.
 * - `year`: what `[[nam]]` says.
 */
export const localisablePlan = z
  .strictObject({
    schema: z.literal('KeHoachDiaPhuong@1').meta(about('Loại dữ liệu và phiên bản.', 'KeHoachDiaPhuong@1')),
    plan: keHoach.meta(about('Kế hoạch của cấp trên, đúng lời của cấp trên.', PLAN_EXAMPLE)),
    superior: z
      .strictObject({
        provinceCode: z
          .string()
          .regex(/^\d{2}$/)
          .meta(about('Mã tỉnh, thành phố.', '75')),
        docId: stableId.meta(about('Mã kế hoạch của cấp trên.', 'ke-hoach-cchc-2026')),
        code: lineOf(60).meta(about('Số, ký hiệu của kế hoạch ấy.', '35/KH-UBND')),
        issuedDate: isoDate.meta(about('Ngày ban hành kế hoạch ấy.', '2026-01-24')),
        citedAs: line
          .optional()
          .meta(
            about(
              'Trích yếu khi được viện dẫn; không ghi thì lấy từ trích yếu của kế hoạch.',
              'về cải cách hành chính nhà nước năm 2026',
            ),
          ),
        file: originFile
          .optional()
          .meta(about('Tệp Word mà kế hoạch được đọc từ đó.', { name: 'ke-hoach-tinh.docx', sha256: '0'.repeat(64) })),
      })
      .meta(about('Cấp trên và kế hoạch được giao xuống.', SUPERIOR_EXAMPLE)),
    year: z.int().min(2000).max(2100).meta(about('Năm, thay cho [[nam]].', 2026)),
    unit: z
      .strictObject({
        issuer: z
          .enum(['organ', 'head'])
          .meta(about('Ai ban hành kế hoạch của đơn vị: UBND (organ) hay Chủ tịch (head).', 'organ')),
        subject: lineOf(500).meta(about('Trích yếu kế hoạch của đơn vị.', 'Cải cách hành chính năm [[nam]]')),
        openingLead: paragraphText
          .optional()
          .meta(about('Vế trước tên đơn vị trong câu mở đầu.', 'Nhằm nâng cao chất lượng phục vụ Nhân dân,')),
        opening: paragraphText.meta(
          about('Câu mở đầu sau tên đơn vị.', 'ban hành Kế hoạch cải cách hành chính năm [[nam]] như sau:'),
        ),
        closing: inlineText.optional().meta(about('Lời kết.', 'Trên đây là Kế hoạch của [[donVi.ten]].')),
        bases: z
          .array(unitBasis)
          .min(1)
          .max(50)
          .meta(about('Căn cứ của kế hoạch đơn vị.', [{ superior: true }])),
        recipients: z
          .array(unitRecipient)
          .min(1)
          .max(200)
          .meta(about('Nơi nhận của kế hoạch đơn vị.', [{ own: true }])),
        signer: signer.meta(about('Người ký của đơn vị.', { authority: [{ position: 'Chủ tịch' }] })),
      })
      .meta(about('Những gì kế hoạch của mọi đơn vị có riêng.', UNIT_EXAMPLE)),
    marks: z
      .array(mark)
      .max(20_000)
      .meta(about('Phần nào giao xuống, bằng lời nào, cho đơn vị nào.', [{ id: 'muc-tieu', stays: true }])),
    additions: z
      .array(addition)
      .max(5000)
      .optional()
      .meta(
        about('Phần, dòng chỉ đơn vị có.', [
          { in: 'to-chuc-thuc-hien', part: { level: 'dash', text: 'Phân công công chức.' } },
        ]),
      ),
  })
  .meta({ id: 'KeHoachDiaPhuong', title: 'Kế hoạch để địa phương cụ thể hóa' });

/** A superior's plan with what goes down to its units. */
export type LocalisablePlan = z.infer<typeof localisablePlan>;
/** The units that something is for. */
export type Audience = z.infer<typeof audience>;
/** Fate of a part in units. */
export type Mark = z.infer<typeof mark>;
/** Part that only units have. */
export type Addition = z.infer<typeof addition>;
/** A căn cứ of the unit's plan. */
export type UnitBasis = z.infer<typeof unitBasis>;
