import { type FrozenDocument, frozenDocument } from '#document/frozen-document.ts';
import { UseCaseError } from '../use-case-error.ts';

/** The blob of a frozen document. */
export interface FrontInput {
  readonly bytes: Uint8Array;
  /** Key of the blob. */
  readonly key: string;
}

const LEFT = [{ level: 'paragraph' as const, text: '…' }];

/**
 * Reads what a frozen document says around its text: căn cứ, signer, recipients, titles of appendices. The parts of text and
 * appendices, which may have 100,000 rows, stay behind. Throws `broken-blob`.
 */
export async function readFrontTask({ bytes, key }: FrontInput): Promise<FrozenDocument> {
  const parsed = frozenDocument.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
  if (!parsed.success) throw new UseCaseError('broken-blob', { params: { key }, cause: parsed.error });
  const { document, ...rest } = parsed.data;
  const appendices = document.appendices?.map((one) => ({ ...one, body: LEFT }));
  return { ...rest, document: { ...document, body: LEFT, ...(appendices && { appendices }) } };
}
