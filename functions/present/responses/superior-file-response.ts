import { z } from 'zod';
import { superiorFile } from '#localise/from-file/superior-file.schema.ts';
import type { ReadSuperiorFile } from '#usecases/heavy/superior-task.ts';
import type { PlanFromFile } from '#usecases/word-files/plan-from-superior-file.ts';
import { intakeNoteText } from '../reading/intake-lines.ts';
import { noticeText } from '../reading/read-problem-texts.ts';
import { fateText, knownAsText, reasonText } from '../reading/superior-lines.ts';

const partText = z.object({ id: z.string(), text: z.string() });

/** A superior's plan out of its Word file. */
export const superiorFileResponse = z
  .object({
    file: superiorFile,
    proposals: z.array(
      z.object({
        id: z.string(),
        level: z.string(),
        text: z.string(),
        fate: z.enum(['down', 'stays', 'undecided']),
        reason: z.string(),
        lead: z.string().optional(),
        deadline: z.string().optional(),
        message: z.string(),
      }),
    ),
    alignment: z
      .object({
        parts: z.array(
          z.object({
            id: z.string(),
            text: z.string(),
            as: z.enum(['same', 'changed', 'moved', 'unsure', 'added']),
            likeness: z.number(),
            message: z.string(),
          }),
        ),
        removed: z.array(partText),
      })
      .nullable(),
    notes: z.array(z.object({ code: z.string(), message: z.string(), page: z.number().nullable() })),
    notices: z.array(z.object({ code: z.string(), message: z.string() })),
  })
  .meta({ id: 'SuperiorFile' });

/** A superior's file as people and machines read it. */
export function toSuperiorFileResponse({
  read,
  notes,
  notices,
}: ReadSuperiorFile): z.infer<typeof superiorFileResponse> {
  const { file, proposals, alignment } = read;
  return {
    file,
    proposals: proposals.map((proposal) => ({
      ...proposal,
      message: `${fateText(proposal.fate)}: ${reasonText(proposal)}`,
    })),
    alignment: alignment && {
      parts: alignment.parts.map((part) => ({ ...part, message: knownAsText(part.as) })),
      removed: [...alignment.removed],
    },
    notes: notes.map((note) => ({ code: note.code, message: intakeNoteText(note), page: note.page })),
    notices: notices.map((notice) => ({ code: notice.code, message: noticeText(notice) })),
  };
}

/** A unit's plan out of a superior's file, or the parts that it has yet to decide. */
export const planFromFileResponse = z
  .object({
    data: z.record(z.string(), z.unknown()).nullable(),
    undecided: z.array(partText),
    findings: z.array(z.object({ code: z.string(), severity: z.string(), message: z.string() })),
  })
  .meta({ id: 'PlanFromFile' });

/** A unit's plan out of a superior's file, as people and machines read it. */
export function toPlanFromFileResponse({
  data,
  undecided,
  findings,
}: PlanFromFile): z.infer<typeof planFromFileResponse> {
  return {
    data: data && { ...data },
    undecided: [...undecided],
    findings: findings.map(({ code, severity, message }) => ({ code, severity, message })),
  };
}
