import type { OrganProfile } from '../schemas/organ-profile.schema.ts';
import { findType, type RegisteredType, TYPE_TABLE } from '../type-table.ts';
import type { RawFinding } from './findings.ts';

type Series = OrganProfile['series'][number];

/** Finds faults in the types and series of a well-shaped profile (Điều 15.1.c; PL III, Mục I). */
export function profileFindings(profile: OrganProfile): RawFinding[] {
  return [...ownTypes(profile), ...profile.series.flatMap((one, at) => ofSeries(profile, one, at)), ...shared(profile)];
}

function ownTypes({ types = [] }: OrganProfile): RawFinding[] {
  return types.flatMap(({ code }, at) => {
    const isTaken = TYPE_TABLE.some((type) => type.code === code) || types.findIndex((one) => one.code === code) < at;
    return isTaken ? [{ code: 'TYPE_CODE_TAKEN', pointer: ['types', at, 'code'], params: { typeCode: code } }] : [];
  });
}

function ofSeries({ types: own }: OrganProfile, { types, name }: Series, at: number): RawFinding[] {
  const found = types.map((code) => findType(code, own));
  const known = found.filter((type) => type !== undefined);
  const unknown = types.flatMap((typeCode, index): RawFinding[] => {
    if (found[index]) return [];
    return [{ code: 'SERIES_TYPE_UNKNOWN', pointer: ['series', at, 'types', index], params: { typeCode } }];
  });
  const params = { series: name, typeNames: [...new Set(known.map(({ typeName }) => typeName))].join(', ') };
  const apart = (code: RawFinding['code']): RawFinding => ({ code, pointer: ['series', at, 'types'], params });
  const isMixed = (group: RegisteredType['group']) =>
    known.some((type) => type.group === group) && known.some((type) => type.group !== group);
  return [
    ...unknown,
    ...(isMixed('copy') ? [apart('COPY_TYPES_APART')] : []),
    ...(known.some(({ group }) => group === 'normative') && types.length > 1 ? [apart('NORMATIVE_TYPE_APART')] : []),
  ];
}

/** In a year one type with one symbol belongs to one series; the copies, whose numbers run on, to one together. */
function shared(profile: OrganProfile): RawFinding[] {
  const first = new Map<string, string>();
  return profile.series.flatMap(({ name, types, body }, at) =>
    types.flatMap((typeCode, index): RawFinding[] => {
      const type = findType(typeCode, profile.types);
      if (!type || type.abbreviation === null) return [];
      const bears = type.group === 'copy' ? 'copy' : typeCode;
      const key = `${bears} ${body?.abbreviation ?? profile.abbreviation}`;
      const other = first.get(key) ?? name;
      first.set(key, other);
      if (other === name) return [];
      const params = { typeName: type.typeName, series: name, other };
      return [{ code: 'TYPE_IN_TWO_SERIES', pointer: ['series', at, 'types', index], params }];
    }),
  );
}
