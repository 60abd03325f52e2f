import { planOrigin } from '#document/schemas/origin.schema.ts';

/** Origin of a plan that was made of a superior's Word file; null for every other document. */
export function fileOrigin(data: unknown) {
  if (typeof data !== 'object' || data === null || !('localisedFrom' in data)) return null;
  return planOrigin.safeParse(data.localisedFrom).data?.file ?? null;
}
