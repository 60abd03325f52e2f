import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { unitDirectory } from '#localise/units/directory.ts';
import { unitOrgan } from '#localise/units/unit-organ.ts';
import { unitProfile } from '#localise/units/unit-profile.ts';
import { signerBlock } from '../document/signer-block.ts';
import { formatDay } from '../format.ts';
import type { FanOut } from './runs.ts';
import type { UnitState } from './stages.ts';

/** More addressees than a letter names one by one (the schema's bound is 100). */
const MAX_NAMED = 100;

/** Data of the công văn that asks units to issue what they have not. */
export function chaseLetter(
  { superior, due }: Pick<FanOut, 'superior' | 'due'>,
  units: readonly UnitState[],
  profile: OrganProfile,
): Readonly<Record<string, unknown>> {
  const [signer] = profile.signers;
  const plan = `Kế hoạch số ${superior.code} ngày ${formatDay(superior.issuedDate)}`;
  const until = due === undefined ? '' : ` (hạn ban hành: ngày ${formatDay(due)})`;
  return {
    schema: 'CongVan@1',
    organ: profile.organId,
    issuer: 'organ',
    subject: `đôn đốc ban hành kế hoạch thực hiện ${plan}`,
    draftingUnit: profile.units[0]?.abbreviation ?? 'VP',
    addressees: units.slice(0, MAX_NAMED).map(({ unitCode }) => officeName(unitCode)),
    body: [
      {
        level: 'paragraph',
        text: `${profile.name} đã ban hành ${plan} và giao các xã, phường, đặc khu ban hành kế hoạch thực hiện${until}. Đến nay ${units.length} đơn vị nêu trên chưa ban hành.`,
      },
      {
        level: 'paragraph',
        text: 'Đề nghị Ủy ban nhân dân các xã, phường, đặc khu nêu trên khẩn trương ban hành kế hoạch; có khó khăn, vướng mắc thì báo cáo để được hướng dẫn.',
      },
    ],
    recipients: [],
    signer: signer ? signerBlock(signer, profile) : { authority: [{ position: profile.headPosition }] },
  };
}

function officeName(unitCode: string): string {
  const unit = unitDirectory().units.get(unitCode);
  return unit ? unitOrgan(unitProfile(unit)).name : unitCode;
}
