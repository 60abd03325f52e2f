import { checkDocument } from '#document/checking/check-document.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { takeIn } from '#intake/take-in.ts';
import { readOwnZip } from '#package/read-zip.ts';
import { recognise } from '#read/elements/recognise.ts';
import { readDocx } from '#read/read-docx.ts';
import { renderDocument } from '#render/render.ts';

/** Input of a rendering. */
export interface Trip {
  readonly profiles: readonly OrganProfile[];
  readonly issuance: { readonly number: number; readonly issuedDate: string } | null;
  readonly on: string;
}

function checked(data: unknown, { profiles, on }: Pick<Trip, 'profiles' | 'on'>) {
  const { document, profile, findings } = checkDocument(data, { profiles, on });
  if (!document || !profile) throw new Error(JSON.stringify(findings, null, 1));
  return { document, profile };
}

/** Renders a document, takes the file in again, renders what came back. */
export async function roundTrip(data: unknown, { profiles, issuance, on }: Trip) {
  const first = checked(data, { profiles, on });
  const [file] = await renderDocument({ ...first, issuance, on });
  if (!file) throw new Error('no file');
  const read = readDocx(file.bytes);
  const intake = takeIn(read, recognise(read), { profiles, on });
  const second = checked(intake.draft, { profiles, on: intake.on });
  const [again] = await renderDocument({ ...second, issuance: intake.issuance, on });
  const xml = (bytes: Uint8Array | undefined) => readOwnZip(bytes ?? new Uint8Array()).get('word/document.xml') ?? '';
  return { first, second, intake, before: xml(file.bytes), after: xml(again?.bytes) };
}

/** Point at which two texts part, for a reader of a failed test. */
export function firstDifference(a: string, b: string): string {
  const at = [...a].findIndex((char, i) => char !== b[i]);
  return `${a.slice(Math.max(0, at - 120), at + 120)}\n≠\n${b.slice(Math.max(0, at - 120), at + 120)}`;
}
