/** Value that a condition compares with. */
export type Operand = string | number | boolean;

/**
 * Condition of a write, as data that both adapters judge alike. Comparisons with an absent attribute are false, but `<>`
 * is true.
 */
export type Condition =
  | { readonly is: 'absent' | 'exists'; readonly name: string }
  | { readonly is: '=' | '<>'; readonly name: string; readonly value: Operand }
  | { readonly is: '<' | '<=' | '>'; readonly name: string; readonly value: string | number }
  | { readonly is: 'and' | 'or'; readonly of: readonly Condition[] };

/** The attribute, or for `PK` the item, does not exist. */
export function absent(name: string): Condition {
  return { is: 'absent', name };
}

/** The attribute, or for `PK` the item, exists. */
export function exists(name: string): Condition {
  return { is: 'exists', name };
}

/** `attribute = value` for every entry, all of them. */
export function equals(wanted: Readonly<Record<string, Operand>>): Condition {
  return all(...Object.entries(wanted).map(([name, value]): Condition => ({ is: '=', name, value })));
}

/** The attribute is other than the value, or absent. */
export function differs(name: string, value: Operand): Condition {
  return { is: '<>', name, value };
}

/** The attribute sorts before the value, after it, or at most at it: numbers by value, strings by their UTF-8 bytes. */
export function ordered(name: string, is: '<' | '<=' | '>', value: string | number): Condition {
  return { is, name, value };
}

/** All of the conditions. */
export function all(...of: readonly Condition[]): Condition {
  return { is: 'and', of };
}

/** One of the conditions at least. */
export function any(...of: readonly Condition[]): Condition {
  return { is: 'or', of };
}

/** The item does not exist yet. */
export const isNew: Condition = absent('PK');
