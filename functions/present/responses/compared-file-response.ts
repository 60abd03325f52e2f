import { z } from 'zod';
import type { TextDifference } from '#read/compare/compare-texts.ts';
import type { ComparedFile } from '#usecases/heavy/compare-text-task.ts';
import { placeName } from '../labels/place-names.ts';
import { noticeText } from '../reading/read-problem-texts.ts';

/** A signed or attached file beside the approved text. */
export const comparedFileResponse = z
  .object({
    verdict: z.enum(['same', 'differs', 'another', 'no-text']),
    message: z.string(),
    differences: z.array(
      z.object({
        message: z.string(),
        place: z.string().meta({ description: 'Phần của văn bản.' }),
        page: z.number(),
        was: z.string().meta({ description: 'Chữ của văn bản đã duyệt; trống: tệp thêm vào.' }),
        now: z.string().meta({ description: 'Chữ của tệp; trống: tệp thiếu.' }),
        after: z.string().meta({ description: 'Chữ đứng ngay trước chỗ khác.' }),
      }),
    ),
    notices: z.array(z.object({ code: z.string(), message: z.string() })),
  })
  .meta({ id: 'ComparedFile' });

const MESSAGES: Readonly<Record<ComparedFile['verdict'], (count: number) => string>> = {
  same: () => 'Chữ trong tệp giống văn bản đã duyệt.',
  differs: (count) =>
    `Chữ trong tệp khác văn bản đã duyệt ở ${count} chỗ; hãy xem từng chỗ, nếu tệp sai thì chọn tệp đúng.`,
  another: () => 'Tệp này gần như không phải văn bản đã duyệt; hãy chọn lại tệp.',
  'no-text': () => 'Tệp là ảnh quét, không có lớp chữ để so; hãy đọc đối chiếu bằng mắt.',
};

/** A compared file as people and machines read it. */
export function toComparedFileResponse(compared: ComparedFile): z.infer<typeof comparedFileResponse> {
  const { verdict, differences, notices } = compared;
  return {
    verdict,
    message: MESSAGES[verdict](differences.length),
    differences: differences.map((one) => ({ ...one, message: differenceText(one), place: placeName(one.place) })),
    notices: notices.map((notice) => ({ code: notice.code, message: noticeText(notice) })),
  };
}

function differenceText({ place, page, was, now, after }: TextDifference): string {
  const where = `Trang ${page}, ${placeName(place)}${after === '' ? '' : `, sau “… ${after}”`}`;
  if (was === '') return `${where}: tệp thêm “${now}”.`;
  if (now === '') return `${where}: tệp thiếu “${was}”.`;
  return `${where}: đã duyệt “${was}”, trong tệp “${now}”.`;
}
