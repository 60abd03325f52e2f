/** Subject of a partition of the table. */
export type PartitionName =
  | { readonly kind: 'series'; readonly organ: string; readonly year: number; readonly series: string }
  | { readonly kind: 'document'; readonly organ: string; readonly docId: string }
  | { readonly kind: 'profiles'; readonly organ: string }
  /** Settings of an office, its libraries, the symbols of its series in a year, or one of its fan-outs. */
  | { readonly kind: 'settings'; readonly organ: string; readonly partition: string }
  | { readonly kind: 'other' };

/** Reads a partition key that this register wrote. */
export function readPartition(pk: string): PartitionName {
  const [, organ, kind, first, second] = /^A#([^#]+)#([RD])#([^#]+)(?:#([^#]+))?$/.exec(pk) ?? [];
  if (organ !== undefined && kind === 'D' && first !== undefined) return { kind: 'document', organ, docId: first };
  if (organ !== undefined && kind === 'R' && first !== undefined && second !== undefined) {
    return { kind: 'series', organ, year: Number(first), series: second };
  }
  const [, named, part] = /^A#([^#]+)#([POL]|R#\d{4}|F#[A-Za-z0-9][^#]*)$/.exec(pk) ?? [];
  if (named === undefined) return { kind: 'other' };
  return part === 'P' ? { kind: 'profiles', organ: named } : { kind: 'settings', organ: named, partition: pk };
}
