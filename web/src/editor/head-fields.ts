import type { DocumentData } from './model/document.ts';

/** A text field of the data; empty where it is missing. */
export function textField(fields: DocumentData, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
}

/** A list of lines of the data, one a line. */
export function linesField(fields: DocumentData, name: string): string {
  const value = fields[name];
  return Array.isArray(value) ? value.filter((line) => typeof line === 'string').join('\n') : '';
}

/** The fields with another text; an empty one is missing. */
export function withText(fields: DocumentData, name: string, text: string): DocumentData {
  const { [name]: _, ...others } = fields;
  const clean = text.normalize('NFC');
  return clean.trim() === '' ? others : { ...others, [name]: clean };
}

/** The fields with another list, given one item a line. */
export function withLines(fields: DocumentData, name: string, text: string): DocumentData {
  const lines = text.split('\n').map((line) => line.normalize('NFC').trim());
  return { ...fields, [name]: lines.filter((line) => line !== '') };
}

/** Position of who signs, below all authority lines. */
export function signerPosition(fields: DocumentData): string {
  const { signer } = fields;
  if (typeof signer !== 'object' || signer === null || !('authority' in signer) || !Array.isArray(signer.authority))
    return '';
  const last: unknown = signer.authority.at(-1);
  return typeof last === 'object' && last !== null && 'position' in last && typeof last.position === 'string'
    ? last.position
    : '';
}

/** The fields with another signer: the head by right, a deputy with KT. for the head (PL I, Mục II.7.b). */
export function withSigner(fields: DocumentData, position: string, head: string): DocumentData {
  if (position === '') {
    const { signer: _, ...others } = fields;
    return others;
  }
  const isDeputy = position !== head && position.toLocaleLowerCase('vi').startsWith('phó');
  const authority = isDeputy ? [{ prefix: 'KT.', position: head }, { position }] : [{ position }];
  return { ...fields, signer: { authority } };
}
