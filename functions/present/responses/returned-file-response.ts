import { z } from 'zod';
import { capitalised } from '#document/text/vietnamese.ts';
import type { HandsRemark, ReturnedFile } from '#usecases/heavy/returned-task.ts';
import type { FoundDraft } from '#usecases/word-files/find-returned-draft.ts';
import { standingName } from '../labels/labels.ts';
import { placeName } from '../labels/place-names.ts';
import { noticeText } from '../reading/read-problem-texts.ts';

/** From so alike on, a file is taken for one of the draft. */
const LIKELY = 0.6;

const remark = {
  author: z.string(),
  at: z.string().nullable(),
  text: z.string(),
  quote: z.string(),
  partId: z.string().nullable(),
};
const dataRecord = z.record(z.string(), z.unknown());
const side = z.enum(['unchanged', 'changed', 'added', 'removed']);

/** A file that came back, compared with its draft. */
export const returnedFileResponse = z
  .object({
    isLikely: z.boolean(),
    likeness: z.number(),
    changes: z.array(
      z.object({
        id: z.string(),
        place: z.string(),
        file: side,
        draft: side,
        outcome: z.enum(['same', 'file', 'draft', 'conflict']),
        was: z.unknown(),
        now: z.unknown(),
        own: z.unknown(),
        result: z.unknown(),
        isUnseen: z.boolean().meta({
          description:
            'Tệp khác bản thảo mà không có dấu sửa: bản thảo đã sửa sau khi gửi, hoặc tệp sửa không theo dõi.',
        }),
      }),
    ),
    untaken: z.array(z.object({ place: z.string(), was: z.array(z.string()), now: z.array(z.string()) })).meta({
      description:
        'Chữ trong tệp khác bản thảo mà bản thảo không có ô để lấy: từng phần, dòng của bản thảo, dòng của tệp.',
    }),
    data: dataRecord,
    tracked: z.array(z.object({ kind: z.enum(['inserted', 'deleted', 'formatted']), ...remark })),
    comments: z.array(z.object(remark)),
    notices: z.array(z.object({ code: z.string(), message: z.string() })),
  })
  .meta({ id: 'ReturnedFile' });

const OUTCOMES = { same: 'same', superior: 'file', unit: 'draft', conflict: 'conflict' } as const;

/** A compared file as people and machines read it; internal ids of the draft are ids of its parts. */
export function toReturnedFileResponse(returned: ReturnedFile): z.infer<typeof returnedFileResponse> {
  const { changes, unseen, untaken, data, likeness, tracked, comments, notices } = returned;
  const said = (one: HandsRemark) => ({ ...one });
  return {
    isLikely: likeness >= LIKELY,
    likeness,
    changes: changes.map(({ superior, unit, outcome, ...change }) => ({
      ...change,
      file: superior,
      draft: unit,
      outcome: OUTCOMES[outcome],
      isUnseen: unseen.has(change.id),
    })),
    untaken: untaken.map(({ place, was, now }) => ({
      place: capitalised(placeName(place)),
      was: was.map(({ text }) => text),
      now: now.map(({ text }) => text),
    })),
    data: dataRecord.parse(data),
    tracked: tracked.map((one) => ({ ...one })),
    comments: comments.map(said),
    notices: notices.map((notice) => ({ code: notice.code, message: noticeText(notice) })),
  };
}

/** Drafts that a file may have come from, the likest first. */
export const foundDraftsResponse = z
  .object({
    items: z.array(
      z.object({
        docId: z.string(),
        subject: z.string(),
        typeName: z.string(),
        state: z.string(),
        stateName: z.string(),
        drafterId: z.string(),
        updatedAt: z.string(),
        likeness: z.number(),
        isLikely: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'FoundDrafts' });

/** Found drafts as people and machines read them. */
export function toFoundDraftsResponse(found: readonly FoundDraft[]): z.infer<typeof foundDraftsResponse> {
  return {
    items: found.map(({ document, likeness }) => {
      const { docId, subject, typeName, state, drafterId, updatedAt } = document;
      const said = { docId, subject, typeName, state, stateName: standingName(document), drafterId, updatedAt };
      return { ...said, likeness, isLikely: likeness >= LIKELY };
    }),
  };
}
