import type { IsoDate } from '#document/dates.ts';
import { foldWords } from '#document/text/vietnamese.ts';
import type { Province } from './directory.ts';

/** Names of a province or city in a text on a day. */
export interface ProvinceNames {
  /** "tỉnh", "thành phố". */
  readonly kind: string;
  /** "tỉnh Đồng Nai", "thành phố Hà Nội", "Thành phố Hồ Chí Minh" (PL II, Mục III.1.b). */
  readonly name: string;
  /** "UBND tỉnh". */
  readonly committee: string;
}

/** Kinds that the directory no longer has, by the last day on which they held (Nghị quyết 30/2026/QH16). */
const EARLIER: Readonly<Record<string, { readonly kind: string; readonly until: IsoDate }>> = {
  '75': { kind: 'tỉnh', until: '2026-04-29' },
};

/** Cities named after a person: the common noun takes a capital (PL II, Mục III.1.b). */
const CAPITAL_KIND = new Set(['79']);

/**
 * The id of a province's UBND as an organ: its name without marks, `dong-nai`. Ids are given by who runs the system, names by an
 * organ itself; so whether a plan is a province's own is told by the id.
 */
export function provinceOrganId(province: Province): string {
  return foldWords(province.name).replaceAll(' ', '-');
}

/** The names of a province on a day: a document bears those that were valid on its date. */
export function provinceNames(province: Province, on: IsoDate): ProvinceNames {
  const earlier = EARLIER[province.code];
  const kind = earlier && on <= earlier.until ? earlier.kind : province.kind;
  const shown = CAPITAL_KIND.has(province.code) ? capitalised(kind) : kind;
  return { kind, name: `${shown} ${province.name}`, committee: `UBND ${kind}` };
}

/** Full name of a province's UBND on a day: "Ủy ban nhân dân tỉnh Đồng Nai". */
export function provinceCommittee(province: Province, on: IsoDate): string {
  return `Ủy ban nhân dân ${provinceNames(province, on).name}`;
}

/** The first letter as a capital, by Vietnamese rules. */
export function capitalised(text: string): string {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 32);
  return first.toLocaleUpperCase('vi') + text.slice(first.length);
}
