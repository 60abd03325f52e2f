import { foldWords } from '#document/text/vietnamese.ts';
import { type ItemKey, keyPart, organPart } from './key-parts.ts';

/** One word of a trích yếu, or two side by side, and where it stands; newest last. */
export const wordKey = (organ: string, token: string, issuedDate: string, docId: string): ItemKey => ({
  PK: `${organPart(organ)}#T#${token}`,
  SK: `${issuedDate}#${keyPart('docId', docId)}`,
});

/** One word of the name of an organ, or two side by side: the public directory of names, across organs. */
export const organNameKey = (token: string, organ: string, name: string): ItemKey => ({
  PK: `NAME#${token}`,
  SK: `${keyPart('organ', organ)}#${foldWords(name)}`,
});
