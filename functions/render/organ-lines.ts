import { POINTS_PER_MM } from '#document/page-size.ts';
import { type Face, textWidthPt } from '#document/text/text-width.ts';
import { type BalancedText, balanced } from './rules.ts';

/** Words of several syllables in names of organs; a line never ends inside one. */
const WORDS =
  `an ninh|an sinh|an toàn|ban chỉ đạo|ban chỉ huy|ban quản lý|bán trú|bảo hiểm|bảo hiểm xã hội|bảo tàng|bảo trợ|bảo vệ|bệnh tật|bệnh viện
bưu điện|cán bộ|cải cách|cao đẳng|chấp hành|chỉ đạo|chính phủ|chính quyền|chính trị|chi cục|chuyển đổi|chuyển đổi số|công an|công chức|công đoàn|công nghệ
công nghệ thông tin|công nghiệp|công thương|công trình|cơ quan|cơ sở|cứu nạn|cứu hộ|cựu chiến binh|dân phòng|dân quân|dân số|dân sự|dân tộc|dịch bệnh|dịch vụ|doanh nghiệp
dự án|dự phòng|du lịch|dược phẩm|đa khoa|đại biểu|đại học|đảng ủy|đảng uỷ|đào tạo|đặc khu|đặc biệt|đăng ký|đăng kiểm|đất đai|đầu tư|địa chính|địa phương
đô thị|đoàn thanh niên|đoàn thể|đổi mới|đơn vị|đường bộ|gia đình|giám đốc|giám sát|giáo dục|giáo viên|giao thông|giao thông vận tải|giới thiệu|hạ tầng
hành chính|hành chính công|hậu cần|học sinh|học viện|hòa giải|hoà giải|hỗ trợ|hội đồng|hội đồng nhân dân|hợp tác|huấn luyện|hướng nghiệp|kế hoạch|kế hoạch hóa|kế toán|khách hàng|khám bệnh
khen thưởng|khoa học|khu công nghiệp|khu vực|khuyến công|khuyến nông|kiểm dịch|kiểm định|kiểm lâm|kiểm nghiệm|kiểm sát|kiểm soát|kiểm tra|kiến trúc|kinh tế|kỹ thuật
lao động|lâm nghiệp|liên đoàn|liên hiệp|liên minh|lưu trữ|mẫu giáo|mầm non|mặt trận|mặt trận tổ quốc|môi trường|một cửa|năng lượng|ngân hàng|ngân sách|nghề nghiệp|nghiên cứu
ngoại giao|ngoại vụ|nghĩa vụ|người cao tuổi|nhà nước|nhà văn hóa|nhân dân|nhân lực|nhi đồng|nội trú|nội vụ|nông dân|nông nghiệp|nông thôn|phát thanh|phát triển|pháp chế|pháp luật|phó giám đốc
phòng chống|phòng cháy|phòng khám|phòng thủ|phổ thông|phụ nữ|phục hồi|phục vụ|phương tiện|quản lý|quản trị|quân sự|quốc gia|quốc hội|quốc phòng|quốc tế|quy hoạch|rà soát|sản xuất|sáng kiến|sở hữu|sức khỏe|sự nghiệp
tài chính|tài nguyên|tài sản|thanh niên|thanh tra|thành phố|thẩm định|thể dục|thể thao|thị trấn|thị trường|thị xã|thiếu nhi|thống kê|thông tin|thủ tục|thuế vụ|thủy lợi|thuỷ lợi|thủy sản|thuỷ sản
thư viện|thường trực|thường vụ|thường xuyên|thương binh|thương mại|tiếp công dân|tiểu học|tìm kiếm|tín dụng|tổ chức|tổ quốc|tổng hợp|trạm y tế|trẻ em|triển khai|trọng tài|trồng trọt|trung học|trung học cơ sở|trung tâm|truyền hình|truyền thanh|truyền thông
trực thuộc|trường học|tuyên giáo|tuyên truyền|tuyển sinh|tư pháp|tư vấn|từ thiện|ủy ban|uỷ ban|ủy ban nhân dân|uỷ ban nhân dân|ứng dụng|ứng phó|vận động|vận tải|văn hóa|văn hoá|văn học|văn nghệ|văn phòng|văn thư
vật liệu|vật nuôi|vệ sinh|viên chức|viễn thông|việc làm|việt nam|xã hội|xây dựng|xét nghiệm|xuất bản|xuất nhập khẩu|xúc tiến|y học|y tế`
    .split(/[|\n]/)
    .map((word) => word.split(' '));
