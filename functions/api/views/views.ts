import { z } from '@hono/zod-openapi';
import { signerInfoSchema } from '#register/model/facts.schema.ts';
import { actSchema, stateSchema } from '#register/model/states.ts';
import type { AuditEvent, DocumentItem, ProfileItem, View } from '#register/model/types.ts';
import type { Found } from '#register/register.ts';
import type { NumberAnswer } from '#usecases/finding/find-by-number.ts';
import { ACT_NAMES, STATE_NAMES } from '../problems/words.ts';

/** A finding, as people and machines read it. */
export const findingView = z
  .object({
    severity: z.enum(['error', 'warning']),
    code: z.string(),
    path: z.string(),
    pointer: z.array(z.union([z.string(), z.number()])).readonly(),
    message: z.string(),
    clause: z.string().nullable(),
  })
  .openapi('Finding');

const linkView = z.object({ docId: z.string(), symbol: z.string() });

/** A document, without its data and without what only the server needs. */
export const documentView = z
  .object({
    organ: z.string(),
    docId: z.string(),
    state: stateSchema,
    stateName: z.string(),
    version: z.number(),
    rev: z.number(),
    typeCode: z.string(),
    typeName: z.string(),
    organName: z.string(),
    codeNotation: z.string(),
    series: z.string(),
    subject: z.string(),
    signerInfo: signerInfoSchema.optional(),
    to: z.array(z.string()),
    urgency: z.string().optional(),
    drafterId: z.string(),
    signerId: z.string().optional(),
    returnReason: z.string().optional(),
    contentHash: z.string().optional(),
    codeNumber: z.number().optional(),
    symbol: z.string().optional(),
    issuedDate: z.string().optional(),
    year: z.number().optional(),
    broughtIn: z.literal(true).optional(),
    replaces: z.array(z.string()).optional(),
    replacedBy: linkView.optional(),
    endReason: z.string().optional(),
    correctedBy: z.array(linkView).optional(),
    corrects: z.array(z.string()).optional(),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .openapi('Document');

/** An issued file and where it is downloaded. */
export const fileView = z
  .object({
    role: z.enum(['rendered', 'appendix', 'signed', 'scan']),
    fileId: z.string(),
    fileName: z.string(),
    contentType: z.string(),
    size: z.number(),
    sha256: z.string(),
    href: z.string(),
  })
  .openapi('IssuedFile');

/** A document as every organ may see it: not who in the house worked on it. */
export const issuedDocumentView = documentView
  .omit({ drafterId: true, signerId: true, returnReason: true })
  .openapi('IssuedDocument');

/** A document that has a number, with its files. */
export const foundView = z
  .object({ document: issuedDocumentView, files: z.array(fileView) })
  .openapi('NumberedDocument');

/** One event of a document's audit chain. */
export const auditView = z
  .object({
    version: z.number(),
    act: actSchema,
    actName: z.string(),
    state: stateSchema,
    actor: z.string(),
    at: z.string(),
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    prevHash: z.string(),
    hash: z.string(),
  })
  .openapi('AuditEvent');

/** A look at a document. */
export const lookView = z
  .object({
    kind: z.enum(['view', 'download']),
    actor: z.string(),
    at: z.string(),
    fileId: z.string().optional(),
  })
  .openapi('View');

/** A profile of an organ with its rev. */
export const profileView = z
  .object({
    validFrom: z.string(),
    rev: z.number(),
    updatedBy: z.string(),
    updatedAt: z.string(),
    profile: z.unknown(),
  })
  .openapi('Profile');

/** The answer to a number. `chưa cấp` is said only of the asker's own series. */
export const answerView = z
  .object({
    asked: z.object({
      number: z.number(),
      notation: z.string().nullable(),
      typeCode: z.string().nullable(),
      year: z.number().nullable(),
    }),
    found: z.array(foundView),
    absent: z.array(
      z.object({
        year: z.number(),
        series: z.string(),
        reason: z.enum(['not-yet-given', 'year-over', 'below-start', 'other-symbol']),
        reasonName: z.string(),
        symbol: z.string().optional(),
      }),
    ),
    cursor: z.string().optional(),
  })
  .openapi('NumberAnswer');

/** What a search found; where a name means several organs, those to choose from and nothing else. */
export const searchView = z
  .object({
    organs: z.array(z.object({ organ: z.string(), name: z.string() })),
    items: z.array(foundView),
    cursor: z.string().optional(),
  })
  .openapi('SearchAnswer');

const ABSENT_NAMES = {
  'not-yet-given': 'chưa cấp',
  'year-over': 'năm đó không cấp đến số này',
  'below-start': 'thuộc sổ cũ, chưa nhập vào hệ thống',
  'other-symbol': 'số đã cấp với ký hiệu khác',
} as const;

/** See {@link documentView}. */
export function viewDocument(document: DocumentItem): z.infer<typeof documentView> {
  const { schema: _, data: __, frozen: ___, chain: ____, archivedAt: _____, issuedAmount: ______, ...rest } = document;
  return { ...rest, stateName: STATE_NAMES[document.state] };
}

/** See {@link foundView}. */
export function viewFound({ document, row }: Found): z.infer<typeof foundView> {
  const files = row.files.map(({ role, fileId, fileName, contentType, size, sha256 }) => ({
    role,
    fileId,
    fileName,
    contentType,
    size,
    sha256,
    href: `/issued/${row.organ}/${row.docId}/files/${fileId}`,
  }));
  const { drafterId: _, signerId: __, returnReason: ___, ...shown } = viewDocument(document);
  return { document: shown, files };
}

/** See {@link auditView}. */
export function viewEvent({ schema: _, organ: __, docId: ___, ...event }: AuditEvent): z.infer<typeof auditView> {
  return { ...event, actName: ACT_NAMES[event.act] };
}

/** See {@link lookView}. */
export function viewLook({ kind, actor, at, fileId }: View): z.infer<typeof lookView> {
  return { kind, actor, at, ...(fileId !== undefined && { fileId }) };
}

/** See {@link profileView}. */
export function viewProfile({ validFrom, rev, updatedBy, updatedAt, profile }: ProfileItem) {
  return { validFrom, rev, updatedBy, updatedAt, profile };
}

/** See {@link answerView}. */
export function viewAnswer({ asked, found, absent, cursor }: NumberAnswer): z.infer<typeof answerView> {
  return {
    asked,
    found: found.map(viewFound),
    absent: absent.map((one) => ({ ...one, reasonName: ABSENT_NAMES[one.reason] })),
    ...(cursor !== undefined && { cursor }),
  };
}
