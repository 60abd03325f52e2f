import { storeZip } from '#package/store-zip.ts';
import { element, type XmlElement } from '../xml.ts';

/** Description of a file in the manifest, by its role. */
const DESCRIPTIONS = {
  rendered: 'Bản có số (chưa ký)',
  appendix: 'Phụ lục',
  signed: 'Bản đã ký',
  scan: 'Bản quét từ bản gốc giấy',
  given: 'Tệp kèm theo',
} as const;

/** A file of the document. */
export interface EdxmlAttachment {
  /** Server id of the file. */
  readonly fileId: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly role: keyof typeof DESCRIPTIONS;
  readonly bytes: Uint8Array;
}

/** Encoding of an attachment: base64, or a zip in base64. */
export type AttachmentForm = 'base64' | 'zip-base64';

/** The manifest's references. */
export function referenceElements(attachments: readonly EdxmlAttachment[]): XmlElement[] {
  return attachments.map(({ fileId, contentType, fileName, role }) =>
    element('Reference', [
      element('ContentId', `cid:${fileId}`),
      element('ContentType', contentType),
      element('AttachmentName', fileName),
      element('Description', DESCRIPTIONS[role]),
    ]),
  );
}

/** The attachments beside the envelope, bytes and all. */
export function attachmentElements(attachments: readonly EdxmlAttachment[], form: AttachmentForm): XmlElement[] {
  return attachments.map(({ fileId, contentType, fileName, role, bytes }) => {
    const packed = form === 'zip-base64' ? storeZip(new Map([[fileName, bytes]])) : bytes;
    return {
      name: 'Attachment',
      content: [
        element('ContentId', `cid:${fileId}`),
        element('AttachmentName', fileName),
        element('Description', DESCRIPTIONS[role]),
        element('ContentType', contentType),
        {
          name: 'ContentTransferEncoded',
          content: Buffer.from(packed).toString('base64'),
        },
      ],
    };
  });
}