const LONGEST = 4;
/** Syllables that no line ends with. */
const LEADING = /^(?:và|của|các|-|–)$/;
/** Most lines of a name that is broken so. */
const MAX_LINES = 4;
const KNOWN: ReadonlySet<string> = new Set(WORDS.map((syllables) => syllables.join(' ')));
/** Most syllables of a name that is looked at; a longer one is broken as it comes. */
const MAX_SYLLABLES = 30;

/**
 * Breaks an organ's name into lines of about equal length that end between words, never within "GIÁO DỤC". Where its
 * words do not fit so, it is broken at any syllable.
 */
export function organLines(name: string, face: Face, sizePt: number, columnMm: number): BalancedText[] {
  const whole = balanced(name, face, sizePt, columnMm);
  const syllables = name.split(' ');
  if (whole.lines.length === 1 || syllables.length > MAX_SYLLABLES) return [whole];
  const joined = joints(syllables);
  if (startsOf(whole.lines).every((start) => !joined.has(start))) return [whole];
  const width = (from: number, to: number) => textWidthPt(syllables.slice(from, to).join(' '), face, sizePt);
  const lines = [whole.lines.length, whole.lines.length + 1]
    .filter((count) => count <= MAX_LINES)
    .map((count) => narrowest(syllables.length, count, joined, width))
    .find((found) => found !== null && found.width <= columnMm * POINTS_PER_MM);
  if (!lines) return [whole];
  return lines.starts.map((start, i) =>
    balanced(syllables.slice(start, lines.starts[i + 1]).join(' '), face, sizePt, columnMm),
  );
}

/** Syllables that go on with the word before them, by index. */
function joints(syllables: readonly string[]): ReadonlySet<number> {
  const lower = syllables.map((syllable) => syllable.toLocaleLowerCase('vi').replace(/[,;.]$/, ''));
  const found = new Set(lower.flatMap((syllable, i) => (LEADING.test(syllable) ? [i + 1] : [])));
  for (let from = 0; from < lower.length; from++) {
    for (let to = from + 2; to <= Math.min(from + LONGEST, lower.length); to++) {
      if (KNOWN.has(lower.slice(from, to).join(' '))) for (let i = from + 1; i < to; i++) found.add(i);
    }
  }
  return found;
}

/** The index of the syllable that each line after the first begins with. */
function startsOf(lines: readonly string[]): number[] {
  let at = 0;
  return lines.slice(0, -1).map((line) => {
    at += line.split(' ').length;
    return at;
  });
}

interface Lines {
  readonly starts: readonly number[];
  readonly width: number;
}

/** The breaking into so many lines whose longest line is shortest, of those that break no word. */
function narrowest(
  end: number,
  count: number,
  joined: ReadonlySet<number>,
  width: (from: number, to: number) => number,
): Lines | null {
  if (count === 1) return { starts: [0], width: width(0, end) };
  let best: Lines | null = null;
  for (let start = count - 1; start < end; start++) {
    if (joined.has(start)) continue;
    const before = narrowest(start, count - 1, joined, width);
    if (!before) continue;
    const widest = Math.max(before.width, width(start, end));
    if (!best || widest < best.width) best = { starts: [...before.starts, start], width: widest };
  }
  return best;
}
