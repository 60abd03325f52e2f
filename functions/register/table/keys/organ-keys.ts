import { type ItemKey, keyPart, organPart, padded } from './key-parts.ts';

/** A profile from a day on. */
export const profileKey = (organ: string, validFrom: string): ItemKey => ({
  PK: `${organPart(organ)}#P`,
  SK: keyPart('validFrom', validFrom),
});

/** Key of an office's settings. */
export const officeKey = (organ: string): ItemKey => ({ PK: `${organPart(organ)}#O`, SK: 'WAY' });

/** Key of the mails sent to an office. */
export const toldKey = (organ: string): ItemKey => ({ PK: `${organPart(organ)}#O`, SK: 'TOLD' });

/** An organ with people who are told by mail: one partition lists them all. */
export const toldOrganKey = (organ: string): ItemKey => ({
  PK: 'TOLD#ORGANS',
  SK: keyPart('organ', organ),
});

/** On which days of a year an office works otherwise than by the week. */
export const workingDaysKey = (organ: string, year: number): ItemKey => ({
  PK: `${organPart(organ)}#O`,
  SK: `Y#${padded('year', year, 9999)}`,
});

/** An entry of an office's libraries: a document that it cites (B), a group of recipients (G). */
export const libraryKey = (organ: string, kind: 'B' | 'G', id: string): ItemKey => ({
  PK: `${organPart(organ)}#L`,
  SK: `${kind}#${keyPart('entry', id)}`,
});

/** A document of an organ whose căn cứ cite an entry of its library; an empty id is before all of that entry. */
export const citingKey = (organ: string, entryId: string, docId: string): ItemKey => ({
  PK: `${organPart(organ)}#L`,
  SK: `C#${keyPart('entry', entryId)}#${docId === '' ? '' : keyPart('docId', docId)}`,
});

/** A person of another organ in this one. */
export const guestKey = (organ: string, staffId: string): ItemKey => ({
  PK: `${organPart(organ)}#O`,
  SK: `GUEST#${keyPart('staffId', staffId)}`,
});

/** Key of an organ where a person is a guest: by their home, before the organ that has the guest's item. */
export const guestAtKey = (home: string, staffId: string, organ: string): ItemKey => ({
  PK: `${organPart(home)}#O`,
  SK: `AT#${keyPart('staffId', staffId)}#${keyPart('organ', organ)}`,
});
