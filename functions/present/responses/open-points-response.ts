import { z } from 'zod';
import type { OpenLine, OpenPoint } from '#usecases/book/open-points.ts';

const LACK_NAMES: Readonly<Record<OpenPoint, string>> = {
  unsent: 'đã cấp số, chưa gửi',
  'no-signed-copy': 'chưa có bản đã ký',
  'no-place': 'chưa ghi nơi để bản gốc giấy',
};

/** A line of the book that something is lacking of. */
export const openLineResponse = z
  .object({
    docId: z.string(),
    symbol: z.string(),
    issuedDate: z.string(),
    subject: z.string(),
    lacks: z.array(z.enum(['unsent', 'no-signed-copy', 'no-place'])),
    lackNames: z.array(z.string()).meta({ description: 'Những điều còn thiếu, bằng lời.' }),
  })
  .meta({ id: 'OpenLine' });

/** See {@link openLineResponse}. */
export function toOpenLineResponse({ lacks, ...line }: OpenLine): z.infer<typeof openLineResponse> {
  return { ...line, lacks: [...lacks], lackNames: lacks.map((lack) => LACK_NAMES[lack]) };
}
