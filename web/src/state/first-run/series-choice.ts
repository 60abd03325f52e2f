import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { TYPE_TABLE } from '#document/type-table.ts';
import { TYPE_CODES } from '#document/type-traits.ts';
import { suggestSignIn } from '../admin/sign-in-name.ts';

type Series = OrganProfile['series'][number];

/** Division of an office's numbers among its types (Điều 15.1). */
export type Sharing = 'drafted' | 'letters-apart' | 'one';

/** The ways of sharing in words. */
export const SHARINGS: ReadonlyArray<{ readonly sharing: Sharing; readonly label: string }> = [
  { sharing: 'letters-apart', label: 'Công văn một sổ; kế hoạch, quyết định và mọi loại có tên khác chung một sổ' },
  { sharing: 'one', label: 'Mọi loại chung một sổ' },
  { sharing: 'drafted', label: 'Chỉ kế hoạch và công văn, mỗi loại một sổ' },
];

/** Choice of series at an office's beginning. */
export interface SeriesChoice {
  readonly sharing: Sharing;
  /** Numbers come from another system and are recorded here. */
  readonly isRecorded: boolean;
  /** First day of the series; empty: 1 January. */
  readonly startsOn: string;
}

/** The usual choice. */
export const USUAL_SERIES: SeriesChoice = { sharing: 'letters-apart', isRecorded: false, startsOn: '' };

/** The series of a choice. */
export function seriesOf({ sharing, isRecorded, startsOn }: SeriesChoice): Series[] {
  return GROUPS[sharing].map((types) => ({
    name: types.length > 2 ? 'van-ban' : suggestSignIn(nameOf(types[0] ?? ''), []),
    types: [...types],
    ...(isRecorded && { given: 'recorded' as const }),
    ...(startsOn !== '' && { startsOn }),
  }));
}

/** Names a series in a line by its types, cut short where they are many. */
export function seriesWords({ types }: Pick<Series, 'types'>): string {
  const names = types.map(nameOf);
  return names.length <= 3 ? names.join(', ') : `${names.slice(0, 3).join(', ')} … (${names.length} loại)`;
}

const OF_OFFICES = TYPE_TABLE.filter(({ group }) => group === 'administrative');
const NAMED = OF_OFFICES.filter(({ symbolNamesUnit }) => !symbolNamesUnit).map(({ code }) => code);
const LETTERS = OF_OFFICES.filter(({ symbolNamesUnit }) => symbolNamesUnit).map(({ code }) => code);

const GROUPS: Readonly<Record<Sharing, ReadonlyArray<readonly string[]>>> = {
  'letters-apart': [NAMED, LETTERS],
  one: [[...NAMED, ...LETTERS]],
  drafted: TYPE_CODES.map((code) => [code]),
};

function nameOf(code: string): string {
  return TYPE_TABLE.find((type) => type.code === code)?.typeName ?? code;
}
