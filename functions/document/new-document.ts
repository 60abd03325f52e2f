import type { IsoDate } from './dates.ts';
import { TYPE_TRAITS, type TypeCode } from './type-traits.ts';

/**
 * Data to begin a document with: the parts that most documents have, in their order, for somebody to fill. It is a draft, not a document: what is
 * empty is said at submitting.
 */
export function newDocumentData(
  typeCode: TypeCode,
  { organ, today }: { readonly organ: string; readonly today: IsoDate },
): Readonly<Record<string, unknown>> {
  const common = { organ, issuer: 'organ', subject: '' };
  const { schemaName: schema, hasAddressees } = TYPE_TRAITS[typeCode];
  if (hasAddressees) return { schema, ...common, draftingUnit: 'VP', addressees: [''], ...rest };
  const cites = { typeName: 'Kế hoạch', code: '', issuedDate: today, organName: '', subject: '' };
  const bases = [{ verb: 'Căn cứ', cites }, { text: '' }];
  return { schema, ...common, bases, opening: 'ban hành Kế hoạch … như sau:', ...rest };
}

const rest = {
  body: [
    { level: 'roman', title: 'Mục đích, yêu cầu', children: [{ level: 'clause', title: 'Mục đích', text: '' }] },
    {
      level: 'roman',
      title: 'Nội dung',
      children: [{ level: 'clause', title: 'Nhiệm vụ', children: [{ level: 'dash', text: '' }] }],
    },
    { level: 'roman', title: 'Tổ chức thực hiện', children: [{ level: 'paragraph', text: '' }] },
  ],
  recipients: [''],
  signer: { authority: [{ position: '' }] },
};
