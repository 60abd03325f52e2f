import type { IsoDate } from '#document/dates.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { type UnitProfile, unitName } from './unit-profile.ts';

/** The day on which the units of commune level took up their work, with no district above them. */
const UNITS_SINCE: IsoDate = '2025-07-01';

/**
 * The unit's UBND as an organ that issues documents: header, place, positions, signers, series. A UBND has no parent line,
 * its name stands on two lines, both bold (PL I, Mục II.2).
 */
export function unitOrgan(profile: UnitProfile): OrganProfile {
  const name = unitName(profile);
  const { kind } = profile.unit;
  return {
    schema: 'OrganProfile@1',
    organId: profile.organId,
    validFrom: UNITS_SINCE,
    validTo: null,
    name: `Ủy ban nhân dân ${name}`,
    headerLines: ['Ủy ban nhân dân', name],
    parentName: null,
    abbreviation: 'UBND',
    place: profile.place,
    collectiveName: 'Ủy ban nhân dân',
    headPosition: 'Chủ tịch',
    positions: [...profile.positions],
    signers: profile.signers,
    namesInOpening: { organ: `UBND ${kind}`, head: `Chủ tịch UBND ${kind}` },
    namesInAttachment: { organ: `UBND ${name}`, head: `Chủ tịch UBND ${name}` },
    units: [],
    series: [
      { name: 'ke-hoach', types: ['KeHoach'] },
      { name: 'cong-van', types: ['CongVan'] },
    ],
    ...(profile.address ? { address: [...profile.address] } : {}),
  };
}
