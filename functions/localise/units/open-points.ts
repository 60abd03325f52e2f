import type { OfficeRole } from './office-roles.ts';
import type { OpenPoint, UnitProfile } from './unit-profile.ts';

/** Names the fields that a unit has yet to give; of offices, those that a plan names. */
export function openPointWords(profile: UnitProfile, roles: ReadonlySet<OfficeRole>): string[] {
  return profile.open
    .filter((point) => point.what !== 'office' || roles.has(point.role))
    .map((point) => words(point, profile));
}

function words(point: OpenPoint, profile: UnitProfile): string {
  switch (point.what) {
    case 'drafter':
      return 'mã người soạn thảo, chưa khai thì là chuyên viên đầu tiên lưu hoặc trình bản thảo (drafter)';
    case 'signer':
      return 'họ tên người ký (signers)';
    case 'named':
      return 'tên đơn vị có phải tên người, chữ số, sự kiện lịch sử không (named)';
    case 'residentialUnits':
      return `tên gọi khu dân cư, đang dùng “${profile.residentialUnits}” (residentialUnits)`;
    case 'recipients':
      return 'nơi nhận riêng (recipients)';
    case 'office':
      return `cơ quan ${point.role}, đang dùng “${profile.offices[point.role]?.name ?? ''}” (offices)`;
  }
}
