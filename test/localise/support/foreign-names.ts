import type { Directory, Unit } from '#localise/units/directory.ts';

/** A name of a unit or a province that a text has no reason to hold. */
export interface ForeignName {
  readonly name: string;
  readonly text: string;
}

const WORD = /[\p{L}\p{M}\p{N}'’]+/gu;

/**
 * Searches texts for the names of all units and provinces. Names are compared as wholes, word by word and with their
 * capitals ("thống nhất" is no xã Thống Nhất), in normal and in capital letters; what lies inside the unit's own name
 * or its province's is theirs ("Tân An" in "Tân An Hội", "Bình Phước" in "phường Bình Phước").
 */
export function foreignNameSearch(directory: Directory) {
  const names = new Map<string, string[][]>();
  const add = (name: string) => {
    for (const form of [name, name.toLocaleUpperCase('vi')]) {
      const words = wordsOf(form).map(({ word }) => word);
      const [first = ''] = words;
      names.set(first, [...(names.get(first) ?? []), words]);
    }
  };
  const all = [...directory.units.values(), ...directory.provinces.values()].map(({ name }) => name);
  for (const name of new Set(all)) add(name);
  const seen = new Map<
    string,
    ReadonlyArray<{ readonly words: readonly string[]; readonly from: number; readonly to: number }>
  >();

  /** All names in a text; one text is searched once, for all units that say the same. */
  const namesIn = (text: string) => {
    const known = seen.get(text);
    if (known) return known;
    const words = wordsOf(text);
    const found = words.flatMap(({ word, start }, i) =>
      (names.get(word) ?? []).flatMap((name) => {
        const last = words[i + name.length - 1];
        return last && name.every((part, k) => words[i + k]?.word === part)
          ? [{ words: name, from: start, to: last.end }]
          : [];
      }),
    );
    seen.set(text, found);
    return found;
  };

  return (unit: Unit, texts: readonly string[]): ForeignName[] => {
    const province = directory.provinces.get(unit.provinceCode)?.name ?? '';
    const own = [unit.name, province].flatMap((name) => [name, name.toLocaleUpperCase('vi')]);
    return texts.flatMap((text) => {
      const found = namesIn(text);
      if (found.length === 0) return [];
      const spans = own.flatMap((name) => placesOf(name, text).map((from) => ({ from, to: from + name.length })));
      return found
        .filter(({ from, to }) => !spans.some((span) => span.from <= from && to <= span.to))
        .map(({ words }) => ({ name: words.join(' '), text }));
    });
  };
}

function placesOf(name: string, text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) places.push(at);
  return places;
}

function wordsOf(text: string) {
  return [...text.matchAll(WORD)].map((match) => ({
    word: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** All texts of a value, wherever they stand; ids and hashes are none. */
export function textsOf(value: unknown, key = ''): string[] {
  if (typeof value === 'string')
    return ['id', 'level', 'hash', 'docId', 'partId', 'schema', 'ref'].includes(key) ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Array.isArray(value)
    ? value.flatMap((inner) => textsOf(inner, key))
    : Object.entries(value).flatMap(([name, inner]) => textsOf(inner, name));
}
