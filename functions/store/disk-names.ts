/** Names that Windows keeps for devices, whatever ending they bear. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** A part of a key as it is named on disk: everywhere alike, so that a directory can move between systems. */
export function diskName(segment: string): string {
  return RESERVED.test(segment) || segment.endsWith('.') ? `_${segment}_` : segment;
}

/** The part of a key that a name on disk stands for; keys never begin with `_`. */
export function keySegment(name: string): string {
  return name.startsWith('_') ? name.slice(1, -1) : name;
}
