import { z } from 'zod';
import { about } from './about.ts';
import { stableId } from './text.schema.ts';

/**
 * With whom an organ shares what it has issued. The organ itself says it, all of it: nobody gains sight of an organ by naming
 * it as their superior.
 *
 * - `sharedWith`: `all` organs of the system (also where nothing is said); `recipients`: to whom it was sent; `superiorAndUnits`;
 *   `own`: nobody else.
 * - `successor`: id of the organ that took it over; it reads all that was issued, whatever `sharedWith` says.
 * - `superiorOrgan`, `unitOrgans`: ids of the organ above (cơ quan cấp trên) and of those below (đơn vị cấp dưới).
 */
export const organSharing = z.object({
  sharedWith: z
    .enum(['all', 'recipients', 'superiorAndUnits', 'own'])
    .optional()
    .meta(
      about(
        'Ai khác xem được văn bản đã ban hành: mọi cơ quan, nơi đã gửi đến, cấp trên và đơn vị, hay không ai.',
        'recipients',
      ),
    ),
  successor: stableId
    .optional()
    .meta(about('Mã cơ quan kế thừa, khi cơ quan này đã nhập, chia: xem mọi văn bản đã ban hành.', 'phuong-binh-long')),
  superiorOrgan: stableId.optional().meta(about('Mã cơ quan cấp trên.', 'dong-nai')),
  unitOrgans: z
    .array(stableId)
    .max(500)
    .optional()
    .meta(about('Mã các đơn vị cấp dưới.', ['phuong-binh-long'])),
});

/** See {@link organSharing}. */
export type Sharing = Pick<z.infer<typeof organSharing>, 'sharedWith' | 'successor' | 'superiorOrgan' | 'unitOrgans'>;

/** Reach of a document beside its organ's sharing. */
export interface Reach {
  /** Organs that it was sent to. */
  readonly sentTo?: readonly string[];
  /** LƯU HÀNH NỘI BỘ, XEM XONG TRẢ LẠI or personal data: to those that it was sent to, and nobody else. */
  readonly restricted?: boolean;
}

/** Tells whether a document that an organ issued is shared with another one. */
export function isSharedWith(
  { sharedWith = 'all', successor, superiorOrgan, unitOrgans = [] }: Sharing,
  other: string,
  { sentTo = [], restricted = false }: Reach = {},
): boolean {
  if (successor === other) return true;
  if (sharedWith !== 'own' && sentTo.includes(other)) return true;
  if (restricted) return false;
  switch (sharedWith) {
    case 'all':
      return true;
    case 'recipients':
      return false;
    case 'superiorAndUnits':
      return superiorOrgan === other || unitOrgans.includes(other);
    case 'own':
      return false;
  }
}
