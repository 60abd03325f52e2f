import { z } from 'zod';
import type { Note, Save } from '#register/model/types.ts';
import type { ChangesSinceSeen } from '#usecases/collaboration/seen-text.ts';

/** A remark at a part of a document. */
export const noteResponse = z
  .object({
    version: z.number().meta({ description: 'Phiên bản của văn bản lúc nhận xét.' }),
    n: z.number(),
    partId: z.string().optional().meta({ description: 'Mã phần, tên trường hoặc vị trí (body/0/children/2).' }),
    place: z.string().optional().meta({ description: 'Chỗ được nhận xét, như in lúc ấy: “Mục II, khoản 1”.' }),
    text: z.string(),
    by: z.string(),
    at: z.string(),
    contentHash: z.string(),
  })
  .meta({ id: 'Note' });

/** A text that someone saw. */
export const seenResponse = z.object({ contentHash: z.string(), at: z.string() }).meta({ id: 'Seen' });

/** Changes since a reader's last look, as the API answers them. */
export const changesResponse = z
  .object({
    contentHash: z.string(),
    seen: seenResponse.optional(),
    changes: z
      .array(
        z.object({
          change: z.enum(['changed', 'added', 'removed']),
          anchor: z.string(),
          id: z.string().optional(),
          place: z.string(),
          was: z.unknown(),
          now: z.unknown(),
        }),
      )
      .nullable()
      .meta({ description: 'null: chưa xem lần nào, hoặc bản đã xem không còn được giữ.' }),
  })
  .meta({ id: 'ChangesSinceSeen' });

/** People who have a document open, as the API answers them. */
export const presenceResponse = z
  .object({ others: z.array(z.object({ staffId: z.string(), since: z.string(), at: z.string() })) })
  .meta({ id: 'Presence' });

/** Places of an old document that someone looked at. */
export const walkResponse = z.object({ looked: z.array(z.string()) }).meta({ id: 'Walk' });

/** A save of a draft. */
export const saveResponse = z
  .object({ rev: z.number(), sha256: z.string(), by: z.string(), at: z.string() })
  .meta({ id: 'Save' });

/** See {@link saveResponse}. */
export function toSaveResponse({ rev, sha256, by, at }: Save): z.infer<typeof saveResponse> {
  return { rev, sha256, by, at };
}

/** See {@link noteResponse}. */
export function toNoteResponse({ schema: _, organ: __, docId: ___, ...note }: Note): z.infer<typeof noteResponse> {
  return note;
}

/** See {@link changesResponse}. */
export function toChangesResponse({ changes, ...rest }: ChangesSinceSeen): z.infer<typeof changesResponse> {
  return { ...rest, changes: changes && [...changes] };
}
