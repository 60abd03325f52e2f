import { fold, foldWords } from '#document/text/vietnamese.ts';
import { finding, type LocaliseFinding } from '../localise-finding.ts';
import { type Province, type Unit, unitDirectory } from './directory.ts';

/** The units that were meant, and each entry of the list that means none, or several, once. */
export interface SelectedUnits {
  /** In the directory's order. */
  readonly units: readonly Unit[];
  readonly findings: readonly LocaliseFinding[];
}

const PLACE = 'Danh sách đơn vị';
/** Names that a message repeats. */
const MAX_NAMED = 5;

/**
 * The units that a list means, each once: by code (five digits a unit, two digits a province or city with all of its units), by
 * name ("Phú Lý", "xã Phú Lý", "Phú Lý (Đồng Nai)", "tỉnh Đồng Nai"), or `*`, all. Of a plan's province `*` and names are meant there
 * first, and units elsewhere are told at once.
 *
 * @example selectUnits('75, 00004, xã Phú Lý')
 */
export function selectUnits(list: string, provinceCode?: string): SelectedUnits {
  const { units } = unitDirectory();
  const wanted = new Set<Unit>();
  const findings: LocaliseFinding[] = [];
  for (const entry of new Set(entriesOf(list))) {
    const found = unitsOf(entry, provinceCode);
    if (found.length === 0) findings.push(finding('UNIT_UNKNOWN', PLACE, { unit: entry.slice(0, 60) }));
    const isName = !/^[\d*]/.test(entry) && !isProvince(entry);
    if (isName && found.length > 1) findings.push(ambiguous(entry, found));
    for (const unit of found) wanted.add(unit);
  }
  const elsewhere = [...wanted].filter((unit) => provinceCode !== undefined && unit.provinceCode !== provinceCode);
  if (elsewhere.length > 0) findings.push(finding('UNIT_ELSEWHERE', PLACE, { name: namesOf(elsewhere) }));
  return { units: [...units.values()].filter((unit) => wanted.has(unit)), findings };
}

/** Entries stand between commas, semicolons and lines; codes alone between spaces as well. */
function entriesOf(list: string): string[] {
  return list
    .split(/[,;\n]+/)
    .map((entry) => entry.normalize('NFC').replace(/\s+/g, ' ').trim())
    .flatMap((entry) => (/^[\d* ]+$/.test(entry) ? entry.split(' ') : [entry]))
    .filter((entry) => entry !== '');
}

function unitsOf(entry: string, provinceCode: string | undefined): readonly Unit[] {
  const { provinces, units } = unitDirectory();
  if (entry === '*') return provinces.get(provinceCode ?? '')?.units ?? [...units.values()];
  const ofCode = provinces.get(entry)?.units ?? units.get(/^\d{3,4}$/.test(entry) ? entry.padStart(5, '0') : entry);
  if (/^\d+$/.test(entry)) return ofCode === undefined ? [] : [ofCode].flat();
  return provinceNamed(entry)?.units ?? unitsNamed(entry, provinceCode);
}

function isProvince(entry: string): boolean {
  return provinceNamed(entry) !== undefined;
}

/** A province by a name that says that it is one, or that no unit has. */
function provinceNamed(entry: string): Province | undefined {
  const all = [...unitDirectory().provinces.values()];
  return all.find(({ kind, name }) => [`${kind} ${name}`, `UBND ${kind} ${name}`].some((one) => isSame(one, entry)));
}

/** The units of a name, with its kind or without; those with its very marks before those that are spelled without. */
function unitsNamed(entry: string, provinceCode: string | undefined): readonly Unit[] {
  const [, bare = entry, of] = /^(.*?)\s*\((.*)\)$/.exec(entry) ?? [];
  const called = bare.replace(/^(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân)\s+/i, '');
  const { provinces, units } = unitDirectory();
  const within = [...units.values()].filter((unit) => {
    const province = provinces.get(unit.provinceCode);
    return (
      of === undefined ||
      (province && [province.name, `${province.kind} ${province.name}`].some((one) => isSame(one, of)))
    );
  });
  const named = within.filter(({ kind, name }) => isSame(name, called) || isSame(`${kind} ${name}`, called));
  const exact = named.filter(({ kind, name }) => [name, `${kind} ${name}`].some((one) => fits(one, called)));
  const best = exact.length > 0 ? exact : named;
  const own = best.filter((unit) => unit.provinceCode === provinceCode);
  return own.length > 0 ? own : best;
}

function isSame(name: string, typed: string): boolean {
  return foldWords(name) === foldWords(typed);
}

/** With the marks as well. */
function fits(name: string, typed: string): boolean {
  const plain = (text: string) => text.normalize('NFC').toLocaleLowerCase('vi');
  return plain(name) === plain(typed) && fold(name) === fold(typed);
}

function ambiguous(entry: string, found: readonly Unit[]): LocaliseFinding {
  return finding('UNIT_AMBIGUOUS', PLACE, { unit: entry, units: namesOf(found) });
}

/** `xã Tân An (Đồng Nai, mã 26173), … và 3 đơn vị khác` */
function namesOf(units: readonly Unit[]): string {
  const { provinces } = unitDirectory();
  const named = units
    .slice(0, MAX_NAMED)
    .map(({ code, kind, name, provinceCode }) => `${kind} ${name} (${provinces.get(provinceCode)?.name}, mã ${code})`);
  const more = units.length - named.length;
  return `${named.join(', ')}${more > 0 ? ` và ${more} đơn vị khác` : ''}`;
}
