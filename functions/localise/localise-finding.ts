type Params = Readonly<Record<string, string | number>>;

interface Text {
  readonly severity: 'error' | 'warning';
  readonly message: (params: Params) => string;
}

const error = (message: (params: Params) => string): Text => ({ severity: 'error', message });
const warning = (message: (params: Params) => string): Text => ({ severity: 'warning', message });

/** Words for the states in which a document is in force no longer. */
const ENDED_WORDS = new Map<unknown, string>([
  ['withdrawn', 'đã bị thu hồi'],
  ['replaced', 'đã được thay thế'],
  ['voided', 'đã bị hủy số'],
]);

/** The registry of what can be wrong between a superior's plan and its units. */
export const localiseTexts = {
  // The localisable plan
  PLAN_SHAPE: error(({ why }) => `${why}`),
  MARK_UNKNOWN_ID: error(
    ({ id }) => `Không có phần, dòng hay phụ lục nào mang mã “${id}”; hãy sửa mã hoặc bỏ dấu này.`,
  ),
  MARK_CONTENT: error(({ why }) => `${why}.`),
  MARK_BELOW_STAYING: error(
    ({ container }) =>
      `Phần này xuống đơn vị nhưng phần chứa nó (mã “${container}”) không xuống; hãy cho cả hai cùng xuống.`,
  ),
  DUPLICATE_ID: error(({ id }) => `Mã “${id}” bị trùng; mỗi phần, mỗi dòng một mã riêng.`),
  ID_MISSING: error(
    () =>
      'Phần này chưa có mã (id); kế hoạch giao xuống đơn vị cần mã ở mọi phần, phụ lục để so sánh được khi cấp trên sửa; hãy đặt mã.',
  ),
  COLUMN_UNKNOWN: error(({ column }) => `Bảng không có cột “${column}”.`),
  ADDITION_PLACE: error(({ why }) => `${why}.`),
  BLANK_UNKNOWN: error(({ blank }) => `Không có chỗ trống “[[${blank}]]”; chỉ dùng các chỗ trống trong danh mục.`),
  ROLE_UNKNOWN: error(({ blank, allowed }) => `Không có vai trò cơ quan “[[${blank}]]”; chỉ nhận: ${allowed}.`),
  BLANK_HALF: warning(() => 'Có “[[” hoặc “]]” đứng lẻ, sẽ in nguyên như chữ; nếu là chỗ trống hãy ghi đủ [[…]].'),
  AUDIENCE_UNIT: error(({ unit, province }) => `Không có đơn vị mã “${unit}” thuộc tỉnh, thành phố mã ${province}.`),
  BASIS_CONTENT: error(({ why }) => `${why}.`),
  RECIPIENT_CONTENT: error(() => 'Mỗi nơi nhận có “text”, hoặc “own” (nơi nhận riêng của đơn vị), không có cả hai.'),
  PROVINCE_UNKNOWN: error(({ province }) => `Không có tỉnh, thành phố mã “${province}”.`),
  // The superior's plan in the register
  SUPERIOR_TYPE: error(({ typeName }) => `Trong sổ, văn bản này là ${typeName}; hãy ghi mã của một kế hoạch.`),
  SUPERIOR_UNNUMBERED: error(() => 'Kế hoạch cấp trên đã chọn chưa có số; hãy ban hành trước khi giao xuống đơn vị.'),
  SUPERIOR_ENDED: error(
    ({ symbol, state }) => `Kế hoạch ${symbol} ${ENDED_WORDS.get(state) ?? state}; hãy dùng kế hoạch đang có hiệu lực.`,
  ),
  SUPERIOR_CODE: error(
    ({ symbol, given }) => `Trong sổ, kế hoạch này mang số ${symbol}, không phải “${given}”; hãy ghi theo sổ.`,
  ),
  SUPERIOR_DATE: error(
    ({ symbol, day, given }) => `Trong sổ, ${symbol} ban hành ${day}, không phải ${given}; hãy ghi theo sổ.`,
  ),
  SUPERIOR_SUBJECT: error(
    ({ subject }) => `Trong sổ, trích yếu là “${subject}”; hãy ghi theo sổ, hoặc khai cách trích dẫn riêng ở citedAs.`,
  ),
  SUPERIOR_ID: error(
    ({ symbol }) => `Văn bản đã chọn không phải ${symbol} trong sổ; hãy chọn lại kế hoạch cấp trên từ sổ.`,
  ),
  SUPERIOR_NUMBER: error(
    ({ year, given }) => `Sổ kế hoạch năm ${year} không có số “${given}”; hãy kiểm tra lại số và năm.`,
  ),
  // Taking what the superior changed
  CHANGE_UNDECIDED: error(
    () =>
      'Cấp trên và đơn vị cùng sửa phần này theo hai cách; hãy chọn lấy của cấp trên (superior) hay giữ của đơn vị (unit).',
  ),
  CHANGE_UNKNOWN: error(({ id }) => `Không có thay đổi nào mang mã “${id}”; hãy xem lại bảng so sánh.`),
  MARK_STALE: warning(
    () =>
      'Cấp trên đã sửa phần này nhưng lời dành cho đơn vị (marks) vẫn như cũ, đơn vị sẽ không thấy chỗ sửa; hãy xem lại lời ấy.',
  ),
  // A unit
  UNIT_UNKNOWN: error(({ unit }) => `Không có đơn vị hành chính ${/^\d/.test(String(unit)) ? 'mã ' : ''}“${unit}”.`),
  UNIT_AMBIGUOUS: error(({ unit, units }) => `Có nhiều đơn vị tên “${unit}”: ${units}; hãy ghi mã.`),
  UNITS_EMPTY: error(() => 'Danh sách đơn vị còn trống.'),
  UNIT_ELSEWHERE: error(({ name }) => `${name} không thuộc tỉnh, thành phố của kế hoạch cấp trên.`),
  PROFILE_INVALID: error(({ field, why }) => `Hồ sơ đơn vị có lỗi ở ${field}: ${why}.`),
  OFFICE_MISSING: error(
    ({ blank }) => `Đơn vị không có cơ quan cho “[[${blank}]]”; hãy khai trong hồ sơ hoặc đổi cách giao.`,
  ),
  OWN_DOCUMENT_MISSING: warning(
    ({ key }) => `Chưa khai số, ngày của văn bản “${key}” của đơn vị; căn cứ này được bỏ ra, hãy bổ sung khi có.`,
  ),
  UNIT_ORGAN_NAME: error(
    ({ name, unit }) => `Mã cơ quan (organId) ghi cho đơn vị ${unit} không phải của “${name}”; hãy sửa, hoặc bỏ đi.`,
  ),
  UNIT_FILE_FAILED: error(({ why }) => `Không tạo được tệp: ${why}`),
  NOTHING_GOES_DOWN: error(() => 'Không phần nào của kế hoạch xuống đơn vị này.'),
} satisfies Record<string, Text>;

