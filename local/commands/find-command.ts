import { toNumberAnswerResponse } from '#present/responses/search-response.ts';
import { findByNumber } from '#usecases/search/find-by-number.ts';
import { foundTable } from '../output/found-table.ts';
import { UsageError } from '../output/operator-error.ts';
import { organsOf } from '../target/organs-of.ts';
import { OPERATOR } from '../target/seed-organs.ts';
import { openTarget, readTarget, type Target, targetOptions } from '../target/target.ts';
import { type Command, onlyPositional, readArgs, wholeNumber } from './command.ts';
import { type Answer, findOnServer } from './find-on-server.ts';

const usage = `Cách dùng: banhanh find SỐ [--year NĂM] [--organ CƠ-QUAN] [--data THƯ-MỤC | --server URL | --table BẢNG …] [--json]

Tìm văn bản theo số, gõ kiểu nào cũng được: "35/KH-UBND", "35 kh ubnd", "Số 35 / KH-UBND", "KH 35 2025".

  --data THƯ-MỤC    thư mục dữ liệu của máy này (mặc định: data); máy chủ đang chạy thì dùng chung
  --server URL      hỏi một máy chủ; cần --user, mật khẩu hỏi trên màn hình hoặc đọc từ stdin
  --organ CƠ-QUAN   chỉ hỏi cho một cơ quan của thư mục dữ liệu
  --table BẢNG      hỏi trên AWS, cho cơ quan của --organ; kèm --bucket, --work-bucket, --region (xem banhanh verify --help)
  --json            kết quả là JSON

Mã thoát: 0 tìm thấy; 1 không có; 2 dùng lệnh sai.`;

/** A directory may hold thousands of organs, each of which lacks the number. */
const MAX_NOTES = 10;

/** `banhanh find "35/KH-UBND"` */
export const findCommand: Command = { usage, run };

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArgs({
    args,
    allowPositionals: true,
    options: {
      ...targetOptions,
      year: { type: 'string' },
      organ: { type: 'string' },
      server: { type: 'string' },
      user: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  const text = onlyPositional(positionals, 'số cần tìm');
  const year = values.year === undefined ? undefined : wholeNumber(values.year, '--year', 9999);
  if (values.data !== undefined && values.server !== undefined) {
    throw new UsageError('Chỉ chọn một trong --data và --server.');
  }
  const answers =
    values.server === undefined
      ? await findIn(readTarget(values), { text, year, organ: values.organ })
      : [await findOnServer(values.server, values.user, { text, year })];
  const found = unique(answers.flatMap((answer) => answer.found));
  const isAsked = answers.length === 1 || values.organ !== undefined;
  const absent = answers
    .flatMap((answer) => answer.absent)
    .filter((one) => isAsked || (found.length === 0 && says(one)));
  if (values.json) console.log(JSON.stringify({ found, absent }, null, 2));
  else for (const line of lines(found, absent)) console.log(line);
  return found.length > 0 ? 0 : 1;
}

/** The person at the machine sees the registers of all its organs, each organ asked as its own; in AWS they name one. */
async function findIn(
  target: Target,
  asked: { readonly text: string; readonly year: number | undefined; readonly organ: string | undefined },
): Promise<Answer[]> {
  const organs = await organsOf(target, asked.organ);
  const stack = await openTarget(target);
  try {
    const answers = [];
    for (const organ of organs) {
      const actor = { organ, staffId: OPERATOR, roles: ['reader', 'clerk'] } as const;
      answers.push(toNumberAnswerResponse(await findByNumber(stack.deps, actor, asked)));
    }
    return answers;
  } finally {
    await stack.close();
  }
}

function unique(found: Answer['found']): Answer['found'] {
  const seen = new Set<string>();
  return found.filter(({ document: { organ, docId } }) => {
    const id = `${organ} ${docId}`;
    return seen.has(id) ? false : Boolean(seen.add(id));
  });
}

type Absent = Answer['absent'][number];

/** Tells whether a reason says something of an organ that was not asked by name: nobody wants to hear of books that have nothing. */
function says({ reason, last }: Absent): boolean {
  return reason !== 'not-in-book' || last !== undefined;
}

function lines(found: Answer['found'], absent: readonly Absent[]): string[] {
  const notes = absent.map(({ organName, year, types, reasonName, symbol }) =>
    [organName, `sổ ${types}`, `năm ${year}: ${reasonName}${symbol ? ` (${symbol})` : ''}`].filter(Boolean).join(', '),
  );
  if (found.length + absent.length === 0) {
    notes.push('Không sổ nào ở đây cấp số với ký hiệu này trong năm được hỏi; hãy kiểm tra lại ký hiệu.');
  }
  const more = notes.length - MAX_NOTES;
  return [
    ...foundTable(found),
    ...notes.slice(0, MAX_NOTES),
    ...(more > 0 ? [`… và ${more} sổ khác cũng không có`] : []),
  ];
}
