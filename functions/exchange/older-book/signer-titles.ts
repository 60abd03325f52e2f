/**
 * Positions that stand before or after a name in an older book, the longest of those that fit is taken. An organ's own positions
 * come from its profile.
 */
export const POSITIONS = [
  ...['Chủ tịch', 'Phó Chủ tịch', 'Phó Chủ tịch Thường trực', 'Chủ nhiệm', 'Phó Chủ nhiệm', 'Bí thư', 'Phó Bí thư'],
  ...['Bộ trưởng', 'Thứ trưởng', 'Tổng Giám đốc', 'Phó Tổng Giám đốc', 'Giám đốc', 'Phó Giám đốc', 'Viện trưởng'],
  ...['Phó Viện trưởng', 'Vụ trưởng', 'Phó Vụ trưởng', 'Cục trưởng', 'Phó Cục trưởng', 'Tổng Cục trưởng'],
  ...['Chi cục trưởng', 'Phó Chi cục trưởng', 'Trưởng ban', 'Phó Trưởng ban', 'Phó ban', 'Trưởng phòng'],
  ...['Phó Trưởng phòng', 'Phó phòng', 'Trưởng Công an', 'Phó Trưởng Công an', 'Chỉ huy trưởng', 'Phó Chỉ huy trưởng'],
  ...['Hiệu trưởng', 'Phó Hiệu trưởng', 'Hiệu phó', 'Chánh Văn phòng', 'Phó Chánh Văn phòng', 'Phó Văn phòng'],
  ...[
    'Chánh Thanh tra',
    'Phó Chánh Thanh tra',
    'Chánh án',
    'Phó Chánh án',
    'Trưởng đoàn',
    'Phó Trưởng đoàn',
    'Đội trưởng',
  ],
  ...['Trạm trưởng', 'Tổng Thư ký', 'Kế toán trưởng', 'Thủ trưởng', 'Phó Thủ trưởng', 'Trưởng trạm', 'Trưởng khoa'],
  ...['Phó CT', 'Phó GĐ', 'P.CT', 'P. Chủ tịch', 'P.Chủ tịch', 'P.GĐ', 'P. Giám đốc', 'P.Giám đốc', 'P. Hiệu trưởng'],
  ...['PCT', 'CT', 'PGĐ', 'GĐ', 'CVP', 'PCVP', 'TP', 'PTP', 'PHT', 'HT', 'PBT', 'BT'],
] as const;

/** Words before a name that are no position: forms of address, degrees, ranks. */
export const HONORIFICS = [
  ...['ông', 'bà', 'ô', 'đ/c', 'đc', 'đồng chí', 'anh', 'chị', 'cô', 'thầy', 'ngài'],
  ...[
    'gs',
    'pgs',
    'ts',
    'tskh',
    'ths',
    'th.s',
    'bs',
    'cki',
    'ckii',
    'ck1',
    'ck2',
    'bscki',
    'bsckii',
    'bsck1',
    'bsck2',
    'ds',
    'ks',
    'kts',
    'cn',
    'ls',
  ],
  ...[
    'thạc sĩ',
    'thạc sỹ',
    'tiến sĩ',
    'tiến sỹ',
    'bác sĩ',
    'bác sỹ',
    'kỹ sư',
    'cử nhân',
    'giáo sư',
    'phó giáo sư',
    'luật sư',
  ],
  ...[
    'thiếu úy',
    'trung úy',
    'thượng úy',
    'đại úy',
    'thiếu tá',
    'trung tá',
    'thượng tá',
    'đại tá',
    'thiếu tướng',
    'trung tướng',
  ],
] as const;

/** The commonest surnames. */
export const SURNAMES =
  'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trịnh Mai Đào Lưu Đoàn Trương Tạ Cao Hà Lương Tô'.split(
    ' ',
  );