/** Stable code of a finding. */
export type LocaliseCode = keyof typeof localiseTexts;

/** Finding between a superior's plan and its units. */
export interface LocaliseFinding {
  /** An error keeps the plan, or the unit, from being made; a warning does not. */
  readonly severity: 'error' | 'warning';
  readonly code: LocaliseCode;
  /** The place in words that a drafter knows. */
  readonly path: string;
  readonly message: string;
}

/** Makes the finding that people read. */
export function finding(code: LocaliseCode, path: string, params: Params = {}): LocaliseFinding {
  const text = localiseTexts[code];
  return { severity: text.severity, code, path, message: text.message(params) };
}

/** Sentence of a code alone, where no place is named. */
export function reason(code: LocaliseCode, params: Params = {}): string {
  return finding(code, '', params).message;
}

/** Fields of the superior's plan, as a drafter calls them. */
const SUPERIOR_FIELDS = {
  SUPERIOR_TYPE: 'mã (docId)',
  SUPERIOR_UNNUMBERED: 'mã (docId)',
  SUPERIOR_ENDED: 'mã (docId)',
  SUPERIOR_ID: 'mã (docId)',
  SUPERIOR_CODE: 'số và ký hiệu (code)',
  SUPERIOR_NUMBER: 'số và ký hiệu (code)',
  SUPERIOR_DATE: 'ngày ban hành (issuedDate)',
  SUPERIOR_SUBJECT: 'trích yếu (subject)',
} as const;

/** Finding in what a plan says of its superior. */
export function superiorFinding(code: keyof typeof SUPERIOR_FIELDS, params: Params): LocaliseFinding {
  return finding(code, `Kế hoạch cấp trên (superior), ${SUPERIOR_FIELDS[code]}`, params);
}

/** Finding that a conflict is not decided; `path` names the part. */
export function undecidedFinding(path: string, id: string): LocaliseFinding {
  return finding('CHANGE_UNDECIDED', `${path}, mã “${id}”`);
}

/** Finding that a decision names no change. */
export function unknownDecisionFinding(id: string): LocaliseFinding {
  return finding('CHANGE_UNKNOWN', 'Lựa chọn (decisions)', { id });
}
