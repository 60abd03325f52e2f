import { storeZip } from '#package/store-zip.ts';
import { element, type XmlElement } from '../xml.ts';

/** A file of the document. */
export interface EdxmlAttachment {
  /** Server id of the file. */
  readonly fileId: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly description: string;
  readonly bytes: Uint8Array;
}

/** How bytes are put in: as base64, or in a zip of their own first. */
export type AttachmentForm = 'base64' | 'zip-base64';

/** The manifest's references. */
export function referenceElements(attachments: readonly EdxmlAttachment[]): XmlElement[] {
  return attachments.map(({ fileId, contentType, fileName, description }) =>
    element('Reference', [
      element('ContentId', `cid:${fileId}`),
      element('ContentType', contentType),
      element('AttachmentName', fileName),
      element('Description', description),
    ]),
  );
}

/** The attachments beside the envelope, bytes and all. */
export function attachmentElements(attachments: readonly EdxmlAttachment[], form: AttachmentForm): XmlElement[] {
  return attachments.map(({ fileId, contentType, fileName, description, bytes }) => {
    const packed = form === 'zip-base64' ? storeZip(new Map([[fileName, bytes]])) : bytes;
    return {
      name: 'Attachment',
      content: [
        element('ContentId', `cid:${fileId}`),
        element('AttachmentName', fileName),
        element('Description', description),
        element('ContentType', contentType),
        {
          name: 'ContentTransferEncoded',
          content: Buffer.from(packed).toString('base64'),
        },
      ],
    };
  });
}
