import { z } from 'zod';
import type { CheckReport } from '#check/check-docx.ts';
import type { CheckedWordFile, ImportedWordFile } from '#usecases/heavy/word-tasks.ts';
import { countsOf } from '../checking/check-lines.ts';
import { intakeNoteText } from '../reading/intake-lines.ts';
import { noticeText } from '../reading/read-problem-texts.ts';
import { drawnFileResponse, toDrawnFile } from './drawn-file-response.ts';
import { findingResponse } from './finding-response.ts';

const noticeResponse = z.object({ code: z.string(), message: z.string() });

/** The check of a Word file. */
export const checkResponse = z
  .object({
    kind: z.enum(['administrative', 'legislation', 'party', 'collection', 'unknown']),
    typeName: z.string().nullable(),
    pageCount: z.number(),
    pagesKnown: z.boolean(),
    counts: z.object({
      pass: z.number(),
      error: z.number(),
      warning: z.number(),
      hint: z.number(),
      notAssessed: z.number(),
    }),
    results: z.array(
      z.object({
        id: z.string(),
        clause: z.string().nullable(),
        severity: z.enum(['error', 'warning', 'hint']),
        title: z.string(),
        verdict: z.enum(['pass', 'fail', 'not-assessed']),
        reason: z.string().nullable(),
        violations: z.array(
          z.object({
            found: z.string(),
            expected: z.string(),
            page: z.number(),
            quote: z.string(),
            paragraph: z.number().nullable(),
            source: z.string().optional(),
            isFixable: z.boolean(),
          }),
        ),
      }),
    ),
    notices: z.array(noticeResponse),
  })
  .meta({ id: 'WordCheck' });

/** A check as people and machines read it. */
export function toCheckResponse(report: CheckReport): z.infer<typeof checkResponse> {
  return {
    ...report,
    counts: countsOf(report),
    results: report.results.map((result) => ({
      ...result,
      violations: result.violations.map(({ fix, ...violation }) => ({ ...violation, isFixable: fix !== undefined })),
    })),
    notices: report.notices.map((notice) => ({ code: notice.code, message: noticeText(notice) })),
  };
}

/** The check of a file that was brought, with the file as it stands. */
export const fileCheckResponse = checkResponse.extend({ drawn: drawnFileResponse }).meta({ id: 'WordFileCheck' });

/** A check with its file, as people and machines read it. */
export function toFileCheckResponse({ report, drawn }: CheckedWordFile): z.infer<typeof fileCheckResponse> {
  return { ...toCheckResponse(report), drawn: toDrawnFile(drawn) };
}

/** The check that was kept when a document was approved. */
export const approvalCheckResponse = z
  .object({ contentHash: z.string(), fileSha256: z.string(), report: checkResponse.nullable() })
  .meta({ id: 'ApprovalCheck' });

/** A draft out of a Word file. */
export const importResponse = z
  .object({
    data: z.record(z.string(), z.unknown()),
    issuance: z.object({ number: z.number(), issuedDate: z.string() }).nullable(),
    notes: z.array(z.object({ code: z.string(), message: z.string(), page: z.number().nullable() })),
    notices: z.array(noticeResponse),
    findings: z.array(findingResponse),
    drawn: drawnFileResponse,
  })
  .meta({ id: 'WordImport' });

/** A draft out of a Word file, as people and machines read it. */
export function toImportResponse({
  intake,
  notices,
  findings,
  drawn,
}: ImportedWordFile): z.infer<typeof importResponse> {
  return {
    data: { ...intake.draft },
    issuance: intake.issuance,
    notes: intake.notes.map((note) => ({ code: note.code, message: intakeNoteText(note), page: note.page })),
    notices: notices.map((notice) => ({ code: notice.code, message: noticeText(notice) })),
    drawn: toDrawnFile(drawn),
    findings: findings.map((finding) => ({ ...finding, pointer: [...finding.pointer] })),
  };
}
