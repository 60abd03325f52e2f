import { conflict, type ProblemTexts, refused, say } from './problem-text.ts';

/** Kinds of numbers without a document, as a sentence says them. */
const BLANK_SAID: Readonly<Record<string, string>> = {
  cancelled: 'bị hủy',
  empty: 'bỏ trống',
  secret: 'là của văn bản mật',
};

/** Problems of numbers, series and the clock. */
export const numberTexts = {
  'series-recorded': conflict(
    (f) =>
      `Sổ ${f['series']} năm ${f['year']} lấy số ở hệ thống khác, không cấp số ở đây; hãy lấy số ở hệ thống ấy rồi bấm “Ghi số đã cấp”.`,
  ),
  'series-own': conflict(
    (f) => `Sổ ${f['series']} năm ${f['year']} do hệ thống này cấp số, không ghi số từ nơi khác; hãy bấm “Cấp số”.`,
  ),
  'day-out-of-order': refused(
    (f) =>
      `Ngày ${f['issuedDate']} không theo thứ tự số: văn bản ${f['symbol']} có ngày ${f['day']} (Điều 15). Hãy xem lại số và ngày đã được cấp.`,
  ),
  'not-replaceable': conflict(
    'Chỉ thay được tệp do văn thư thêm vào (bản đã ký, bản quét, tệp kèm theo) và chưa bị thay; bản có số do hệ thống tạo thì không.',
  ),
  'not-recorded': conflict(
    'Số này do hệ thống cấp, không phải số ghi lại, nên không gạch; muốn bỏ số hãy dùng “Hủy số”.',
  ),
  'before-series': refused(
    (f) =>
      `Ngày ${f['issuedDate']} trước ngày đầu của sổ ${f['series']} (${f['startsOn']}); hãy xem lại số và ngày đã được cấp.`,
  ),
  'before-approval': refused(
    (f) =>
      `Ngày ${f['issuedDate']} trước ngày duyệt (${f['approved']}), mà số cấp sau khi ký (Điều 15, khoản 2); hãy ghi ngày từ hôm duyệt đến hôm nay.`,
  ),
  'symbol-elsewhere': conflict(
    ({ notation, other, series }) =>
      `Ký hiệu ${notation} trong năm nay đã lấy số của sổ ${other}; cấp thêm ở sổ ${series} thì một số, ký hiệu có thể có hai văn bản (Điều 15). Hãy trả lại văn bản và chọn sổ ${other}, hoặc đổi ký hiệu.`,
  ),
  'series-closed': conflict(({ series, year }) => `Sổ ${series} năm ${year} đã khóa, không cấp số nữa.`),
  'year-not-over': conflict(({ year }) => `Năm ${year} chưa hết; chỉ khóa sổ của năm đã qua.`),
  unfinished: conflict(
    ({ symbol }) => `Số ${symbol} của năm này chưa hoàn tất tệp; hãy hoàn tất hoặc hủy số rồi khóa sổ.`,
  ),
  'series-started': conflict(({ broughtIn, start }) =>
    broughtIn === undefined
      ? `Sổ bắt đầu từ số ${start} và đã cấp số; số bắt đầu chỉ đổi được trước khi cấp số đầu tiên.`
      : `Sổ đã nhập văn bản cũ đến số ${broughtIn}; số bắt đầu phải lớn hơn số này.`,
  ),
  'start-of-future-year': refused(
    ({ year }) => `Sổ năm ${year} phải bắt đầu từ số 01 vào ngày 01/01/${year} (Điều 15); chỉ đặt số khác cho năm nay.`,
  ),
  'clock-wrong': say(
    503,
    'Đồng hồ máy chủ sai',
  )(({ today, lastIssuedOn }) => `Đồng hồ máy chủ sai: hôm nay là ${today}, mà sổ đã có văn bản ngày ${lastIssuedOn}.`),
  'duplicate-number': conflict(
    ({ symbol }) => `Số này đã có trong sổ${symbol ? `: ${symbol}` : ''}; không nhập trùng.`,
  ),
  'number-blank': conflict(
    ({ symbol, kind }) =>
      `Sổ cũ ghi số ${symbol} ${BLANK_SAID[String(kind)] ?? 'bỏ trống'}; nếu số ấy có văn bản, hãy bỏ ghi chú ấy trước (banhanh correct ${symbol} --not-blank).`,
  ),
  'clock-jumped': conflict(
    (f) =>
      `Giờ của máy chủ nhảy từ ${f['from']} sang ${f['to']}, nên chưa cấp số nào. Hãy báo người quản trị xem lại giờ của máy, rồi chạy banhanh clock accept.`,
  ),
  'date-differs': conflict(
    (f) =>
      `Ngày đã xác nhận là ${f['date']}, còn hôm nay theo máy chủ là ${f['today']}: số và ngày lấy theo thứ tự thời gian, không cấp số lùi ngày (Điều 15, khoản 1). Hãy xem lại ngày; nếu giờ của máy chủ sai, hãy báo người quản trị.`,
  ),
  'series-in-doubt': conflict(
    ({ series, year, since }) =>
      `Sổ “${series}” năm ${year} vừa phục hồi từ bản sao lưu lúc ${since}; những số cấp sau lúc ấy có thể đã mất, nên chưa cấp số nào. Hãy đối chiếu văn bản đã ban hành rồi báo người quản trị ghi số cuối (banhanh series confirm).`,
  ),
  'last-number-below': conflict(
    ({ last }) => `Sổ đã cấp đến số ${last}; số cuối không thể nhỏ hơn. Hãy ghi số cuối từ ${last} trở lên.`,
  ),
  'number-not-below-start': conflict(
    ({ start }) => `Chỉ nhập được số nhỏ hơn số bắt đầu của sổ (${start}); số từ đó trở đi do hệ thống cấp.`,
  ),
  'bad-date': refused(({ issuedDate, year }) =>
    String(issuedDate).includes(String(year))
      ? `Ngày ban hành ${issuedDate} chưa đến; chỉ nhập văn bản đã ban hành, ngày không sau hôm nay.`
      : `Ngày ban hành ${issuedDate} không thuộc năm ${year}; hãy sửa lại.`,
  ),
} satisfies ProblemTexts;
