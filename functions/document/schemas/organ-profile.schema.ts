import { z } from 'zod';
import { exchangeSettings } from './exchange-settings.schema.ts';
import { organSharing } from './organ-sharing.schema.ts';
import { isoDate, line, lineOf, stableId } from './text.schema.ts';

/** How an organ is named where it, or its head, issues: `organ` or `head`, as the document's issuer says. */
const issuerNames = z.strictObject({ organ: line, head: line });

/** A name in the lines in which it is printed. */
const nameLines = z.array(lineOf(100)).min(1).max(4);

/** Of an abbreviation as in symbols: UBND, BCĐCĐS. */
const abbreviation = z.string().regex(/^[A-ZĐ][A-ZĐa-zđ0-9&.-]{0,19}$/u);

/**
 * An advisory body of the organ (hội đồng, ban, tổ) that stands on documents as who issues, under the organ's seal: it has a
 * series of its own (PL I, Mục II.3.a). The fields are those of the organ's profile and stand in their place;
 * above its name stands the organ's, abbreviated (PL I, Mục II.2.a), unless `parentName` says otherwise.
 */
const advisoryBody = z.strictObject({
  name: lineOf(200),
  headerLines: nameLines,
  parentName: lineOf(200).optional(),
  parentLines: nameLines.optional(),
  abbreviation,
  collectiveName: lineOf(100).nullable(),
  headPosition: lineOf(100),
  positions: z.array(lineOf(100)).min(1).max(100),
  namesInOpening: issuerNames,
  namesInAttachment: issuerNames,
});

/**
 * An organ as it is from a day to a day (both included; `validTo` null: until further notice). A document's date picks
 * the profile, so a document bears the names that were valid on its day.
 *
 * - `headerLines`: the official name in the lines of ô 2, printed in bold capitals; `parentName`: ô 2's upper line,
 *   `parentLines` its lines where the office breaks it itself.
 * - `formerNames`: names of organs that it took over; whoever looks for them finds what it holds.
 * - `abbreviation` as in symbols (UBND); `place` as in ô 4, chosen by a person, not cut out of a name.
 * - `collectiveName`: what follows TM. where the organ issues; null for an organ under a single head (chế độ thủ trưởng).
 * - `namesInOpening`, `namesInAttachment`: how opening sentence and Kèm theo line call the organ and its head.
 * - `exchange`: what its documents go out with as metadata and as edXML; today's profile counts, whatever the document's day.
 * - `sharedWith`, `superiorOrgan`, `unitOrgans`: who else sees what it has issued; see `organ-sharing.schema.ts`.
 * - `series`: which types share one series of numbers, the number it starts from, and the advisory body whose own it is; a
 *   document that is not in the first of its type names its series.
 */
export const organProfile = z
  .strictObject({
    schema: z.literal('OrganProfile@1'),
    organId: stableId,
    validFrom: isoDate,
    validTo: isoDate.nullable(),
    name: lineOf(200),
    headerLines: nameLines,
    parentName: lineOf(200).nullable(),
    parentLines: nameLines.optional(),
    formerNames: z.array(lineOf(200)).max(20).optional(),
    abbreviation,
    place: lineOf(100),
    collectiveName: lineOf(100).nullable(),
    headPosition: lineOf(100),
    positions: z.array(lineOf(100)).min(1).max(100),
    signers: z.array(z.strictObject({ staffId: stableId, fullName: lineOf(50), position: lineOf(100) })).max(200),
    namesInOpening: issuerNames,
    namesInAttachment: issuerNames,
    units: z.array(z.strictObject({ abbreviation: lineOf(20), name: lineOf(200) })).max(200),
    series: z
      .array(
        z.strictObject({
          name: stableId,
          types: z.array(z.enum(['KeHoach', 'CongVan'])).min(1),
          startAt: z.int().min(1).max(999_999).optional(),
          body: advisoryBody.optional(),
        }),
      )
      .min(1)
      .max(20),
    address: z.array(lineOf(200)).max(4).optional(),
    ...organSharing.shape,
    exchange: exchangeSettings.optional(),
  })
  .meta({ id: 'OrganProfile' });

/** An organ as it is from a day to a day. */
export type OrganProfile = z.infer<typeof organProfile>;
