import { isShared, oncePerPiece, share } from '../common-pieces.ts';
import type { Document } from '../document-types.ts';
import { type Part, part } from '../schemas/part.schema.ts';

/** Stands for a piece that is parsed by itself. */
const STAND_IN = Object.freeze({ level: 'paragraph', text: '-' });

/** A shared piece by the schema of parts; null where its shape is wrong. */
const parsed = oncePerPiece((piece: unknown): Part | null => {
  const { data } = part.safeParse(piece);
  return data ? share(data) : null;
});

/** A document's data with a stand-in for each shared piece of the right shape; the data themselves where there is none. */
export function withoutPieces(data: object): object {
  const ofBody = hollowed(data, 'body', hollowedPart);
  return hollowed(ofBody, 'appendices', (appendix) => hollowed(appendix, 'body', hollowedPart));
}

/** A document that was parsed with stand-ins, with the pieces of its data in their places. */
export function withPieces(document: Document, data: object): Document {
  const given = listOf(data, 'appendices');
  const appendices = document.appendices?.map((one, i) => ({
    ...one,
    body: filled(one.body, listOf(given[i], 'body')),
  }));
  return { ...document, body: filled(document.body, listOf(data, 'body')), ...(appendices && { appendices }) };
}

function hollowedPart(one: unknown): unknown {
  return isShared(one) && parsed(one) ? STAND_IN : hollowed(one, 'children', hollowedPart);
}

function hollowed<Whole>(whole: Whole, key: string, hollow: (item: unknown) => unknown): Whole {
  const items = listOf(whole, key);
  const left = items.map(hollow);
  return left.some((one, i) => one !== items[i]) ? { ...whole, [key]: left } : whole;
}

function filled(parts: readonly Part[], data: readonly unknown[]): Part[] {
  return parts.map((one, i) => {
    const from = data[i];
    const piece = isShared(from) ? parsed(from) : null;
    if (piece || !one.children) return piece ?? one;
    return { ...one, children: filled(one.children, listOf(from, 'children')) };
  });
}

function listOf(whole: unknown, key: string): readonly unknown[] {
  const list: unknown = typeof whole === 'object' && whole !== null ? Reflect.get(whole, key) : undefined;
  return Array.isArray(list) ? list : [];
}
