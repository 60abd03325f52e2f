import { z } from 'zod';
import { citation } from '#document/schemas/basis.schema.ts';
import { inlineText } from '#document/schemas/inline.schema.ts';
import { keHoach } from '#document/schemas/ke-hoach.schema.ts';
import { part } from '#document/schemas/part.schema.ts';
import { signer } from '#document/schemas/signer.schema.ts';
import { row, target } from '#document/schemas/table.schema.ts';
import { cellText, isoDate, line, lineOf, paragraphText, stableId } from '#document/schemas/text.schema.ts';
import { UNIT_KINDS } from './units/unit-kind.ts';

const unitCode = z.string().regex(/^\d{5}$/);

/** The units that something is for: of these kinds, among `units` if they are named, and not among `except`. */
export const audience = z.strictObject({
  kinds: z.array(z.enum(UNIT_KINDS)).min(1).optional(),
  units: z.array(unitCode).min(1).max(4000).optional(),
  except: z.array(unitCode).min(1).max(4000).optional(),
});

/** Why a mark is as it is: for those who read the plan's data, never printed. */
const note = lineOf(300).optional();

/**
 * Fate of a part, row, appendix or addition in the units that it is `for` (absent: all): it goes down as it stands, with the
 * unit's wording if given, or `stays`. The first mark that fits the unit holds. A part without marks follows its container;
 * one with marks, none of which fits, stays. `target` is the figure that each unit has to reach; the row's own figure is the
 * superior's for all units.
 */
export const mark = z.strictObject({
  id: stableId,
  for: audience.optional(),
  stays: z.literal(true).optional(),
  title: lineOf(1000).optional(),
  text: inlineText.optional(),
  cells: z.record(stableId, cellText).optional(),
  target: target.optional(),
  note,
});

/** A part or a row that only units have: after a part of the plan, or at the end of what is in one. */
export const addition = z.strictObject({
  after: stableId.optional(),
  in: stableId.optional(),
  for: audience.optional(),
  part: part.optional(),
  row: row.optional(),
  note,
});

/**
 * A căn cứ of the unit's plan: `keep` is the place, from 0, of one of the superior's; `superior` is the superior's plan
 * itself, cited in full; `own` cites a document of the unit whose number and day its profile has under that key (a unit
 * that has not said them goes without); `text` is a sentence with blanks.
 */
export const unitBasis = z.strictObject({
  for: audience.optional(),
  verb: z.enum(['Căn cứ', 'Thực hiện']).optional(),
  keep: z.int().min(0).max(49).optional(),
  superior: z.literal(true).optional(),
  own: stableId.optional(),
  cites: citation.omit({ code: true, issuedDate: true }).optional(),
  text: paragraphText.optional(),
  note,
});

/** A recipient of the unit's plan, with blanks; `own` stands for those of the unit's profile. */
export const unitRecipient = z.strictObject({
  for: audience.optional(),
  text: line.optional(),
  own: z.literal(true).optional(),
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
    schema: z.literal('KeHoachDiaPhuong@1'),
    plan: keHoach,
    superior: z.strictObject({
      provinceCode: z.string().regex(/^\d{2}$/),
      docId: stableId,
      code: lineOf(60),
      issuedDate: isoDate,
      citedAs: line.optional(),
    }),
    year: z.int().min(2000).max(2100),
    unit: z.strictObject({
      issuer: z.enum(['organ', 'head']),
      subject: lineOf(500),
      openingLead: paragraphText.optional(),
      opening: paragraphText,
      closing: inlineText.optional(),
      bases: z.array(unitBasis).min(1).max(50),
      recipients: z.array(unitRecipient).min(1).max(200),
      signer,
    }),
    marks: z.array(mark).max(20_000),
    additions: z.array(addition).max(5000).optional(),
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
