import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { HONORIFICS, POSITIONS, SURNAMES } from './signer-titles.ts';

/** SignerInfo of PL VI as an older book has it; a position that nobody wrote and no profile knows is empty. */
export interface ImportSigner {
  readonly position: string;
  readonly fullName: string;
}

type Known = Pick<OrganProfile, 'signers' | 'positions'>;

/** Most words of a Vietnamese name; more are two people, but for those of the Nguyễn: Công Tằng Tôn Nữ Thị Bích Ngọc. */
const MAX_WORDS = 6;
const OF_ROYALS = /^(?:công (?:tằng|huyền) )?tôn (?:nữ|thất)(?: \S+){1,4}$/iu;
/** Quyền hạn before a position (PL I, II.7.a), with the organ or the position in whose name someone signs. */
const AUTHORITY = /^(?:(T\.?M)|K\.?T|T\.?L|T\.?U\.?Q)(?:\.\s*|\s+)/iu;
/** Words of an organ in a text that is all in capitals, where a name looks alike. */
const ORGAN_CAPITALS =
  /^(?:UBND|HĐND|UBMTTQ|MTTQ|BCĐ|BQL|HĐQT|THPT|THCS|GDĐT|GD&ĐT|CAND|QĐND|ĐẢNG|ỦY|UỶ|BAN|NHÂN|DÂN|TỈNH|HUYỆN|XÃ|PHƯỜNG|QUẬN)$/u;
const SIGNED = /[([]?\s*(?<!\p{L})đã ký(?!\p{L})\s*[)\]]?/giu;
const HONORIFIC = new RegExp(
  `^(?:${longestFirst(HONORIFICS).map(escaped).join('|')})(?![\\p{L}\\p{N}])[.:,]*\\s*`,
  'iu',
);

/**
 * Reads who signed, and as what: titles are taken off, the name that is left is compared as a whole and with its marks. A typed
 * position is kept; without one it is that of the profile's signer of this very name. `two-names`: the cell names two people.
 */
export function readSigner(typed: string, known: Known): ImportSigner | 'two-names' {
  const parts = typed
    .replace(SIGNED, ' ')
    .replace(/(?<!\p{L})đ\/c(?!\p{L})\.?/giu, ' ')
    .split(/[;,/()[\]&+\n]|\s[-–—]\s|\svà\s/iu)
    .map((part) => readPart(part.replace(/^[\s.:-]+|[\s:-]+$/g, ''), known));
  const names = parts.flatMap(({ fullName }) => (fullName === '' ? [] : [fullName]));
  const [fullName, another] = [...new Map(names.map((name) => [nameKey(name), name])).values()];
  if (another !== undefined || (fullName !== undefined && isTwoNames(fullName, known))) return 'two-names';
  const position = parts.flatMap((part) => part.position || []).join(', ');
  if (fullName === undefined) return { position: '', fullName: typed };
  const signers = known.signers.filter((signer) => nameKey(signer.fullName) === nameKey(fullName));
  const [one, second] = new Set(signers.map((signer) => signer.position));
  const ofProfile = second === undefined ? (one ?? '') : '';
  return { position: position === '' ? ofProfile : position, fullName: signers[0]?.fullName ?? fullName };
}

/** A part of a cell: `Phó Chủ tịch Trần Thị B` is both, the position in `KT. Chủ tịch` is somebody else's. */
function readPart(part: string, known: Known): ImportSigner {
  const authority = AUTHORITY.exec(part);
  if (!authority) return withoutTitles(part, known);
  const rest = part.slice(authority[0].length);
  if (authority[1] === undefined) return withoutTitles(withoutTitles(rest, known).fullName, known);
  const words = [...rest.matchAll(/(?<!\S)\S/gu)].map(({ index }) => rest.slice(index));
  const own = words.find((text) => leadingPosition(text, known)) ?? rest.slice(organAfter(rest).length);
  return withoutTitles(own, known);
}

