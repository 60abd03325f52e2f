import { randomInt } from 'node:crypto';
import type { Role } from '#usecases/actor.ts';

/** Someone of a sample office. */
export interface SamplePerson {
  readonly username: string;
  readonly staffId: string;
  readonly name: string;
  readonly organ: string;
  readonly roles: readonly Role[];
  /** Roles in the terminal's words. */
  readonly does: string;
}

const WARD = 'phuong-binh-long';
const CITY = 'dong-nai';

/** The eight people of the two sample offices. Signers have the ids by which their offices name them. */
export const SAMPLE_PEOPLE: readonly SamplePerson[] = [
  person('soan-phuong', 'soan-phuong', 'Trần Thị Bình', WARD, ['drafter'], 'Người soạn'),
  person('ky-phuong', 'nguyen-van-a', 'Nguyễn Văn A', WARD, ['signer'], 'Người ký'),
  person('van-thu-phuong', 'van-thu-phuong', 'Lê Thị Cúc', WARD, ['clerk'], 'Văn thư'),
  person('quan-tri-phuong', 'quan-tri-phuong', 'Hoàng Thị Em', WARD, ['admin'], 'Quản trị'),
  person('soan-thanh-pho', 'soan-thanh-pho', 'Phạm Văn Dũng', CITY, ['drafter'], 'Người soạn'),
  person(
    'kiem-tra-thanh-pho',
    'kiem-tra-thanh-pho',
    'Vũ Thị Hạnh',
    CITY,
    ['checker', 'admin'],
    'Người kiểm tra, quản trị',
  ),
  person('ky-thanh-pho', 'nguyen-thi-hoang', 'Nguyễn Thị Hoàng', CITY, ['signer'], 'Người ký'),
  person('van-thu-thanh-pho', 'van-thu-thanh-pho', 'Đỗ Văn Giang', CITY, ['clerk'], 'Văn thư'),
];

function person(
  username: string,
  staffId: string,
  name: string,
  organ: string,
  roles: readonly Role[],
  does: string,
): SamplePerson {
  return { username, staffId, name, organ, roles, does };
}

/** Letters and digits that nobody mixes up when typing them from a screen. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A random password of about 59 bits, in groups of four. */
export function samplePassword(): string {
  const group = () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return [group(), group(), group()].join('-');
}
