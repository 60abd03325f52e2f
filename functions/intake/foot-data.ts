import { signerName } from '#document/issuer.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { authorityPrefix, type Signer } from '#document/schemas/signer.schema.ts';
import { toCapitals } from '#document/text/vietnamese.ts';
import type { Foot } from '#read/elements/foot.ts';
import { DASH } from '#read/elements/patterns.ts';
import type { IntakeNote } from './intake-note.ts';

/** Fields of the Lưu line: VT, units with copies, the drafter's mark, copies issued. */
export interface ArchiveData {
  readonly draftingUnit?: string;
  readonly archive?: {
    readonly copies?: number;
    readonly drafterMark?: string;
    readonly issuedAmount?: number;
    readonly units?: readonly { readonly name: string; readonly copies?: number }[];
  };
}

const UNIT = /^[A-ZĐ][A-ZĐa-zđ0-9&.-]{0,19}$/u;

/** Recipients without their dash and mark. "Như trên" of a công văn is printed by itself; elsewhere it says nothing. */
export function recipientsOf(
  foot: Foot | null,
  isLetter: boolean,
): { readonly names: readonly string[]; readonly notes: readonly IntakeNote[] } {
  const found = foot?.recipients ?? [];
  const named = found.map(({ line, text }) => ({
    line,
    name: text
      .replace(DASH, '')
      .replace(/[;.,]\s*$/, '')
      .trim(),
  }));
  const isAsAbove = (name: string) => /^như trên$/iu.test(name);
  const names = named.map(({ name }) => name).filter((name) => name !== '' && !isAsAbove(name));
  const left = isLetter ? [] : named.filter(({ name }) => isAsAbove(name));
  return {
    names,
    notes: left.map(({ line }) => ({ code: 'AS_ABOVE_LEFT_OUT', params: {}, page: line.paragraph.page })),
  };
}

/** Reads `Lưu: VT, HCC (02b). PL.(300)`; a line of another form is told of. */
export function archiveOf(foot: Foot | null): { readonly data: ArchiveData; readonly notes: readonly IntakeNote[] } {
  const line = foot?.archive;
  if (!line) return { data: {}, notes: [] };
  const text = line.text.replace(DASH, '').trim();
  const match = /^Lưu\s*:\s*VT\s*((?:,\s*[^.;]*?)?)\s*[.;](?:\s+(.*))?$/u.exec(text);
  if (!match)
    return { data: {}, notes: [{ code: 'ARCHIVE_NOT_READ', params: { text }, page: line.line.paragraph.page }] };
  const [, listed = '', tail = ''] = match;
  const units = listed
    .split(/,\s*/)
    .map((unit) => unit.trim())
    .filter((unit) => unit !== '');
  const own = /^(.*?)(?:\s*\((\d+)\s*(?:b|bản)?\.?\))?$/u.exec(units[0] ?? '');
  const isUnit = UNIT.test(own?.[1] ?? '');
  const others = (isUnit ? units.slice(1) : units).map((unit) => {
    const [, name = unit, copies] = /^(.*?)(?:\s*\((\d+) bản\))?$/u.exec(unit) ?? [];
    return { name, ...(copies === undefined ? {} : { copies: Number(copies) }) };
  });
  const [, mark = '', amount] = /^(.*?)(?:\((\d+)\))?$/u.exec(tail.trim()) ?? [];
  const drafterMark = mark.replace(/\.$/, '').trim();
  const archive = {
    ...(isUnit && own?.[2] !== undefined ? { copies: Number(own[2]) } : {}),
    ...(drafterMark === '' ? {} : { drafterMark }),
    ...(amount === undefined ? {} : { issuedAmount: Number(amount) }),
    ...(others.length === 0 ? {} : { units: others }),
  };
  const draftingUnit = isUnit && own?.[1] !== undefined ? { draftingUnit: own[1] } : {};
  return { data: { ...draftingUnit, ...(Object.keys(archive).length === 0 ? {} : { archive }) }, notes: [] };
}

/** Reads the signature block, with positions as the organ's list writes them. */
export function signerOf(
  foot: Foot | null,
  profile: OrganProfile | null,
): { readonly signer: Signer | null; readonly notes: readonly IntakeNote[] } {
  const lines = (foot?.authority ?? []).filter(({ text }) => !/^TM\s*\./u.test(text));
  if (lines.length === 0) return { signer: null, notes: [] };
  const notes: IntakeNote[] = [];
  const authority = lines.slice(0, 3).map((line) => {
    const [, sign, printed = line.text] = /^(KT|TL|TUQ|Q)\s*\.\s*(.*)$/u.exec(line.text) ?? [];
    const prefix = authorityPrefix.options.find((one) => one === `${sign}.`);
    const known = profile?.positions.find((position) => toCapitals(position) === printed);
    if (profile && known === undefined)
      notes.push({ code: 'POSITION_UNKNOWN', params: { position: printed }, page: line.paragraph.page });
    return { ...(prefix === undefined ? {} : { prefix }), position: known ?? inSentenceCase(printed) };
  });
  const other = foot?.otherPosition?.text;
  const name = foot?.name?.text;
  const isProfiles = profile !== null && name !== undefined && signerName({ authority }, profile) === name;
  return {
    signer: {
      authority,
      ...(other === undefined
        ? {}
        : {
            otherPosition:
              profile?.positions.find((position) => toCapitals(position) === other) ?? inSentenceCase(other),
          }),
      ...(name === undefined || isProfiles ? {} : { fullName: name }),
    },
    notes,
  };
}

/** Capitals as they stand in a sentence; titles have a second capital: "Phó Chủ tịch". */
function inSentenceCase(capitals: string): string {
  const lower = capitals.toLocaleLowerCase('vi');
  const name = lower.replace(
    /^(phó |q\. )?(\p{L})/u,
    (_, before: string | undefined, letter: string) =>
      `${before ? toCapitals(before.slice(0, 1)) + before.slice(1) : ''}${toCapitals(letter)}`,
  );
  return name;
}
