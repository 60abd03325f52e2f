import type { ExchangeSettings } from '../exchange-settings.schema.ts';
import { vietnamTime } from '../vietnam-time.ts';
import { element, type XmlElement, xmlDocument } from '../xml.ts';
import { attachmentElements, type EdxmlAttachment, referenceElements } from './edxml-attachments.ts';
import { type EdxmlIdentity, edxmlDocumentId, slashed } from './edxml-document-id.ts';
import { type EdxmlMessage, messageHeader } from './edxml-header.ts';

/** Namespace of QCVN 102:2016/BTTTT. */
export const EDXML_NAMESPACE = 'http://www.mic.gov.vn/TBT/QCVN_102_2016';

/** Business of a package: new, recall or replace, spelt as in edXML. */
export interface EdxmlBusiness {
  readonly type: 'new' | 'recall' | 'replace';
  readonly reason: string | null;
  /** The document that it replaces. */
  readonly replaces: Omit<EdxmlIdentity, 'organ'> | null;
}

/** A document to be packed. */
export interface EdxmlInput {
  readonly message: EdxmlMessage;
  readonly business: EdxmlBusiness;
  readonly attachments: readonly EdxmlAttachment[];
  readonly settings: ExchangeSettings;
  /** Time of packing. */
  readonly at: Date;
}

const BUSINESS_TYPES = { new: 0, recall: 1, replace: 3 } as const;
const NOTE =
  'Gói xuất theo cấu trúc edXML (QCVN 102:2016/BTTTT), chưa ký số; không phải văn bản đã gửi qua trục liên thông.';

/** An edXML package of a document: an export, made to be read elsewhere; nothing is sent and nothing is signed. */
export function edxmlPackage(input: EdxmlInput): string {
  const { message, settings, attachments, at } = input;
  const prefix = (name: string) => `edXML:${name}`;
  const frame = (name: string, content: readonly XmlElement[]) => element(prefix(name), content);
  const everyChild = settings.prefix === 'all';
  const inner = (one: XmlElement): XmlElement => (everyChild ? prefixed(one) : one);
  const header = [messageHeader(message, settings), traceHeaderList(input)];
  const manifest: XmlElement = {
    name: prefix('edXMLManifest'),
    attributes: { version: '1.0' },
    content: referenceElements(attachments).map(inner),
  };
  return xmlDocument(
    {
      name: 'edXML',
      attributes: { xmlns: EDXML_NAMESPACE, 'xmlns:edXML': EDXML_NAMESPACE },
      content: [
        frame('edXMLEnvelope', [frame('edXMLHeader', header.map(inner)), frame('edXMLBody', [manifest])]),
        inner(element('AttachmentEncoded', attachmentElements(attachments, settings.attachments ?? 'base64'))),
      ],
    },
    `${NOTE} Lập lúc ${vietnamTime(at)}.`,
  );
}

function prefixed({ name, attributes, content }: XmlElement): XmlElement {
  return {
    name: `edXML:${name}`,
    ...(attributes && { attributes }),
    content: typeof content === 'string' ? content : content.map(prefixed),
  };
}

function traceHeaderList({ message, business, settings, at }: EdxmlInput): XmlElement {
  const { organCode } = settings;
  const replaced = business.replaces;
  return element('TraceHeaderList', [
    element('TraceHeader', [element('OrganId', organCode), element('Timestamp', slashed(vietnamTime(at)))]),
    element('Bussiness', [
      element('BussinessDocType', BUSINESS_TYPES[business.type]),
      element('BussinessDocReason', business.reason),
      ...(replaced ? [element('DocumentId', edxmlDocumentId({ ...replaced, organ: message.organ }, settings))] : []),
      element('Paper', message.isPaper ? 1 : 0),
    ]),
  ]);
}
