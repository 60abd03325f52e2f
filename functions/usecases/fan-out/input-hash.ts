import { sha256Hex } from '#base/node/hash.ts';
import { oncePerPiece } from '#document/common-pieces.ts';
import type { IsoDate } from '#document/dates.ts';
import type { KeHoach } from '#document/schemas/ke-hoach.schema.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import type { Part } from '#document/schemas/part.schema.ts';

/** SHA-256 of all that a unit's files depend on. Parts go in by their own hashes: most are other units' too, and hashed once. */
export function inputHash(document: KeHoach, organ: OrganProfile, on: IsoDate): string {
  const { body, appendices = [], ...rest } = document;
  const hashed = {
    ...rest,
    body: body.map(partHash),
    appendices: appendices.map((appendix) => ({ ...appendix, body: appendix.body.map(partHash) })),
  };
  return sha256Hex(JSON.stringify({ document: hashed, organ, year: on.slice(0, 4) }));
}

const partHash = oncePerPiece(({ children, ...own }: Part): string =>
  sha256Hex(JSON.stringify({ ...own, children: children?.map(partHash) })),
);
