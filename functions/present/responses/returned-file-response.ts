import { z } from 'zod';
import type { HandsRemark, ReturnedFile } from '#usecases/heavy/returned-task.ts';
import type { FoundDraft } from '#usecases/word-files/find-returned-draft.ts';
import { standingName } from '../labels/labels.ts';
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
      }),
    ),
    data: z.record(z.string(), z.unknown()),
    tracked: z.array(z.object({ kind: z.enum(['inserted', 'deleted', 'formatted']), ...remark })),
    comments: z.array(z.object(remark)),
    notices: z.array(z.object({ code: z.string(), message: z.string() })),
  })
  .meta({ id: 'ReturnedFile' });

const OUTCOMES = { same: 'same', superior: 'file', unit: 'draft', conflict: 'conflict' } as const;

/** A compared file as people and machines read it; internal ids of the draft are ids of its parts. */
export function toReturnedFileResponse(returned: ReturnedFile): z.infer<typeof returnedFileResponse> {
  const { changes, result, likeness, tracked, comments, notices } = returned;
  const said = (one: HandsRemark) => ({ ...one });
  return {
    isLikely: likeness >= LIKELY,
    likeness,
    changes: changes.map(({ superior, unit, outcome, ...change }) => ({
      ...change,
      file: superior,
      draft: unit,
      outcome: OUTCOMES[outcome],
    })),
    data: { ...result },
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