function withoutTitles(text: string, known: Known): ImportSigner {
  let rest = text.trim();
  let position = '';
  for (;;) {
    if (known.signers.some(({ fullName }) => nameKey(fullName) === nameKey(rest))) break;
    const honorific = HONORIFIC.exec(rest)?.[0];
    const found = honorific === undefined && position === '' ? leadingPosition(rest, known) : undefined;
    if (honorific === undefined && found === undefined) break;
    [position, rest] = found ?? [position, rest.slice(honorific?.length)];
  }
  return { position, fullName: rest };
}

/** The position at the head of a text, with the organ or unit that it goes on with, and what follows. */
function leadingPosition(text: string, known: Known): [position: string, rest: string] | undefined {
  const { positions, signers } = known;
  const all = longestFirst([...positions, ...signers.map(({ position }) => position), ...POSITIONS]);
  const title = all.find((one) => startsWithWords(text, one));
  const acting = /^(?:q\.|quyền\s)\s*/iu.exec(text)?.[0];
  if (title === undefined && acting !== undefined) {
    const found = leadingPosition(text.slice(acting.length), known);
    return found && [`${acting}${found[0]}`, found[1]];
  }
  if (title === undefined) return undefined;
  const after = text.slice(title.length).replace(/^[\s.:–—-]+/u, '');
  const organ = organAfter(after);
  const rest = after.slice(organ.length).trim();
  return [organ === '' ? title : text.slice(0, text.length - after.length + organ.length), rest];
}

/** `UBND tỉnh`, `Phòng Nội vụ`: words up to the last that is no part of a name, as names have capitals at their heads. */
function organAfter(text: string): string {
  const words = [...text.matchAll(/\S+/gu)];
  if (text === text.toLowerCase()) return '';
  const isOrgan = ({ 0: word }: RegExpExecArray) => ORGAN_CAPITALS.test(word);
  const firstOther = words.findIndex((word) => !isOrgan(word));
  const last =
    text === text.toUpperCase()
      ? words.slice(0, firstOther === -1 ? words.length : firstOther).at(-1)
      : words.findLast((word) => isOrgan(word) || /^\p{Ll}/u.test(word[0]));
  return last ? text.slice(0, last.index + last[0].length) : '';
}

function isTwoNames(name: string, { signers }: Known): boolean {
  const words = nameKey(name).split(' ');
  if (OF_ROYALS.test(name)) return false;
  if (words.length > MAX_WORDS || words.some((_, at) => isAnother(words, at))) return true;
  const text = ` ${words.join(' ')} `;
  return signers.some(({ fullName }) => {
    const own = nameKey(fullName);
    return text.includes(` ${own} `) && words.length - own.split(' ').length >= 2;
  });
}

let surnameKeys: ReadonlySet<string> | undefined;

function surnames(): ReadonlySet<string> {
  surnameKeys ??= new Set(SURNAMES.map(nameKey));
  return surnameKeys;
}

/** Tells whether another name begins at a word: `Trần Thị B Lê Văn C`. A mother's surname follows the father's, or Thị. */
function isAnother(words: readonly string[], at: number): boolean {
  const [before = '', own = '', next = ''] = words.slice(at - 1, at + 2);
  if (at < 2 || words.length - at < 2 || !surnames().has(own)) return false;
  const isMiddle = (word: string) => word === nameKey('thị') || word === nameKey('văn');
  return !surnames().has(before) && !isMiddle(before) && isMiddle(next);
}

/** A name as it is compared: its letters with their marks, in any case; `Hoà` is Hòa. */
function nameKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/([\u0300\u0301\u0303\u0309\u0323])(\p{L})(?!\p{L})/gu, '$2$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function startsWithWords(text: string, words: string): boolean {
  const head = text.slice(0, words.length).normalize('NFC');
  return nameKey(head) === nameKey(words) && !/^[\p{L}\p{N}]/u.test(text.slice(words.length));
}

function longestFirst(texts: readonly string[]): string[] {
  return texts.toSorted((a, b) => b.length - a.length);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
