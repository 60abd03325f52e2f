import { readFileSync } from 'node:fs';
import { checkDocument } from '#document/checking/check-document.ts';
import { organProfile } from '#document/schemas/organ-profile.schema.ts';
import { renderDocument } from '#render/render.ts';
import { provincePlan, without } from './example.ts';

const ON = '2026-01-30';

/** The province's plan as its office sent it: a Word file, issued under 51/KH-UBND. */
export async function superiorPlan(): Promise<Uint8Array> {
  const profiles = organProfile.array().parse(JSON.parse(readFileSync('examples/organs.json', 'utf8')));
  const data = without(provincePlan().plan, 'target');
  const { document, profile, findings } = checkDocument(data, { profiles, on: ON, placeholders: 'show' });
  if (!document || !profile) throw new Error(findings.map(({ message }) => message).join('\n'));
  const signer = { ...document.signer, fullName: 'Nguyễn Văn A' };
  const [file] = await renderDocument({
    document: { ...document, signer },
    profile,
    issuance: { number: 51, issuedDate: ON },
    on: ON,
  });
  return file!.bytes;
}
