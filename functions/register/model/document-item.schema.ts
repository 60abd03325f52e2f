import { z } from 'zod';
import { blobRefSchema, documentSummarySchema } from './document-summary.schema.ts';
import { numberVariantSchema } from './register-row.schema.ts';
import { sentSchema } from './send-line.schema.ts';
import { stateSchema } from './states.ts';
import { routeStepSchema } from './step.schema.ts';

/** Place of a line of the book that was struck. */
const struckPlaceSchema = z.object({
  year: z.number().int(),
  series: z.string(),
  codeNumber: z.number().int().positive(),
  copy: z.exactOptional(z.number().int()),
});

/** Another document of the organ, as a reader knows it. */
const linkSchema = z.object({
  docId: z.string(),
  symbol: z.string(),
  /** That document's number was voided: the link came to nothing. */
  voided: z.exactOptional(z.literal(true)),
});

/** A document of another organ, of which this one took over or by which it was taken over, and what the newer does to the older. */
const organLinkSchema = z.object({
  organ: z.string(),
  docId: z.string(),
  symbol: z.string(),
  issuedDate: z.iso.date(),
  kind: z.enum(['replaces', 'amends']),
});

/** See {@link organLinkSchema}. */
export type OrganLink = z.infer<typeof organLinkSchema>;

