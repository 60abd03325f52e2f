import { type JsonFault, jsonFault } from '#document/json/json-text.ts';

/** JSON body of a request, and whether the draft in it goes on as bytes. */
export interface BodyInput {
  readonly bytes: Uint8Array;
  readonly isDraft: boolean;
}

/** Fault of a body, or its draft apart from the rest. */
export interface ReadBody {
  readonly fault?: JsonFault;
  /** The body as JSON with an empty `data`. */
  readonly envelope?: string;
  /** JSON of `data`. */
  readonly draft?: Uint8Array;
}

/** Reads a large body: finds what no parser may take, and takes the draft out of it. */
export async function readBodyTask({ bytes, isDraft }: BodyInput): Promise<ReadBody> {
  const text = new TextDecoder().decode(bytes);
  const fault = jsonFault(text);
  if (fault) return { fault };
  const body: unknown = isDraft ? JSON.parse(text) : undefined;
  if (typeof body !== 'object' || body === null || !('data' in body)) return {};
  const { data } = body;
  if (typeof data !== 'object' || data === null) return {};
  return {
    envelope: JSON.stringify({ ...body, data: Array.isArray(data) ? [] : {} }),
    draft: new TextEncoder().encode(JSON.stringify(data)),
  };
}
