import { checkDocx } from '#check/check-docx.ts';
import { failed } from '#check/failed.ts';
import { localisePlan } from '#localise/plan/localise-plan.ts';
import { unitDirectory } from '#localise/units/directory.ts';
import { unitOrgan } from '#localise/units/unit-organ.ts';
import { unitProfile } from '#localise/units/unit-profile.ts';
import { renderDocument } from '#render/render.ts';
import { compiled, provincePlan } from '../../localise/support/example.ts';
import { planForProvince } from '../../localise/support/plan-for-province.ts';

const ON = '2026-03-16';

/** Rules that the plans of units break, every so many of them: half as drafts without a name, half as issued. */
export async function brokenInUnits(every: number): Promise<string[]> {
  const { provinces, units } = unitDirectory();
  const source = provincePlan();
  const plans = new Map([...provinces.values()].map((one) => [one.code, compiled(planForProvince(source, one))]));
  const broken: string[] = [];
  for (const [i, unit] of [...units.values()].entries()) {
    if (i % every !== 0) continue;
    const profile = unitProfile(unit);
    const { document } = localisePlan(plans.get(unit.provinceCode)!, profile, ON);
    const isIssued = (i / every) % 2 === 0;
    const signed = { ...document!, signer: { ...document!.signer, fullName: 'Nguyễn Văn A' } };
    const [file] = await renderDocument({
      document: isIssued ? signed : document!,
      profile: unitOrgan(profile),
      issuance: isIssued ? { number: 35, issuedDate: ON } : null,
      on: ON,
    });
    broken.push(...violated(unit.code, file!.bytes));
  }
  return broken;
}

function violated(code: string, bytes: Uint8Array): string[] {
  return failed(checkDocx(bytes))
    .flatMap(({ id, violations }) => violations.map(({ found }) => `${code} ${id}: ${found}`))
    .filter((line) => !line.includes('“hoá” bên cạnh “hóa”'));
}