/** A document as the register keeps it, at `A#<organ>#D#<docId>` / `META`: the state stands here and nowhere else. */
export const documentItemSchema = documentSummarySchema.extend({
  schema: z.literal('document@1'),
  organ: z.string(),
  docId: z.string(),
  state: stateSchema,
  /** Counts transitions; the last audit event has the same version. */
  version: z.number().int().positive(),
  /** Counts saves of the draft: the ETag of If-Match. */
  rev: z.number().int().positive(),
  /** The last saved data. Absent on a paper record that was brought in without data. */
  data: z.exactOptional(blobRefSchema),
  /** The frozen blob, data and every profile value used; from submitting on. */
  frozen: z.exactOptional(blobRefSchema),
  /** SHA-256 of the frozen blob, or of what a brought-in document was made of. */
  contentHash: z.exactOptional(z.string()),
  drafterId: z.string(),
  /** Abbreviation of the unit whose draft it is, with its drafter's as they began it; absent: the whole office's. */
  unit: z.exactOptional(z.string()),
  /** Id of the document that it was begun with: what it still says as that did is to be looked at. */
  copiedFrom: z.exactOptional(z.string()),
  /** Co-drafters: they save the draft, and neither submit nor approve it. */
  coDrafters: z.exactOptional(z.array(z.string()).min(1).max(5)),
  /** People who saved the draft beside its drafter, each once. */
  savedBy: z.exactOptional(z.array(z.string())),
  /** Moment at which its superior last reminded the unit of it, until it is submitted. */
  remindedAt: z.exactOptional(z.iso.datetime()),
  /** Moment at which another than the drafter first opened it; from then on it is not taken back. */
  openedAt: z.exactOptional(z.iso.datetime()),
  /** staffId of that person. */
  openedBy: z.exactOptional(z.string()),
  /** staffId of the signer named in the block, from submitting on; absent on what was submitted before 0.2.0. */
  approverId: z.exactOptional(z.string()),
  /** Tells whether that person saved the draft. */
  ownDraft: z.exactOptional(z.boolean()),
  /** Its steps before the signature, as the office had them when it was submitted; absent: none. */
  route: z.exactOptional(z.array(routeStepSchema).min(1)),
  /** Count of steps passed. */
  step: z.exactOptional(z.number().int().nonnegative()),
  /** staffId of the person whose turn it is: a step's holder, then the signer. */
  holder: z.exactOptional(z.string()),
  /** Number of remarks on its version; absent: none. */
  notesCount: z.exactOptional(z.number().int().positive()),
  /** Hash over them, which the next event of the chain keeps. */
  notesHash: z.exactOptional(z.string()),
  /** Those who had it before it was returned, the signer among them: they see the draft until it is submitted again. */
  returnedFrom: z.exactOptional(z.array(z.string()).min(1)),
  /** staffId of the approver. */
  signerId: z.exactOptional(z.string()),
  /** Reason of its last return. */
  returnReason: z.exactOptional(z.string()),
  /** CodeNumber, from `numbered` on. */
  codeNumber: z.exactOptional(z.number().int().positive()),
  ...numberVariantSchema.shape,
  /** IssuedDate, `yyyy-mm-dd` in Asia/Ho_Chi_Minh, from `numbered` on. */
  issuedDate: z.exactOptional(z.iso.date()),
  /** Year of the series, from `numbered` on. */
  year: z.exactOptional(z.number().int()),
  /** Số và ký hiệu as printed, `35/KH-UBND`, from `numbered` on. */
  symbol: z.exactOptional(z.string()),
  /** Came with its number from an earlier book. */
  broughtIn: z.exactOptional(z.literal(true)),
  /** Was drafted elsewhere: its frozen blob is a `RegisteredDocument@1`. */
  registered: z.exactOptional(z.literal(true)),
  /** Hạn trình: until then it is signed. */
  submitBy: z.exactOptional(z.iso.date()),
  /** DueDate, hạn trả lời: until then its recipients answer. */
  replyBy: z.exactOptional(z.iso.date()),
  /** Place of the signed paper (Điều 19). */
  paperPlace: z.exactOptional(z.string()),
  /** It was registered without a file. */
  noFile: z.exactOptional(z.literal(true)),
  /** Its number was given by another system. */
  recorded: z.exactOptional(z.literal(true)),
  /** Lines of the book that it had by mistake, oldest first. */
  struckRows: z.exactOptional(z.array(struckPlaceSchema)),
  /** Ids of the documents that it replaces (thay thế); they become `replaced` when it becomes `issued`. */
  replaces: z.exactOptional(z.array(z.string()).min(1)),
  /** The document that replaced it. */
  replacedBy: z.exactOptional(linkSchema),
  /** Reason of its withdrawal, or of voiding its number. */
  endReason: z.exactOptional(z.string()),
  /** The notice that withdrew it (Điều 18.4). */
  notice: z.exactOptional(z.object({ symbol: z.string(), issuedDate: z.iso.date() })),
  /** The công văn that correct it (đính chính, Điều 18.3), oldest first. */
  correctedBy: z.exactOptional(z.array(linkSchema)),
  /** Ids of the documents that it corrects. */
  corrects: z.exactOptional(z.array(z.string())),
  /** Tells whether it was sent; absent on what was brought in, or issued before 0.2.0: nobody knows ("chưa rõ"). */
  sending: z.exactOptional(z.enum(['unsent', 'sent'])),
  /** Ids of the organs that it was sent to, where the register knows them; absent on what was sent before they were kept. */
  sentTo: z.exactOptional(z.array(z.string()).min(1)),
  /** To its own organ and those alone, by what was frozen: LƯU HÀNH NỘI BỘ, XEM XONG TRẢ LẠI, personal data. */
  restricted: z.exactOptional(z.literal(true)),
  /** Summary of its sendings, once there is one. */
  sent: z.exactOptional(sentSchema),
  /** The documents that amend it (sửa đổi, bổ sung, Điều 18.3), oldest first. */
  amendedBy: z.exactOptional(z.array(linkSchema)),
  /** Documents of predecessors that it replaces or amends. */
  predecessorLinks: z.exactOptional(z.array(organLinkSchema)),
  /** Documents of the successor that replace or amend it. */
  successorLinks: z.exactOptional(z.array(organLinkSchema)),
  /** Ids of the documents that it amends. */
  amends: z.exactOptional(z.array(z.string())),
  /** Request to void its number: it is not sent meanwhile. */
  voidAsked: z.exactOptional(z.object({ reason: z.string(), by: z.string(), at: z.iso.datetime() })),
  /** Moment at which a package for others was first made of it. */
  exportedAt: z.exactOptional(z.iso.datetime()),
  /** Hash of the last audit event. */
  chain: z.string(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});

/** See {@link documentItemSchema}. */
export type DocumentItem = z.infer<typeof documentItemSchema>;
