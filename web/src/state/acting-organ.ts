/** `/co-quan/<organ>` before an address: for which organ someone acts who belongs to several. */
const PREFIX = /^\/co-quan\/([a-z0-9-]+)(?=\/|$)/;

/** The organ that an address names; null where it is the person's own. */
export function organOfPath(path: string): string | null {
  const [, organ] = PREFIX.exec(path) ?? [];
  return organ ?? null;
}

/** The address of a view without the organ that it is for. */
export function withoutOrgan(path: string): string {
  return path.replace(PREFIX, '') || '/';
}

/** The address of a view for an organ; null: the person's own. */
export function forOrgan(organ: string | null, address: string): string {
  return organ === null ? address : `/co-quan/${organ}${address}`;
}

/** The organ of this load of the page; another one is another load, so that nothing of the one before is left in sight. */
export const actingOrgan: string | null = organOfPath(currentPath());

/** Tests run without an address bar. */
function currentPath(): string {
  const place: unknown = Reflect.get(globalThis, 'location');
  const path: unknown = typeof place === 'object' && place !== null ? Reflect.get(place, 'pathname') : undefined;
  return typeof path === 'string' ? path : '/';
}
