import { z } from 'zod';
import data from './administrative-units.json' with { type: 'json' };
import { UNIT_KINDS, type UnitKind } from './unit-kind.ts';

/** A unit of commune level as the directory has it; its code is the only sure name: ten of them are called Tân An. */
export interface Unit {
  /** Five digits. */
  readonly code: string;
  /** Without its kind: "Bình Long". */
  readonly name: string;
  readonly kind: UnitKind;
  readonly provinceCode: string;
}

/** A province or city as the directory has it. */
export interface Province {
  /** Two digits. */
  readonly code: string;
  /** Without its kind: "Đồng Nai". */
  readonly name: string;
  readonly kind: 'tỉnh' | 'thành phố';
  readonly units: readonly Unit[];
}

/** All units of the country on a day. */
export interface Directory {
  /** The day on which names and kinds were so. */
  readonly asOf: string;
  readonly provinces: ReadonlyMap<string, Province>;
  readonly units: ReadonlyMap<string, Unit>;
}

const shape = z.strictObject({
  asOf: z.iso.date(),
  provinces: z.array(
    z.strictObject({
      code: z.string().regex(/^\d{2}$/),
      name: z.string().min(1).normalize('NFC'),
      kind: z.enum(['Tỉnh', 'Thành phố']),
      wards: z.array(
        z.strictObject({
          code: z.string().regex(/^\d{5}$/),
          name: z.string().min(1).normalize('NFC'),
          kind: z.enum(['Xã', 'Phường', 'Đặc khu']),
        }),
      ),
    }),
  ),
});

let loaded: Directory | null = null;

/** The directory that the project carries, read once. */
export function unitDirectory(): Directory {
  loaded ??= read(data);
  return loaded;
}

function read(input: unknown): Directory {
  const { asOf, provinces } = shape.parse(input);
  const list = provinces.map(({ code, name, kind, wards }): Province => {
    const units = wards.map((ward): Unit => {
      const unitKind = UNIT_KINDS.find((k) => k === ward.kind.toLocaleLowerCase('vi')) ?? 'xã';
      return { code: ward.code, name: ward.name, kind: unitKind, provinceCode: code };
    });
    return { code, name, kind: kind === 'Tỉnh' ? 'tỉnh' : 'thành phố', units };
  });
  return {
    asOf,
    provinces: new Map(list.map((province) => [province.code, province])),
    units: new Map(list.flatMap(({ units }) => units).map((unit) => [unit.code, unit])),
  };
}
