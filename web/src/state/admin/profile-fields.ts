import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';

/** A field of the organ's information as people type it: a line, or one entry a line. */
export interface ProfileField {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  /** Lines that the box shows; 1: a single line. */
  readonly rows: number;
  /** Keys that findings of this field point at: the first, and the second where it has one. */
  readonly pointer: readonly string[];
  read(profile: OrganProfile): string;
  write(profile: OrganProfile, text: string): OrganProfile;
}

/** The fields that are typed, in the order of the printed head. */
export const PROFILE_FIELDS: readonly ProfileField[] = [
  line('name', 'Tên cơ quan', 'Tên chính thức, viết thường: Ủy ban nhân dân phường Bình Long (PL I, Mục II.2).'),
  {
    ...about(
      'parentName',
      'Tên cơ quan chủ quản ở trên',
      'Mỗi dòng in một dòng; bỏ trống nếu không có, như UBND (PL I, Mục II.2).',
      2,
    ),
    read: ({ parentName, parentLines }) => (parentLines ?? (parentName === null ? [] : [parentName])).join('\n'),
    write: ({ parentLines: _, ...profile }, text) => {
      const lines = linesOf(text);
      const parentName = lines.length === 0 ? null : lines.join(' ');
      return { ...profile, parentName, ...(lines.length > 1 && { parentLines: lines }) };
    },
  },
  lines('headerLines', 'Tên cơ quan ở đầu văn bản', 'Mỗi dòng in một dòng, chữ in hoa, đậm (PL I, Mục II.2).', 2),
  line('place', 'Địa danh', 'Chữ trước ngày, tháng, năm (PL I, Mục II.4.a).'),
  line('abbreviation', 'Chữ viết tắt trong ký hiệu', 'Như UBND trong 01/KH-UBND (PL I, Mục II.3.b).'),
  {
    ...about(
      'collectiveName',
      'Chữ sau TM.',
      'Bỏ trống: cơ quan theo chế độ thủ trưởng, không ký TM. (Điều 13, khoản 1, 2; PL I, Mục II.7.b).',
      1,
    ),
    read: ({ collectiveName }) => collectiveName ?? '',
    write: (profile, text) => ({ ...profile, collectiveName: text.trim() || null }),
  },
  line('headPosition', 'Chức vụ người đứng đầu', 'Chủ tịch, Giám đốc, Hiệu trưởng … (PL I, Mục II.7.c).'),
  lines('positions', 'Các chức vụ được ký văn bản', 'Mỗi chức vụ một dòng (Điều 13; PL I, Mục II.7.c).', 3),
  names('namesInOpening', 'organ', 'Trong câu mở đầu, cơ quan được gọi là', 'UBND phường Bình Long'),
  names('namesInOpening', 'head', 'Trong câu mở đầu, người đứng đầu được gọi là', 'Chủ tịch UBND phường Bình Long'),
  names('namesInAttachment', 'organ', 'Trong dòng Kèm theo, cơ quan được gọi là', 'Ủy ban nhân dân phường Bình Long'),
  names(
    'namesInAttachment',
    'head',
    'Trong dòng Kèm theo, người đứng đầu được gọi là',
    'Chủ tịch Ủy ban nhân dân phường',
  ),
  {
    ...about(
      'units',
      'Các đơn vị soạn thảo',
      'Mỗi đơn vị một dòng, chữ viết tắt trước: VHXH: Phòng Văn hóa - Xã hội (PL I, Mục II.3.b).',
      4,
    ),
    read: ({ units }) => units.map(({ abbreviation, name }) => `${abbreviation}: ${name}`).join('\n'),
    write: (profile, text) => ({ ...profile, units: linesOf(text).map(unitOf) }),
  },
  optionalLines('address', 'Địa chỉ ở chân trang đầu', 'Mỗi dòng in một dòng (PL I, Mục III.4).'),
  optionalLines('formerNames', 'Tên các cơ quan đã kế thừa', 'Tìm theo tên cũ vẫn ra văn bản.'),
  optionalLines(
    'predecessors',
    'Mã các cơ quan đã kế thừa có sổ riêng ở đây',
    'Mỗi mã một dòng; tìm số thì tìm cả trong sổ của họ, khi cơ quan ấy cũng ghi cơ quan này là nơi kế thừa.',
  ),
  {
    ...about(
      'successor',
      'Mã cơ quan kế thừa',
      'Khi cơ quan này đã nhập, chia: cơ quan ấy xem mọi văn bản đã ban hành; bỏ trống nếu không có.',
      1,
    ),
    read: ({ successor }) => successor ?? '',
    write: ({ successor: _, ...profile }, text) =>
      text.trim() === '' ? profile : { ...profile, successor: text.trim() },
  },
];

/** Entries of a text, one a line; empty lines are none. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

function about(id: string, label: string, help: string, rows: number) {
  return { id, label, help, rows, pointer: [id] };
}

function line(id: 'name' | 'place' | 'abbreviation' | 'headPosition', label: string, help: string): ProfileField {
  return {
    ...about(id, label, help, 1),
    read: (profile) => profile[id],
    write: (profile, text) => ({ ...profile, [id]: text.trim() }),
  };
}

function lines(id: 'headerLines' | 'positions', label: string, help: string, rows: number): ProfileField {
  return {
    ...about(id, label, help, rows),
    read: (profile) => profile[id].join('\n'),
    write: (profile, text) => ({ ...profile, [id]: linesOf(text) }),
  };
}

function optionalLines(id: 'address' | 'formerNames' | 'predecessors', label: string, help: string): ProfileField {
  return {
    ...about(id, label, help, 2),
    read: (profile) => (profile[id] ?? []).join('\n'),
    write: ({ [id]: _, ...profile }, text) => {
      const entries = linesOf(text);
      return entries.length === 0 ? profile : { ...profile, [id]: entries };
    },
  };
}

function names(
  id: 'namesInOpening' | 'namesInAttachment',
  who: 'organ' | 'head',
  label: string,
  example: string,
): ProfileField {
  return {
    ...about(`${id}-${who}`, label, `Ví dụ: ${example}.`, 1),
    pointer: [id, who],
    read: (profile) => profile[id][who],
    write: (profile, text) => ({ ...profile, [id]: { ...profile[id], [who]: text.trim() } }),
  };
}

/** `VHXH: Phòng Văn hóa`; without a colon it is a name whose abbreviation is missing, which the server says. */
function unitOf(text: string): OrganProfile['units'][number] {
  const [first = '', ...rest] = text.split(':');
  return rest.length === 0
    ? { abbreviation: '', name: text }
    : { abbreviation: first.trim(), name: rest.join(':').trim() };
}
