import { z } from 'zod';
import { about } from './about.ts';
import { line } from './text.schema.ts';

/** Prefix of a position: KT., TL., TUQ. or Q.; the issuer decides TM. (PL I, Mục II.7.b). */
export const authorityPrefix = z.enum(['KT.', 'TL.', 'TUQ.', 'Q.']);

/**
 * Signature block: authority lines from above to below, as one of the decree's stacks, with an advisory body's second
 * position. Without `fullName` the name comes from the organ's profile, by the last position.
 *
 * @example { authority: [{ prefix: 'KT.', position: 'Chủ tịch' }, { position: 'Phó Chủ tịch' }] }
 */
export const signer = z
  .strictObject({
    authority: z
      .array(
        z.strictObject({
          prefix: authorityPrefix
            .optional()
            .meta(about('Chữ trước chức vụ; TM. do issuer quyết định, không ghi ở đây.', 'KT.')),
          position: line.meta(about('Chức vụ, như trong hồ sơ cơ quan.', 'Phó Chủ tịch')),
        }),
      )
      .min(1)
      .max(3)
      .meta(
        about('Quyền hạn, chức vụ của người ký, từ dòng trên xuống dòng dưới.', [
          { prefix: 'KT.', position: 'Chủ tịch' },
          { position: 'Phó Chủ tịch' },
        ]),
      ),
    otherPosition: line
      .optional()
      .meta(about('Chức vụ thứ hai ghi trên họ tên, ở văn bản của tổ chức tư vấn.', 'Trưởng ban')),
    fullName: line
      .optional()
      .meta(about('Họ tên người ký; bỏ trống thì lấy theo chức vụ trong hồ sơ cơ quan.', 'Nguyễn Văn An')),
  })
  .meta({ id: 'Signer' });

/** Signature block, as data. */
export type Signer = z.infer<typeof signer>;
