import { dirname, extname, join } from 'node:path';
import { checkDocument } from '#document/checking/check-document.ts';
import { vietnamDate } from '#document/dates.ts';
import { findingLine, findingRecord } from '#present/findings/finding-lines.ts';
import { type RenderInput, renderDocument } from '#render/render.ts';
import { OperatorError, UsageError } from '../output/operator-error.ts';
import { readJsonFile } from '../output/read-json-file.ts';
import { readOrgansFile } from '../target/organs-file.ts';
import { type Command, day, onlyPositional, readArgs, required, wholeNumber } from './command.ts';
import { writeRendered } from './write-rendered.ts';

const usage = `Cách dùng: banhanh render VÀO.json --out RA.docx [tùy chọn]

Tạo tệp .docx từ dữ liệu văn bản. Không có --number thì số và ngày để trống.

  --out RA.docx        tệp viết ra; phụ lục thành tệp riêng nằm bên cạnh
  --organs TỆP         hồ sơ cơ quan (mặc định: organs.json cạnh tệp vào)
  --number N           số văn bản, đi cùng --date
  --date NĂM-THÁNG-NGÀY  ngày ban hành; cũng chọn hồ sơ cơ quan có hiệu lực hôm đó
  --signed-at GIỜ      giờ ký số, dạng ISO 8601, in trên phụ lục thành tệp riêng
  --draft              cho phép còn thiếu: chỗ thiếu hiện [THIẾU: …]
  --json               lỗi và cảnh báo là một mảng JSON trên stderr

Mã thoát: 0 được; 1 có lỗi, không viết tệp nào; 2 dùng lệnh sai.`;

/** `banhanh render in.json --out out.docx` */
export const renderCommand: Command = { usage, run };

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArgs({
    args,
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      organs: { type: 'string' },
      number: { type: 'string' },
      date: { type: 'string' },
      'signed-at': { type: 'string' },
      draft: { type: 'boolean' },
      json: { type: 'boolean' },
    },
  });
  const inputPath = onlyPositional(positionals, 'tệp dữ liệu vào');
  const out = required(values.out, '--out');
  const kind = extname(out).toLowerCase();
  if (kind !== '' && kind !== '.docx')
    throw new UsageError(
      `--out là tệp .docx, không phải “${kind}”; muốn PDF thì sau đó chạy: banhanh pdf TỆP.docx --out TỆP.pdf.`,
    );
  const issuance = readIssuance(values);
  const on = issuance?.issuedDate ?? (values.date === undefined ? vietnamDate(new Date()) : day(values.date, '--date'));
  if (values.draft && issuance) throw new UsageError('--draft không đi cùng --number.');

  const read = await readInputs(inputPath, values.organs).catch((error: unknown) => {
    if (!values.json || !(error instanceof OperatorError)) throw error;
    return error;
  });
  if (read instanceof OperatorError) {
    console.error(JSON.stringify([unreadable(read)], null, 2));
    return 1;
  }
  const [input, profiles] = read;
  const { document, profile, findings } = checkDocument(input, {
    profiles,
    on,
    placeholders: values.draft ? 'show' : 'refuse',
  });
  if (values.json) console.error(JSON.stringify(findings.map(findingRecord), null, 2));
  else for (const finding of findings) console.error(findingLine(finding));
  if (!document || !profile) return 1;

  const files = await renderDocument({ document, profile, issuance, on });
  for (const path of await writeRendered(out, files)) console.log(path);
  return 0;
}

/** Reads the data first, so that of two files that can't be read the data is named. */
async function readInputs(inputPath: string, organs: string | undefined) {
  const input = await readJsonFile(inputPath, 'dữ liệu văn bản');
  return [input, await readOrgans(organs, inputPath)] as const;
}

/** Finding for an input that could not even be read: with `--json` stderr is JSON whatever happens. */
function unreadable({ message }: OperatorError) {
  return { severity: 'error', code: 'UNREADABLE_INPUT', path: 'Văn bản', message, clause: null, pointer: [] };
}

function readIssuance(values: {
  readonly number?: string | undefined;
  readonly date?: string | undefined;
  readonly 'signed-at'?: string | undefined;
}): RenderInput['issuance'] {
  if (values.number === undefined) {
    if (values['signed-at'] !== undefined) throw new UsageError('--signed-at cần --number và --date.');
    return null;
  }
  const number = wholeNumber(values.number, '--number', 999_999);
  const issuedDate = day(required(values.date, '--date (đi cùng --number)'), '--date');
  if (values['signed-at'] === undefined) return { number, issuedDate };
  const signedAt = new Date(values['signed-at']);
  if (Number.isNaN(signedAt.getTime()) || !/T.*(Z|[+-]\d\d:\d\d)$/.test(values['signed-at'])) {
    throw new UsageError('--signed-at phải có ngày, giờ và múi giờ, ví dụ 2026-03-16T08:30:00+07:00.');
  }
  return { number, issuedDate, signedAt };
}

async function readOrgans(given: string | undefined, inputPath: string) {
  const path = given ?? join(dirname(inputPath), 'organs.json');
  try {
    return await readOrgansFile(path);
  } catch (error) {
    if (given !== undefined || !(error instanceof OperatorError)) throw error;
    throw new OperatorError(
      `${error.message}\nMặc định là organs.json cạnh tệp vào; hãy chỉ tệp khác bằng --organs TỆP.`,
    );
  }
}
