/** A value that is longer than its field. */
export interface LengthWarning {
  /** Path of the field: `To[3].OrganName`. */
  readonly field: string;
  /** In characters. */
  readonly length: number;
  readonly max: number;
}

/** Cuts values to the lengths of their fields, and remembers which were longer. */
export function createCutter() {
  const warnings: LengthWarning[] = [];
  const cut = (field: string, value: string, max: number): string => {
    const characters = [...value];
    if (characters.length <= max) return value;
    warnings.push({ field, length: characters.length, max });
    return characters.slice(0, max).join('');
  };
  return {
    cut,
    /** The same; null for what is not there. */
    cutOrNull: (field: string, value: string | undefined, max: number): string | null =>
      value === undefined || value === '' ? null : cut(field, value, max),
    warnings,
  };
}
