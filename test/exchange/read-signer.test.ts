import { expect, test } from 'vitest';
import { readSigner } from '#exchange/older-book/read-signer.ts';

const known = {
  positions: ['Chủ tịch', 'Phó Chủ tịch', 'Trưởng phòng Văn hóa'],
  signers: [
    { staffId: 'a', fullName: 'Nguyễn Văn A', position: 'Chủ tịch' },
    { staffId: 'h', fullName: 'Trần Văn Hòa', position: 'Phó Chủ tịch' },
    { staffId: 'o', fullName: 'Ông Văn Bé', position: 'Phó Chủ tịch' },
    { staffId: 'd1', fullName: 'Lê Thị Dung', position: 'Chủ tịch' },
    { staffId: 'd2', fullName: 'Lê Thị Dung', position: 'Phó Chủ tịch' },
  ],
};

test.each([
  // A name that is known has the position of the profile.
  ['Nguyễn Văn A', 'Chủ tịch', 'Nguyễn Văn A'],
  ['NGUYỄN VĂN A', 'Chủ tịch', 'Nguyễn Văn A'],
  ['Ô. Nguyễn Văn A', 'Chủ tịch', 'Nguyễn Văn A'],
  ['Đ/c Nguyễn Văn A (đã ký)', 'Chủ tịch', 'Nguyễn Văn A'],
  ['Trần Văn Hoà', 'Phó Chủ tịch', 'Trần Văn Hòa'],
  ['Ông Văn Bé', 'Phó Chủ tịch', 'Ông Văn Bé'],
  ['ThS. BS. Nguyễn Văn A', 'Chủ tịch', 'Nguyễn Văn A'],
  // Another name is another's, however alike.
  ['Nguyễn Vân Á', '', 'Nguyễn Vân Á'],
  ['Nguyen Van A', '', 'Nguyen Van A'],
  ['Nguyễn Văn A Bình', '', 'Nguyễn Văn A Bình'],
  ['Lê Nguyễn Văn A', '', 'Lê Nguyễn Văn A'],
  // Two positions under one name: nobody knows which.
  ['Lê Thị Dung', '', 'Lê Thị Dung'],
  // What was typed stands.
  ['Phó Chủ tịch Trần Thị B', 'Phó Chủ tịch', 'Trần Thị B'],
  ['PHÓ CHỦ TỊCH TRẦN THỊ B', 'Phó Chủ tịch', 'TRẦN THỊ B'],
  ['Phó Chủ tịch Nguyễn Văn A', 'Phó Chủ tịch', 'Nguyễn Văn A'],
  ['Phó Chủ tịch; Trần Thị B', 'Phó Chủ tịch', 'Trần Thị B'],
  ['Trần Thị B - Phó Chủ tịch', 'Phó Chủ tịch', 'Trần Thị B'],
  ['Trần Thị B (PCT)', 'PCT', 'Trần Thị B'],
  ['PCT-Trần Thị B', 'PCT', 'Trần Thị B'],
  ['PCT. Trần Thị B', 'PCT', 'Trần Thị B'],
  ['Chủ tịch UBND xã Trần Thị B', 'Chủ tịch UBND xã', 'Trần Thị B'],
  ['Trưởng phòng Nội vụ Trần Thị B', 'Trưởng phòng Nội vụ', 'Trần Thị B'],
  ['Trưởng phòng Văn hóa Trần Thị B', 'Trưởng phòng Văn hóa', 'Trần Thị B'],
  ['Q. Giám đốc Trần Thị B', 'Q. Giám đốc', 'Trần Thị B'],
  ['KT. Chủ tịch; Phó Chủ tịch; Trần Thị B', 'Phó Chủ tịch', 'Trần Thị B'],
  ['KT. CHỦ TỊCH PHÓ CHỦ TỊCH Trần Thị B', 'Phó Chủ tịch', 'Trần Thị B'],
  ['TM. UBND CHỦ TỊCH Trần Thị B', 'Chủ tịch', 'Trần Thị B'],
  ['TM. UBND; CHỦ TỊCH; Nguyễn Văn A', 'Chủ tịch', 'Nguyễn Văn A'],
  ['TL. Chủ tịch - Chánh Văn phòng Trần Thị B', 'Chánh Văn phòng', 'Trần Thị B'],
  ['Bí thư, Chủ tịch Trần Thị B', 'Bí thư, Chủ tịch', 'Trần Thị B'],
  ['Phó CT Trần Thị B', 'Phó CT', 'Trần Thị B'],
  ['P. Chủ tịch Trần Thị B', 'P. Chủ tịch', 'Trần Thị B'],
  ['BS.CKII Trần Thị B', '', 'Trần Thị B'],
  ['Công Tằng Tôn Nữ Thị Bích Ngọc', '', 'Công Tằng Tôn Nữ Thị Bích Ngọc'],
  ['Nguyễn Thị Lê Na', '', 'Nguyễn Thị Lê Na'],
  ['Trần Nguyễn Lê Thị Mai', '', 'Trần Nguyễn Lê Thị Mai'],
  ['Chủ tịch', '', 'Chủ tịch'],
])('reads %j as %j, %j', (typed, position, fullName) => {
  expect(readSigner(typed, known)).toEqual({ position, fullName });
});

test.each([
  'Nguyễn Văn A; Trần Thị B',
  'Nguyễn Văn A, Trần Thị B',
  'Nguyễn Văn A và Trần Thị B',
  'Nguyễn Văn A - Trần Thị B',
  'Nguyễn Văn A Trần Thị B',
  'Trần Thị B Lê Văn C',
  'Phạm Thị B + Lê Văn C',
  'Phó Chủ tịch Trần Thị B; Chủ tịch Nguyễn Văn A',
  'Một Hai Ba Bốn Năm Sáu Bảy',
])('finds two names in %j', (typed) => {
  expect(readSigner(typed, known)).toBe('two-names');
});
