import { findType } from '#document/type-table.ts';
import type { ExchangeSettings } from '../exchange-settings.schema.ts';
import type { Metadata } from '../metadata/metadata.ts';
import { element, type XmlElement } from '../xml.ts';
import { type EdxmlIdentity, edxmlDocumentId, slashed } from './edxml-document-id.ts';

/** Header of a document beyond its metadata. */
export interface EdxmlMessage extends EdxmlIdentity {
  readonly metadata: Metadata;
  readonly typeCode: string;
  readonly parentName: string | null;
  readonly address: string | null;
  /** Địa danh. */
  readonly place: string;
  /** Authority lines above the signer's own position: "TM. Ủy ban nhân dân; KT. Chủ tịch". */
  readonly competence: string | null;
  /** The drafter's mark on the Lưu line. */
  readonly drafterMark: string | null;
  /** Titles of the appendices. */
  readonly appendices: readonly string[];
  readonly isPaper: boolean;
}

/** The MessageHeader; DocumentType.Type is the place of the type in Điều 7 unless the settings say another. PL VI's IssuedDate and IssuedAmount are PromulgationDate and PromulgationAmount here. */
export function messageHeader(message: EdxmlMessage, settings: ExchangeSettings): XmlElement {
  const { metadata, place, competence, typeCode, issuedDate } = message;
  const { CodeNumber, CodeNotation, TypeName, Subject, SignerInfo, DueDate, To } = metadata;
  return element('MessageHeader', [
    fromElement(message, settings),
    ...To.map(({ OrganId, OrganName }) => element('To', organElements({ OrganId, OrganName }))),
    element('Code', [element('CodeNumber', CodeNumber), element('CodeNotation', CodeNotation)]),
    element('PromulgationInfo', [element('Place', place), element('PromulgationDate', slashed(issuedDate))]),
    element('DocumentType', [
      element('Type', settings.documentTypes?.[typeCode] ?? findType(typeCode)?.ordinal ?? null),
      element('TypeName', TypeName),
    ]),
    element('Subject', Subject),
    element('Content', Subject),
    element('SignerInfo', [
      element('Competence', competence),
      element('Position', SignerInfo.Position),
      element('FullName', SignerInfo.FullName),
    ]),
    element('DueDate', DueDate === null ? null : slashed(DueDate)),
    element(
      'ToPlaces',
      To.map(({ OrganName }) => element('Place', OrganName)),
    ),
    otherInfo(message),
    element('DocumentId', edxmlDocumentId(message, settings)),
  ]);
}

function fromElement({ metadata, parentName, address }: EdxmlMessage, settings: ExchangeSettings): XmlElement {
  const { organCode, email, telephone, fax, website } = settings;
  return element(
    'From',
    organElements({
      OrganId: organCode,
      OrganizationInCharge: parentName,
      OrganName: metadata.OrganName,
      OrganAdd: address,
      Email: email ?? null,
      Telephone: telephone ?? null,
      Fax: fax ?? null,
      Website: website ?? null,
    }),
  );
}

const ORGAN_FIELDS = [
  'OrganId',
  'OrganizationInCharge',
  'OrganName',
  'OrganAdd',
  'Email',
  'Telephone',
  'Fax',
  'Website',
] as const;

/** All fields of an organ, in their order; what is not known is empty. */
function organElements(organ: Partial<Record<(typeof ORGAN_FIELDS)[number], string | null>>): XmlElement[] {
  return ORGAN_FIELDS.map((name) => element(name, organ[name] ?? null));
}

function otherInfo({ metadata, drafterMark, appendices }: EdxmlMessage): XmlElement {
  return element('OtherInfo', [
    element('Priority', metadata.Priority),
    element('SphereOfPromulgation', null),
    element('TyperNotation', drafterMark),
    element('PromulgationAmount', metadata.IssuedAmount),
    element('PageAmount', metadata.PageAmount),
    ...(appendices.length > 0
      ? [
          element(
            'Appendixes',
            appendices.map((title) => element('Appendix', title)),
          ),
        ]
      : []),
  ]);
}
