import { profileOn } from '#document/organ-directory.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { fold } from '#document/text/vietnamese.ts';
import type { Elements } from '#read/elements/recognise.ts';
import type { IntakeNote } from './intake-note.ts';

/** The organ that a file's head names. */
export interface FoundOrgan {
  readonly organ: string;
  readonly profile: OrganProfile | null;
  readonly notes: readonly IntakeNote[];
}

const spaceless = (text: string) => fold(text).replace(/[^\p{L}\p{N}]/gu, '');

/** Finds the profile whose head the file bears, on a day; `wanted` is taken where a person named it. */
export function findOrgan(
  { head }: Elements,
  profiles: readonly OrganProfile[],
  on: string,
  wanted: string | undefined,
): FoundOrgan {
  const printed = spaceless(head.organ.map(({ text }) => text).join(' '));
  const name = head.organ.map(({ text }) => text).join(' ');
  if (wanted !== undefined) {
    const profile = profileOn(profiles, wanted, on);
    const isSame = profile !== null && spaceless(profile.headerLines.join(' ')) === printed;
    const note: IntakeNote = { code: 'ORGAN_GUESSED', params: { name, organ: wanted }, page: 1 };
    return { organ: wanted, profile, notes: isSame || printed === '' ? [] : [note] };
  }
  const ids = [...new Set(profiles.map(({ organId }) => organId))];
  for (const id of ids) {
    const profile = profileOn(profiles, id, on);
    if (profile && spaceless(profile.headerLines.join(' ')) === printed) return { organ: id, profile, notes: [] };
  }
  // A name that the organ had on another day is still its name.
  const other = profiles.find((one) => spaceless(one.headerLines.join(' ')) === printed);
  if (other)
    return {
      organ: other.organId,
      profile: profileOn(profiles, other.organId, on) ?? other,
      notes: [{ code: 'ORGAN_GUESSED', params: { name, organ: other.organId }, page: 1 }],
    };
  return { organ: '', profile: null, notes: [{ code: 'ORGAN_UNKNOWN', params: { name }, page: 1 }] };
}

/** Tells whether the organ or its head issues, by TM., by the opening sentence, or by the Kèm theo line. */
export function findIssuer(elements: Elements, profile: OrganProfile | null): 'organ' | 'head' {
  const isCollective = elements.foot?.authority.some(({ text }) => /^TM\s*\./u.test(text)) ?? false;
  if (isCollective || !profile) return isCollective || !profile ? 'organ' : 'head';
  const said = [
    elements.opening?.text ?? '',
    ...elements.appendices.map(({ attached }) => attached.map(({ text }) => text).join(' ')),
  ];
  const names = {
    organ: [profile.namesInOpening.organ, profile.namesInAttachment.organ],
    head: [profile.namesInOpening.head, profile.namesInAttachment.head],
  };
  const isNamed = (who: 'organ' | 'head') =>
    said.some((text) => names[who].some((name) => text.startsWith(`${name} `) || text.endsWith(` ${name})`)));
  if (isNamed('head')) return 'head';
  if (isNamed('organ')) return 'organ';
  return profile.collectiveName === null ? 'organ' : 'head';
}
