import { z } from 'zod';
import { signerInfoSchema } from '#register/model/document-summary.schema.ts';
import { sentSchema } from '#register/model/send-line.schema.ts';
import { stateSchema } from '#register/model/states.ts';
import { routeStepSchema } from '#register/model/step.schema.ts';
import type { DocumentItem, IssuedFile } from '#register/model/types.ts';
import type { NumberedDocument } from '#register/register.ts';
import { legalName, signatureNote } from '../labels/file-labels.ts';
import { standingName } from '../labels/labels.ts';

const linkResponse = z.object({ docId: z.string(), symbol: z.string(), voided: z.literal(true).optional() });

const organLinkResponse = z
  .object({
    organ: z.string(),
    docId: z.string(),
    symbol: z.string(),
    issuedDate: z.string(),
    kind: z.enum(['replaces', 'amends']).meta({ description: 'Thay thế, hay sửa đổi, bổ sung.' }),
  })
  .meta({ id: 'OrganLink' });

/** A document, without its data and without what only the server needs. */
export const documentResponse = z
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
    unit: z.string().optional().meta({ description: 'Đơn vị của người soạn: ai trong đơn vị cũng thấy dự thảo.' }),
    copiedFrom: z.string().optional().meta({ description: 'Văn bản mà dự thảo bắt đầu từ đó (Soạn từ văn bản này).' }),
    coDrafters: z.array(z.string()).optional(),
    signerId: z.string().optional(),
    approverId: z.string().optional(),
    ownDraft: z.boolean().optional(),
    // The library takes an exact optional for required.
    route: z.array(routeStepSchema.extend({ deputy: z.string().optional() })).optional(),
    step: z.number().optional(),
    holder: z.string().optional(),
    remindedAt: z.string().optional().meta({ description: 'Cấp trên nhắc lúc nào.' }),
    openedAt: z.string().optional(),
    openedBy: z.string().optional(),
    returnReason: z.string().optional(),
    contentHash: z.string().optional(),
    codeNumber: z.number().optional(),
    symbol: z.string().optional(),
    issuedDate: z.string().optional(),
    year: z.number().optional(),
    broughtIn: z.literal(true).optional(),
    registered: z.literal(true).optional(),
    recorded: z.literal(true).optional(),
    paperPlace: z.string().optional().meta({ description: 'Nơi để bản gốc giấy.' }),
    submitBy: z.string().optional().meta({ description: 'Hạn trình.' }),
    replyBy: z.string().optional().meta({ description: 'Hạn trả lời văn bản.' }),
    noFile: z.literal(true).optional(),
    restricted: z.literal(true).optional().meta({ description: 'Chỉ cơ quan mình và nơi đã gửi xem được.' }),
    pageAmount: z.number().optional(),
    issuedAmount: z.number().optional().meta({ description: 'Số lượng bản.' }),
    archivedAt: z.string().optional().meta({ description: 'Đơn vị soạn thảo, ở dòng Lưu.' }),
    replaces: z.array(z.string()).optional(),
    replacedBy: linkResponse.optional(),
    sending: z.enum(['unsent', 'sent']).optional(),
    sent: sentSchema.optional(),
    endReason: z.string().optional(),
    notice: z.object({ symbol: z.string(), issuedDate: z.string() }).optional(),
    correctedBy: z.array(linkResponse).optional(),
    amendedBy: z.array(linkResponse).optional(),
    amends: z.array(z.string()).optional(),
    predecessorLinks: z
      .array(organLinkResponse)
      .optional()
      .meta({ description: 'Văn bản của cơ quan trước mà văn bản này thay thế, sửa đổi.' }),
    successorLinks: z
      .array(organLinkResponse)
      .optional()
      .meta({ description: 'Văn bản của cơ quan kế thừa thay thế, sửa đổi văn bản này.' }),
    voidAsked: z.object({ reason: z.string(), by: z.string(), at: z.string() }).optional(),
    exportedAt: z.string().optional(),
    corrects: z.array(z.string()).optional(),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: 'Document' });

/** An issued file and where it is downloaded. */
export const fileResponse = z
  .object({
    role: z.enum(['rendered', 'appendix', 'signed', 'scan', 'given']),
    fileId: z.string(),
    fileName: z.string(),
    contentType: z.string(),
    size: z.number(),
    sha256: z.string(),
    href: z.string(),
    legalName: z.string().meta({ description: 'Tên theo Điều 3.8: bản có số (chưa ký), bản gốc điện tử, bản quét …' }),
    signatureNote: z.string().optional().meta({ description: 'Tên trong chữ ký số; chứng thư chưa được kiểm tra.' }),
    supersededBy: z.string().optional().meta({ description: 'Tệp đã thay tệp này.' }),
    reason: z.string().optional().meta({ description: 'Lý do thay.' }),
  })
  .meta({ id: 'IssuedFile' });

/** Fields on how the house worked on a document, and who did. */
const INSIDE = {
  paperPlace: true,
  submitBy: true,
  drafterId: true,
  unit: true,
  coDrafters: true,
  signerId: true,
  approverId: true,
  ownDraft: true,
  returnReason: true,
  route: true,
  step: true,
  holder: true,
  remindedAt: true,
  openedAt: true,
  openedBy: true,
  sending: true,
  sent: true,
  voidAsked: true,
  exportedAt: true,
} as const;

/** A document as every organ may see it: not who in the house worked on it. */
export const issuedDocumentResponse = documentResponse.omit(INSIDE).meta({ id: 'IssuedDocument' });

/** A document that has a number, with its files. */
export const numberedDocumentResponse = z
  .object({ document: issuedDocumentResponse, files: z.array(fileResponse) })
  .meta({ id: 'NumberedDocument' });

/** See {@link documentResponse}. */
export function toDocumentResponse(document: DocumentItem): z.infer<typeof documentResponse> {
  const {
    schema: _,
    data: __,
    frozen: ___,
    chain: ____,
    struckRows: _____,
    notesCount: ________,
    notesHash: _________,
    savedBy: __________,
    returnedFrom: ___________,
    ...rest
  } = document;
  return { ...rest, stateName: standingName(document) };
}

/** See {@link numberedDocumentResponse}. */
export function toNumberedDocumentResponse({
  document,
  row,
}: NumberedDocument): z.infer<typeof numberedDocumentResponse> {
  const files = row.files.map((file) => toFileResponse(row, file));
  const shown = issuedDocumentResponse.parse(toDocumentResponse(document));
  return { document: shown, files };
}

function toFileResponse({ organ, docId }: NumberedDocument['row'], file: IssuedFile): z.infer<typeof fileResponse> {
  const { role, fileId, fileName, contentType, size, sha256, supersededBy, reason } = file;
  const note = signatureNote(file);
  return {
    role,
    fileId,
    fileName,
    contentType,
    size,
    sha256,
    href: `/issued/${organ}/${docId}/files/${fileId}`,
    legalName: legalName(file),
    ...(note !== null && { signatureNote: note }),
    ...(supersededBy !== undefined && { supersededBy }),
    ...(reason !== undefined && { reason }),
  };
}
