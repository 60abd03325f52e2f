import { z } from 'zod';
import { isoDate, line, lineOf, stableId } from '#document/schemas/text.schema.ts';
import { OFFICE_ROLES } from './office-roles.ts';

const name = lineOf(200);

/**
 * Override of the defaults of a unit; every key but the code is optional.
 *
 * - `organId`: id of the organ in the register, where it is not `dv-<code>`.
 * - `drafter`: staffId of the one whose drafts they are; nobody else may save and submit them.
 * - `named`: whether the unit is named after a person, a number or an event, so that its kind takes a capital: "Phường
 *   Trần Hưng Đạo" (PL II, Mục III.1.b). Only a human can say so; `place` says that the name is of a place.
 * - `offices`: real names by role; null: the unit has none.
 * - `ownDocuments`: number and day of the unit's own documents that a superior's plan cites by a key.
 *
 * @example { "schema": "DonVi@1", "unitCode": "25326", "offices": { "truyền thông": { "name": "Trung tâm Văn hóa" } } }
 */
export const unitOverride = z
  .strictObject({
    schema: z.literal('DonVi@1'),
    unitCode: z.string().regex(/^\d{5}$/),
    organId: stableId.optional(),
    drafter: stableId.optional(),
    named: z.enum(['place', 'person', 'number', 'event']).optional(),
    place: lineOf(100).optional(),
    residentialUnits: lineOf(60).optional(),
    offices: z
      .partialRecord(z.enum(OFFICE_ROLES), z.strictObject({ name, shortName: name.optional() }).nullable())
      .optional(),
    positions: z.array(lineOf(100)).min(1).max(100).optional(),
    signers: z
      .array(z.strictObject({ staffId: stableId, fullName: lineOf(50), position: lineOf(100) }))
      .max(200)
      .optional(),
    recipients: z.array(line).max(50).optional(),
    ownDocuments: z.record(stableId, z.strictObject({ code: lineOf(60), issuedDate: isoDate })).optional(),
    address: z.array(lineOf(200)).max(4).optional(),
  })
  .meta({ id: 'DonVi', title: 'Bổ sung hồ sơ đơn vị cấp xã' });

/** Override of a unit. */
export type UnitOverride = z.infer<typeof unitOverride>;
