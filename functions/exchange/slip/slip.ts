import type { Table } from '#document/schemas/table.schema.ts';

/** Act on a submitted document, as its Phiếu trình tells it. */
export type SlipAct = 'submit' | 'take-back' | 'pass' | 'step-back' | 'edit' | 'change-signer' | 'approve' | 'return';

/** Step at which an act was done: that of its drafter, one before the signature (Điều 12), or the signature. */
export type SlipStep = 'draft' | 'content' | 'form' | 'before-signing' | 'signature';

/** A line of a Phiếu trình. */
export interface SlipLine {
  /** Time in Vietnam, to be read. */
  readonly at: string;
  readonly step: SlipStep;
  readonly act: SlipAct;
  /** Full name of who did it. */
  readonly person: string;
  /** Full name of whom the person stood in for. */
  readonly inPlaceOf?: string | undefined;
  readonly reason?: string | undefined;
  /** Number of the text that was seen, from 1 in this submission. */
  readonly text: number;
}

/** Phiếu trình of a submission: what is submitted, and who did what on which text (PL VI, Phần I, Mục III.5.a). */
export interface Slip {
  readonly typeName: string;
  readonly subject: string;
  readonly drafter: string;
  readonly unit?: string | undefined;
  /** Position and full name of who signs. */
  readonly signer: string;
  readonly urgency?: string | undefined;
  /** SHA-256 of the text as it now stands. */
  readonly contentHash: string;
  /** Number of that text. */
  readonly text: number;
  /** First to last; the first submits. */
  readonly lines: readonly SlipLine[];
}

const ACTS: Readonly<Record<SlipAct, string>> = {
  submit: 'Trình',
  'take-back': 'Rút lại',
  pass: 'Đồng ý, chuyển tiếp',
  'step-back': 'Trả lại bước trước',
  edit: 'Sửa văn bản trình',
  'change-signer': 'Đổi người ký',
  approve: 'Duyệt để ký',
  return: 'Trả lại người soạn',
};

const STEPS: Readonly<Record<SlipStep, string>> = {
  draft: 'Soạn thảo',
  content: 'Kiểm tra nội dung',
  form: 'Kiểm tra thể thức',
  'before-signing': 'Xem trước khi ký',
  signature: 'Ký',
};

/** Acts that say yes to a text: only theirs can be overtaken by a later text. */
const CONSENTS: readonly SlipAct[] = ['pass', 'approve'];

/** Printed lines of the way that the page has room for beside a trích yếu of two lines; each more takes the room of 1.3. */
const MAX_LINES = 18;
const SUBJECT_LETTERS = 55;
/** Letters of a line in each column that may break. */
const REASON_LETTERS = 29;
const PERSON_LETTERS = 17;
/** Letters of a reason that are printed; the history has all of it. */
const MAX_REASON = 120;

/** Makes the two tables of a Phiếu trình, and what stands under them. It fills one page: of a longer way the newest part is printed. */
export function slipTables(slip: Slip): {
  readonly fields: Table;
  readonly steps: Table;
  readonly notes: readonly string[];
} {
  const [first, ...rest] = slip.lines;
  const kept = newestThatFit(rest, MAX_LINES - Math.ceil(1.3 * Math.max(0, rowsOf(slip.subject, SUBJECT_LETTERS) - 2)));
  const left = rest.length - kept.length;
  const shown = first ? [first, ...kept] : kept;
  return {
    fields: fieldsOf(slip),
    steps: {
      fontSize: 11,
      columns: COLUMNS.map((column) => ({ ...column })),
      rows: shown.map((line) => ({ cells: cellsOf(line, slip.text) })),
    },
    notes: [
      ...(left > 0 ? [`${left} lượt sau lượt trình đầu không in ở đây; Lịch sử của văn bản có đủ.`] : []),
      ...(shown.some((line) => isOvertaken(line, slip.text))
        ? ['(*) Ý kiến về bản trước bản trình ký; bước ấy không phải hỏi lại (Điều 12).']
        : []),
    ],
  };
}

const COLUMNS = [
  { title: 'Thời gian', id: 'luc', width: 25, align: 'center' },
  { title: 'Bước', id: 'buoc', width: 30, align: 'left' },
  { title: 'Người thực hiện', id: 'nguoi', width: 38, align: 'left' },
  { title: 'Kết quả, ý kiến', id: 'y-kien', width: 52, align: 'left' },
  { title: 'Văn bản', id: 'ban', width: 22, align: 'center' },
] as const;

function cellsOf(line: SlipLine, current: number): Record<string, string> {
  const text = `Bản ${line.text}${isOvertaken(line, current) ? ' (*)' : ''}`;
  const cells = { luc: line.at, buoc: STEPS[line.step], nguoi: personOf(line), 'y-kien': opinionOf(line), ban: text };
  return Object.fromEntries(Object.entries(cells).map(([id, value]) => [id, literal(value)]));
}

function isOvertaken({ act, text }: SlipLine, current: number): boolean {
  return CONSENTS.includes(act) && text < current;
}

function personOf({ person, inPlaceOf }: SlipLine): string {
  return inPlaceOf === undefined ? person : `${person} (thay ${inPlaceOf})`;
}

function opinionOf({ act, reason }: SlipLine): string {
  if (reason === undefined) return ACTS[act];
  const cut = reason.length > MAX_REASON ? `${reason.slice(0, MAX_REASON).trimEnd()}…` : reason;
  return `${ACTS[act]}: ${cut}`;
}

/** The newest lines that the page has room for. */
function newestThatFit(lines: readonly SlipLine[], most: number): SlipLine[] {
  let room = most;
  const fits = (line: SlipLine) => {
    room -= Math.max(2, rowsOf(opinionOf(line), REASON_LETTERS), rowsOf(personOf(line), PERSON_LETTERS));
    return room >= 0;
  };
  const tooOld = lines.findLastIndex((line) => !fits(line));
  return lines.slice(tooOld + 1);
}

function rowsOf(text: string, letters: number): number {
  return Math.ceil(text.length / letters);
}

function fieldsOf(slip: Slip): Table {
  const { typeName, subject, drafter, unit, signer, urgency, contentHash, text } = slip;
  const named: ReadonlyArray<readonly [string, string | undefined]> = [
    ['Tên loại', typeName],
    ['Trích yếu', subject],
    ['Người soạn', drafter],
    ['Đơn vị soạn thảo', unit],
    ['Người ký', signer],
    ['Mức độ khẩn', urgency],
    ['Bản trình ký', `Bản ${text}, mã SHA-256: ${contentHash.replace(/(.{8})/g, '$1 ').trim()}`],
  ];
  return {
    borders: 'none',
    fontSize: 13,
    columns: [
      { title: 'Mục', id: 'muc', width: 38, align: 'left' },
      { title: 'Nội dung', id: 'noi-dung', width: 127, align: 'left' },
    ],
    rows: named.flatMap(([name, value]) =>
      value === undefined ? [] : [{ cells: { muc: `${name}:`, 'noi-dung': literal(value) } }],
    ),
  };
}

/** In a table's cell an asterisk may be a mark; here each is text. */
function literal(text: string): string {
  return text.replaceAll('*', '\\*');
}
