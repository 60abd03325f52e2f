import { frozenDocument } from '#document/frozen-document.ts';
import { UseCaseError } from '../use-case-error.ts';
import type { Render, RenderedFile, RenderRequest } from './render-port.ts';

/** The blob of a frozen document, and how it is rendered. */
export interface FrozenInput extends Pick<RenderRequest, 'issuance' | 'on'> {
  readonly bytes: Uint8Array;
  /** Key of the blob. */
  readonly key: string;
}

/** Renders a frozen document. Throws `broken-blob`. */
export async function renderFrozenTask(input: FrozenInput, render: Render): Promise<readonly RenderedFile[]> {
  const { bytes, key, issuance, on } = input;
  const parsed = frozenDocument.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
  if (!parsed.success) throw new UseCaseError('broken-blob', { params: { key }, cause: parsed.error });
  const { document, profile } = parsed.data;
  return render({ document, profile, issuance, on });
}
